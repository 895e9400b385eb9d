package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;

/// The list of {@link ReleaseYaml releases} of one file while it is read, each made from those
/// before it.
final class ReleasesYaml {
  private final List<Told> told = new ArrayList<>();
  private final Map<String, Release> releases = new LinkedHashMap<>();

  /// {@return the releases as they are told}
  List<Told> told() {
    return told;
  }

  /// {@return those that could be made, by name}
  Map<String, Release> byName() {
    return releases;
  }

  /// {@return the releases that could be made}
  ///
  /// @throws IllegalArgumentException when they do not make a history, which checks have noted
  History history() {
    return new History(List.copyOf(releases.values()));
  }

  List<Told> read(Place place) throws YamlException {
    Reading reading = place.reading();
    List<Place> items = place.items();
    if (items.isEmpty()) {
      throw place.problem("expected at least one release");
    }
    for (Place item : items) {
      Optional<ReleaseYaml.Read> read = item.tried(one -> ReleaseYaml.read(one, releases));
      if (read.isEmpty()) {
        reading.doubt("");
        continue;
      }
      told.add(read.get().told());
      read.get()
          .release()
          .ifPresent(release -> {
            if (releases.putIfAbsent(release.name(), release) != null) {
              reading.doubt("");
              reading
                  .place(release.name())
                  .ifPresent(name -> name.note("the release twice: " + release.name()));
            }
          });
    }
    return told;
  }
}
