package org.hopscotch.corpus.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.release.Device;
import org.snakeyaml.engine.v2.nodes.Node;

/// Devices as YAML: by id, in order of creation, a map of
///
/// | key | value |
/// |---|---|
/// | `type` | a device type |
/// | `path` | the device path, which its section's name begins with: `"0000:00:02.0"` |
/// | `properties` | set by the option, in quotes |
final class DeviceYaml {
  private DeviceYaml() {}

  static Node node(List<Device> devices) {
    MapNode map = new MapNode();
    devices.forEach(device -> map.put(device.id(), node(device)));
    return map.block();
  }

  private static Node node(Device device) {
    MapNode map = new MapNode().put("type", device.type());
    device.path().ifPresent(path -> map.put("path", Nodes.quoted(path)));
    if (!device.properties().isEmpty()) {
      map.put("properties", properties(device.properties()));
    }
    return map.flow();
  }

  static Node properties(Map<String, String> properties) {
    MapNode map = new MapNode();
    properties.forEach((name, value) -> map.put(name, Nodes.quoted(value)));
    return map.flow();
  }

  static List<Device> read(Place place) throws YamlException {
    return place.eachNamed(DeviceYaml::read, id -> new Device(id, ""));
  }

  private static Device read(String id, Place place) throws YamlException {
    Entries entries = place.entries();
    Device device =
        new Device(
            id,
            entries.require("type", Place::name, ""),
            entries.find("path", Place::name),
            entries.take("properties", DeviceYaml::properties, Map.of()));
    entries.end();
    place.reading().remember(device, place);
    return device;
  }

  static Map<String, String> properties(Place place) throws YamlException {
    return new LinkedHashMap<>(place.eachOf(Place::name));
  }
}
