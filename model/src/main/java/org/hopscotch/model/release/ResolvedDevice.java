package org.hopscotch.model.release;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Bindings;

/// A device of a host with the value of each property, and why.
///
/// @param properties by name, in the order of declaration
/// @param bindings the same as expressions see it, with `machine.x` and `host.x`
public record ResolvedDevice(
    Device device, DeviceType type, Map<String, ResolvedProperty> properties, Bindings bindings) {

  public ResolvedDevice {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /// {@return a property, empty when the release lacks it}
  public Optional<ResolvedProperty> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  static Bindings bindings(
      Map<String, Long> surroundings,
      Map<String, Boolean> unknown,
      Map<String, ResolvedProperty> resolved) {
    Map<String, Long> all = new HashMap<>(surroundings);
    resolved.forEach((name, property) -> all.put(name, property.number()));
    return new Bindings(all, unknown);
  }
}
