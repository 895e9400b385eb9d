package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;

/// Draws the release that a history begins with: device types, one or two families of machine
/// types, perhaps an older one of each, and the rows that it needs.
final class FirstRelease {
  private static final int MOST_TYPES = 4;
  private static final List<String> FAMILIES = List.of("pc", "q35");
  private static final String BEFORE = "2.4";

  private final Choices choices;
  private final DeviceTypes deviceTypes;

  FirstRelease(Choices choices, Names names, long parts) {
    this.choices = choices;
    this.deviceTypes = new DeviceTypes(choices, names, parts);
  }

  /// {@return a release}
  ///
  /// @param name its number
  Release draw(String name) {
    List<DeviceType> types = new ArrayList<>();
    choices.list("type", 1, MOST_TYPES, _ -> types.addAll(deviceTypes.draw(types)));
    boolean older = choices.chance(1, 4) && Version.of(BEFORE).compareTo(Version.of(name)) < 0;
    List<CompatTable> tables = new ArrayList<>();
    if (older) {
      tables(types).ifPresent(tables::add);
    }
    List<MachineType> machines = new ArrayList<>();
    int families = choices.chance(1, 6) ? 2 : 1;
    List<Device> builtIn = builtIn(types);
    for (String family : FAMILIES.subList(0, families)) {
      machines.add(machine(family, name).withAliases(List.of(family)).withDevices(builtIn));
      if (older) {
        machines.add(machine(family, BEFORE).withDevices(builtIn));
      }
    }
    return new Release(name, Optional.empty(), Version.of(name).family(), types, tables, machines);
  }

  static MachineType machine(String family, String version) {
    return new MachineType(family + "-" + version, version, family);
  }

  private List<Device> builtIn(List<DeviceType> types) {
    List<DeviceType> plain = types.stream().filter(type -> !type.isAbstract()).toList();
    return choices.chance(1, 6)
        ? List.of(new Device("board", choices.oneOf(plain).name()))
        : List.of();
  }

  /// Rows that give the older machine type other values.
  private Optional<CompatTable> tables(List<DeviceType> types) {
    List<CompatTable.Row> rows = new ArrayList<>();
    for (DeviceType type : types) {
      for (Property property : type.properties()) {
        if (choices.chance(1, 2)) {
          rows.add(
              new CompatTable.Row(
                  type.name(), property.name(), DeviceTypes.other(choices, property)));
        }
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CompatTable(
                Growing.tableName(BEFORE),
                Optional.of(Version.of(BEFORE)),
                Optional.empty(),
                rows));
  }
}
