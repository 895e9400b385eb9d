package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hopscotch.model.migration.Capabilities;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.PropertyKind;
import org.snakeyaml.engine.v2.nodes.Node;

/// What the user asks of a machine, as keys; each may be left out:
///
/// | key | value |
/// |---|---|
/// | `cpus` | how many vCPUs (1), `machine.cpus` to expressions |
/// | `ram` | bytes, `machine.ram` to expressions |
/// | `numbers` | whatever else devices look at, `machine.x` to expressions |
/// | `devices` | in order of creation, see {@link DeviceYaml} |
/// | `globals` | a list of {@link SettingYaml settings} |
/// | `capabilities` | migration capabilities that are on |
/// | `uuid` | the guest's |
///
/// A stop of a route has those in which it differs from the others. There `numbers` are beside
/// those of all stops, `properties` by device are set beside those of its `-device` option, and all
/// else is instead.
final class ConfigurationYaml {
  private static final List<String> PLAIN = List.of("cpus", "ram");

  private ConfigurationYaml() {}

  // ---- printing

  static Node node(Configuration configuration, Predicate<Configuration.Global> known) {
    Configuration nothing =
        new Configuration(Map.of(), List.of(), List.of(), Set.of(), Optional.empty());
    return entries(configuration, nothing, known).block();
  }

  /// {@return what of a configuration is not as in another}
  static MapNode entries(
      Configuration configuration, Configuration usual, Predicate<Configuration.Global> known) {
    MapNode map = numbers(configuration, usual);
    if (!configuration.devices().equals(usual.devices())) {
      Optional<MapNode> set = properties(configuration.devices(), usual.devices());
      set.ifPresentOrElse(
          properties -> map.put("properties", properties.flow()),
          () -> map.put("devices", DeviceYaml.node(configuration.devices())));
    }
    if (!configuration.globals().equals(usual.globals())) {
      map.put(
          "globals",
          Nodes.block(
              configuration.globals().stream()
                  .map(global -> SettingYaml.node(global, known.test(global)))
                  .toList()));
    }
    if (!configuration.capabilities().equals(usual.capabilities())) {
      map.put("capabilities", Nodes.words(new TreeSet<>(configuration.capabilities())));
    }
    if (!configuration.uuid().equals(usual.uuid())) {
      configuration.uuid().ifPresent(uuid -> map.put("uuid", Nodes.quoted(uuid)));
    }
    return map;
  }

  private static MapNode numbers(Configuration configuration, Configuration usual) {
    MapNode map = new MapNode();
    MapNode others = new MapNode();
    configuration
        .numbers()
        .forEach((name, value) -> {
          if (!value.equals(usual.numbers().get(name))) {
            (PLAIN.contains(name) ? map : others).put(name, value);
          }
        });
    return others.isEmpty() ? map : map.put("numbers", others.flow());
  }

  /// {@return the properties that are set beside others; empty where that does not tell it all}
  private static Optional<MapNode> properties(List<Device> devices, List<Device> usual) {
    MapNode map = new MapNode();
    if (devices.size() != usual.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < devices.size(); i++) {
      Device device = devices.get(i);
      Map<String, String> set = new LinkedHashMap<>(device.properties());
      set.entrySet().removeAll(usual.get(i).properties().entrySet());
      if (!with(usual.get(i), set).equals(device)) {
        return Optional.empty();
      }
      if (!set.isEmpty()) {
        map.put(device.id(), DeviceYaml.properties(set));
      }
    }
    return Optional.of(map);
  }

  private static Device with(Device device, Map<String, String> properties) {
    Map<String, String> all = new LinkedHashMap<>(device.properties());
    all.putAll(properties);
    return new Device(device.id(), device.type(), device.path(), all);
  }

  // ---- reading

  static Configuration read(Place place) throws YamlException {
    Entries entries = place.entries();
    Configuration configuration = read(entries, Configuration.BARE);
    entries.end();
    return configuration;
  }

  /// {@return a configuration that is as another one where nothing else is said}
  static Configuration read(Entries entries, Configuration usual) {
    Map<String, Long> numbers = new LinkedHashMap<>(usual.numbers());
    for (String name : PLAIN) {
      entries.find(name, Place::number).ifPresent(value -> numbers.put(name, value));
    }
    numbers.putAll(entries.take("numbers", ConfigurationYaml::otherNumbers, Map.of()));
    return new Configuration(
        numbers,
        entries.take("devices", DeviceYaml::read, usual.devices()),
        entries.take("globals", all -> all.each(SettingYaml::global), usual.globals()),
        Set.copyOf(
            entries.take(
                "capabilities",
                all -> all.each(ConfigurationYaml::capability),
                List.copyOf(usual.capabilities()))),
        entries.find("uuid", ConfigurationYaml::uuid).or(usual::uuid));
  }

  private static Map<String, Long> otherNumbers(Place place) throws YamlException {
    for (String name : PLAIN) {
      place
          .peek(List.of(name))
          .ifPresent(number -> number.note("'%s' is a key of its own".formatted(name)));
    }
    return MachineYaml.numbers(place);
  }

  /// {@return devices with the properties that a stop sets beside theirs}
  static List<Device> withProperties(List<Device> devices, Place place) throws YamlException {
    Map<String, Place> sets = place.entries().takeAll();
    List<Device> changed = new ArrayList<>();
    for (Device device : devices) {
      Optional<Place> set = Optional.ofNullable(sets.remove(device.id()));
      Device one =
          set.map(properties -> with(device, properties.read(DeviceYaml::properties, Map.of())))
              .orElse(device);
      place.reading().place(device).ifPresent(at -> place.reading().remember(one, at));
      changed.add(one);
    }
    List<String> ids = devices.stream().map(Device::id).toList();
    sets.forEach((id, value) ->
        value.note("no device '%s' in the configuration%s".formatted(id, Spelling.hint(id, ids))));
    return changed;
  }

  private static String uuid(Place place) throws YamlException {
    String text = place.name();
    boolean is =
        !text.equals("auto")
            && new PropertyKind.Uuid().parse("uuid", text) instanceof PropertyKind.Accepted;
    if (!is) {
      throw place.expected("a UUID, such as 00112233-4455-6677-8899-aabbccddeeff");
    }
    return text;
  }

  private static String capability(Place place) throws YamlException {
    return place.word(Capabilities.names());
  }
}
