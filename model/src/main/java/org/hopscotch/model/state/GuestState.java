package org.hopscotch.model.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The state of all devices of one guest.
///
/// @param devices by the device's id, in order of creation
public record GuestState(Map<String, DeviceState> devices) {

  /// A guest without devices.
  public static final GuestState EMPTY = new GuestState(Map.of());

  public GuestState {
    devices = Collections.unmodifiableMap(new LinkedHashMap<>(devices));
  }

  /// {@return the state of one device}
  public Optional<DeviceState> device(String id) {
    return Optional.ofNullable(devices.get(id));
  }

  /// {@return this guest with another state of one device}
  public GuestState with(String id, DeviceState state) {
    Map<String, DeviceState> changed = new LinkedHashMap<>(devices);
    changed.put(id, state);
    return new GuestState(changed);
  }
}
