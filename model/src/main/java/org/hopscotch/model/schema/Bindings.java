package org.hopscotch.model.schema;

import java.util.Map;

/// What a host gives to the expressions of its schemas.
///
/// @param properties resolved values by name; booleans are 0 and 1
/// @param unknown what each unknown condition is assumed to be
public record Bindings(Map<String, Long> properties, Map<String, Boolean> unknown) {

  /// For schemas without properties and unknown conditions.
  public static final Bindings NONE = new Bindings(Map.of(), Map.of());

  public Bindings {
    properties = Map.copyOf(properties);
    unknown = Map.copyOf(unknown);
  }

  /// {@return the value of a property. What the host or the machine does not say (`host.x`,
  /// `machine.x`) is 0}
  ///
  /// @throws IllegalArgumentException when another one has no value
  public long property(String name) {
    Long value = properties.get(name);
    if (value != null) {
      return value;
    }
    if (name.startsWith("host.") || name.startsWith("machine.")) {
      return 0;
    }
    throw new IllegalArgumentException("no value for property " + name);
  }
}
