package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;

/// A release while its changes are read, each of which is made before the next is read: what a
/// change may leave out, and whether it can be made, depends on those before it.
final class Evolving {
  private final List<Change> changes = new ArrayList<>();
  private Optional<Release> release;

  /// @param release as it is before all changes, when it is known
  Evolving(Optional<Release> release) {
    this.release = release;
  }

  List<Change> changes() {
    return changes;
  }

  /// {@return the release after the changes that could be made}
  Optional<Release> release() {
    return release;
  }

  /// Reads a list of changes and makes them.
  List<Change> readAll(Place place) throws YamlException {
    for (Place item : place.items()) {
      item.tried(this::read);
    }
    return changes;
  }

  private Change read(Place place) throws YamlException {
    Reading reading = place.reading();
    int before = reading.count();
    Map<String, Place> entries = place.entries().takeAll();
    Optional<Map.Entry<String, Place>> entry = entries.entrySet().stream().findFirst();
    if (entry.isEmpty()) {
      throw place.expected("one of " + String.join(", ", ChangeYaml.KINDS));
    }
    String kind = entry.get().getKey();
    Place value = entry.get().getValue();
    Optional<Place> subject = subject(value);
    String named = subject.map(Place::raw).orElse("");
    try {
      if (entries.size() > 1) {
        throw place.problem("expected one change, found " + String.join(", ", entries.keySet()));
      }
      if (!ChangeYaml.KINDS.contains(kind)) {
        throw value.problem("unknown change%s".formatted(Spelling.hint(kind, ChangeYaml.KINDS)));
      }
      Change change = ChangeYaml.read(kind, value, release);
      changes.add(change);
      boolean clear = reading.count() == before;
      make(change, value, subject.filter(_ -> clear));
      if (!clear) {
        reading.doubt(named);
      }
      return change;
    } catch (YamlException e) {
      reading.doubt(named);
      throw e;
    }
  }

  /// @param subject what the change is about; empty when nothing is to be told
  private void make(Change change, Place value, Optional<Place> subject) throws YamlException {
    if (release.isEmpty()) {
      return;
    }
    try {
      release = Optional.of(Evolution.changed(release.get(), change));
    } catch (IllegalArgumentException e) {
      String name = subject.map(Place::raw).orElse("");
      if (subject.isPresent() && !value.reading().isDoubtful(name)) {
        throw value.problem(words(name, value, e));
      }
    }
  }

  /// The model's own words, unless it is the type that is not there.
  private String words(String name, Place value, IllegalArgumentException e) {
    Release now = release.orElseThrow();
    boolean typed = value.isMap() && value.path().indexOf("-machine") < 0;
    if (typed && e.getMessage().equals("no device type " + name)) {
      List<String> types = now.types().stream().map(DeviceType::name).toList();
      return "no device type '%s' in %s%s".formatted(name, now, Spelling.hint(name, types));
    }
    return "cannot be made in %s: %s".formatted(now, e.getMessage());
  }

  /// {@return the place of the name of what a change is about: a type, table or machine type}
  private static Optional<Place> subject(Place value) {
    return value.isMap() ? value.peek(List.of("type", "table", "name")) : Optional.of(value);
  }
}
