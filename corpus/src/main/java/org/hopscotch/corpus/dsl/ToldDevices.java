package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.release.Device;

/// The devices of a machine type or configuration, each by an id of its own.
final class ToldDevices {
  private ToldDevices() {}

  /// {@return devices with one more}
  ///
  /// @param owner for the message
  static List<Device> added(List<Device> all, Device one, String owner) {
    if (ids(all).contains(one.id())) {
      throw new IllegalArgumentException("device %s twice in %s".formatted(one.id(), owner));
    }
    List<Device> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  /// {@return devices, one of which has a property set by hand}
  static List<Device> set(
      List<Device> all, String id, String property, String value, String owner) {
    if (!ids(all).contains(id)) {
      throw Words.none("device", id, owner, ids(all));
    }
    return all.stream().map(one -> one.id().equals(id) ? set(one, property, value) : one).toList();
  }

  /// {@return a device with a property set by hand}
  static Device set(Device device, String property, String value) {
    Map<String, String> properties = new LinkedHashMap<>(device.properties());
    properties.put(property, value);
    return new Device(device.id(), device.type(), device.path(), properties);
  }

  static List<String> ids(List<Device> all) {
    return all.stream().map(Device::id).toList();
  }
}
