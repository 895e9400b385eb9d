package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Release;

/// How the device types of a release become those of another, each of which needs its parent at
/// every moment.
final class LineageDifferences {
  private final Release to;
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> going;
  private Release now;

  private LineageDifferences(Release from, Release to, Set<String> going) {
    this.now = from;
    this.to = to;
    this.going = new HashSet<>(going);
  }

  /// {@return the changes, in order}
  static List<Change> between(Release from, Release to) {
    Map<String, List<Change>> parts = new HashMap<>();
    for (DeviceType type : to.types()) {
      from.types().stream()
          .filter(old -> old.name().equals(type.name()))
          .filter(old -> old.parent().isEmpty() || type.parent().isPresent())
          .forEach(old ->
              TypeDifferences.between(old, type)
                  .ifPresent(changes -> parts.put(type.name(), changes)));
    }
    NamedDifference<DeviceType> difference = difference(from, to, parts.keySet());
    LineageDifferences differences = new LineageDifferences(from, to, names(difference.removed()));
    differences.removeLoose();
    difference.added().forEach(differences::add);
    differences.setParents();
    for (NamedDifference.Stay<DeviceType> stay : difference.stays()) {
      parts.get(stay.to().name()).forEach(differences::make);
    }
    differences.removeLoose();
    return differences.changes;
  }

  private static Set<String> names(List<DeviceType> types) {
    return types.stream().map(DeviceType::name).collect(Collectors.toSet());
  }

  /// A type below one that is made anew, and so removed first, cannot stay either.
  private static NamedDifference<DeviceType> difference(
      Release from, Release to, Set<String> changeable) {
    int most = to.types().size();
    while (true) {
      NamedDifference<DeviceType> difference =
          NamedDifference.between(
              from.types(),
              to.types(),
              (one, other) -> one.name().equals(other.name()) && changeable.contains(other.name()),
              most);
      Set<String> anew = names(difference.removed());
      anew.retainAll(names(difference.added()));
      int fit = 0;
      while (fit < difference.stays().size()
          && from.lineage(difference.stays().get(fit).from()).stream()
              .map(DeviceType::name)
              .noneMatch(anew::contains)) {
        fit++;
      }
      if (fit == difference.stays().size()) {
        return difference;
      }
      most = fit;
    }
  }

  private void make(Change change) {
    now = Evolution.changed(now, change);
    changes.add(change);
  }

  /// Removes the types that go, as far as no other is below them.
  private void removeLoose() {
    Optional<String> next = loose();
    while (next.isPresent()) {
      make(new Change.RemoveType(next.get()));
      going.remove(next.get());
      next = loose();
    }
  }

  private Optional<String> loose() {
    return now.types().stream()
        .map(DeviceType::name)
        .filter(going::contains)
        .filter(name ->
            name.equals(MigrationObject.NAME)
                || now.types().stream().noneMatch(type -> type.parent().equals(Optional.of(name))))
        .findFirst();
  }

  private void add(DeviceType type) {
    boolean isBare = type.equals(DeviceType.named(type.name()).withProperties(type.properties()));
    if (type.name().equals(MigrationObject.NAME) && isBare && !type.properties().isEmpty()) {
      type.properties().forEach(one -> make(new Change.AddProperty(type.name(), one)));
    } else if (type.parent().map(parent -> now.type(parent).isPresent()).orElse(true)) {
      make(new Change.AddType(type));
    } else {
      make(new Change.AddType(TypeDifferences.orphan(type)));
    }
  }

  /// Types are given their parents ancestors first, so that none is below itself on the way.
  private void setParents() {
    to.types().stream()
        .sorted(Comparator.comparingInt(type -> to.lineage(type).size()))
        .filter(type -> !now.type(type.name()).orElseThrow().parent().equals(type.parent()))
        .toList()
        .forEach(type -> make(new Change.SetParent(type.name(), type.parent().orElseThrow())));
  }
}
