package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.MachineType;
import org.snakeyaml.engine.v2.nodes.Node;

/// A machine type as YAML, below its name:
///
/// | key | value |
/// |---|---|
/// | `version` | of the release that introduced it; without it no versioned table applies |
/// | `family` | whose tables apply beside the common ones |
/// | `aliases` | other names for it |
/// | `deprecated` | whether it will be retired (no) |
/// | `devices` | built in, see {@link DeviceYaml} |
/// | `ram` | blocks of the machine itself, see {@link RamYaml} |
/// | `options` | numbers set by its own code, `machine.x` to expressions |
final class MachineYaml {
  private MachineYaml() {}

  static MapNode entries(MachineType machine) {
    MapNode map = new MapNode();
    machine.version().ifPresent(version -> map.put("version", Nodes.quoted(version.toString())));
    map.put("family", machine.family());
    if (!machine.aliases().isEmpty()) {
      map.put("aliases", Nodes.words(machine.aliases()));
    }
    if (machine.deprecated()) {
      map.put("deprecated", Nodes.flag(true));
    }
    if (!machine.devices().isEmpty()) {
      map.put("devices", DeviceYaml.node(machine.devices()));
    }
    if (!machine.ram().isEmpty()) {
      map.put("ram", RamYaml.node(machine.ram()));
    }
    if (!machine.options().isEmpty()) {
      MapNode options = new MapNode();
      machine.options().forEach(options::put);
      map.put("options", options.flow());
    }
    return map;
  }

  static Node node(MachineType machine) {
    return entries(machine).fitting();
  }

  static MachineType read(String name, Place place) throws YamlException {
    return read(name, place.entries());
  }

  /// Reads all entries that are left.
  static MachineType read(String name, Entries entries) {
    MachineType machine =
        new MachineType(
            name,
            TableYaml.version(entries),
            entries.require("family", Place::name, ""),
            entries.take("aliases", all -> all.each(Place::name), List.of()),
            entries.take("deprecated", Place::flag, false),
            entries.take("devices", DeviceYaml::read, List.of()),
            entries.take("ram", RamYaml::read, List.of()),
            entries.take("options", MachineYaml::numbers, Map.of()));
    entries.end();
    entries.map().reading().remember(machine, entries.map());
    return machine;
  }

  /// {@return a machine type of which only the name is known}
  static MachineType unreadable(String name) {
    return new MachineType(
        name, Optional.empty(), "", List.of(), false, List.of(), List.of(), Map.of());
  }

  static Map<String, Long> numbers(Place place) throws YamlException {
    return place.eachOf(Place::number);
  }
}
