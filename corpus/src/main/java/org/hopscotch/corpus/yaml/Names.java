package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Release;

/// The names that at least one of some releases knows.
final class Names {
  private final List<Release> releases;
  private final Set<String> types = new TreeSet<>();
  private final Set<String> drivers = new TreeSet<>();
  private final Set<String> machines = new LinkedHashSet<>();

  Names(List<Release> releases) {
    this.releases = List.copyOf(releases);
    for (Release release : releases) {
      release
          .types()
          .forEach(type -> {
            types.add(type.name());
            drivers.addAll(type.interfaces());
          });
      for (MachineType machine : release.machines()) {
        machines.add(machine.name());
        machines.addAll(machine.aliases());
      }
    }
    types.add(MigrationObject.NAME);
    drivers.addAll(types);
  }

  /// {@return the device types}
  Set<String> types() {
    return types;
  }

  /// {@return whether no release lets devices be of exactly this type}
  boolean isAlwaysAbstract(String type) {
    return releases.stream()
        .flatMap(release -> release.type(type).stream())
        .allMatch(DeviceType::isAbstract);
  }

  /// {@return device types and interfaces}
  Set<String> drivers() {
    return drivers;
  }

  /// {@return names and aliases of machine types}
  Set<String> machines() {
    return machines;
  }

  /// {@return the properties of all types that are a driver}
  Set<String> properties(String driver) {
    Set<String> names = new TreeSet<>();
    forEachOf(
        driver, (release, type) -> release.properties(type).forEach(one -> names.add(one.name())));
    return names;
  }

  /// {@return the types that are a driver, and those that they are}
  Set<String> relatives(String driver) {
    Set<String> names = new TreeSet<>(Set.of(driver));
    forEachOf(
        driver, (release, type) -> release.lineage(type).forEach(one -> names.add(one.name())));
    return names;
  }

  /// {@return why no property of a name takes a value, in QEMU's words; empty when one does}
  Optional<String> refusal(String driver, String property, String value) {
    List<PropertyKind.Parsed> parsed = new ArrayList<>();
    forEachOf(
        driver,
        (release, type) ->
            release.properties(type).stream()
                .filter(one -> one.name().equals(property))
                .forEach(one -> parsed.add(one.kind().parse(property, value))));
    return parsed.stream().anyMatch(PropertyKind.Accepted.class::isInstance)
        ? Optional.empty()
        : parsed.stream()
            .filter(PropertyKind.Refused.class::isInstance)
            .map(refused -> ((PropertyKind.Refused) refused).words())
            .findFirst();
  }

  private void forEachOf(String driver, BiConsumer<Release, DeviceType> action) {
    for (Release release : releases) {
      for (String name : types) {
        release
            .type(name)
            .filter(type -> release.isA(type, driver))
            .ifPresent(type -> action.accept(release, type));
      }
    }
  }

  boolean has(CompatTable.Row row) {
    return properties(row.driver()).contains(row.property());
  }

  boolean has(Configuration.Global global) {
    return properties(global.driver()).contains(global.property());
  }
}
