package org.hopscotch.corpus.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Property;
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
    for (Release release : releases) {
      for (String name : types) {
        release
            .type(name)
            .filter(type -> release.isA(type, driver))
            .map(release::properties)
            .ifPresent(all -> all.stream().map(Property::name).forEach(names::add));
      }
    }
    return names;
  }

  /// {@return the types that are a driver}
  Set<String> typesOf(String driver) {
    Set<String> names = new TreeSet<>();
    for (Release release : releases) {
      release.types().stream()
          .filter(type -> release.isA(type, driver))
          .map(DeviceType::name)
          .forEach(names::add);
    }
    return names;
  }

  boolean has(CompatTable.Row row) {
    return properties(row.driver()).contains(row.property());
  }

  boolean has(Configuration.Global global) {
    return properties(global.driver()).contains(global.property());
  }
}
