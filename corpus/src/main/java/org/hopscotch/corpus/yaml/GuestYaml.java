package org.hopscotch.corpus.yaml;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.LoaderFamily;
import org.snakeyaml.engine.v2.nodes.Node;

/// A guest as YAML: its `section` ({@link SectionYaml}) and `state` ({@link StateYaml}); and where
/// they are not as usual, the `properties` and the `unknown` conditions that its host gives to
/// expressions (none), and the loader `family` by the name of its constant (`FROM_11_0`).
public final class GuestYaml {
  private static final LoaderFamily USUAL_FAMILY = LoaderFamily.FROM_11_0;

  private GuestYaml() {}

  /// {@return the YAML of a guest, ending in a line break}
  ///
  /// @throws IllegalArgumentException as {@link SectionYaml#print} does
  public static String print(Guest guest) {
    return Yaml.print(node(guest));
  }

  /// {@return the guest that a YAML text stands for}
  public static Guest read(String yaml) throws YamlException {
    return Yaml.read(yaml, GuestYaml::read);
  }

  static Node node(Guest guest) {
    MapNode map =
        new MapNode()
            .put("section", SectionYaml.node(guest.section()))
            .put("state", StateYaml.node(guest.state()));
    MapNode properties = new MapNode();
    new TreeMap<>(guest.bindings().properties()).forEach(properties::put);
    if (!properties.isEmpty()) {
      map.put("properties", properties.flow());
    }
    MapNode unknown = new MapNode();
    new TreeMap<>(guest.bindings().unknown())
        .forEach((name, assumed) -> unknown.put(name, Nodes.flag(assumed)));
    if (!unknown.isEmpty()) {
      map.put("unknown", unknown.flow());
    }
    if (guest.family() != USUAL_FAMILY) {
      map.put("family", guest.family().name());
    }
    return map.block();
  }

  static Guest read(Place place) throws YamlException {
    Entries entries = place.entries();
    Section section = entries.require("section", SectionYaml::read, new Section("", 0, 0));
    DeviceState state = entries.require("state", StateYaml::read, DeviceState.EMPTY);
    Map<String, Long> properties =
        entries.take("properties", all -> all.eachOf(GuestYaml::number), Map.of());
    Map<String, Boolean> unknown =
        entries.take("unknown", all -> all.eachOf(Place::flag), Map.of());
    LoaderFamily family = entries.take("family", GuestYaml::family, USUAL_FAMILY);
    entries.end();
    return new Guest(section, state, new Bindings(properties, unknown), family);
  }

  private static long number(Place value) throws YamlException {
    return value.isFlag() ? value.flag() ? 1 : 0L : value.number();
  }

  static LoaderFamily family(Place place) throws YamlException {
    String name = place.text();
    for (LoaderFamily family : LoaderFamily.values()) {
      if (family.name().equals(name)) {
        return family;
      }
    }
    throw place.expected(
        Arrays.stream(LoaderFamily.values()).map(Enum::name).collect(Collectors.joining(" or ")));
  }
}
