package org.hopscotch.model.release;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One device of a machine: built in, or a `-device` option.
///
/// @param id by which guests and findings name it
/// @param type as a device type's name
/// @param path the device path, which its section's name begins with (`0000:00:02.0`)
/// @param properties set by the option, as text; they win over everything else
public record Device(
    String id, String type, Optional<String> path, Map<String, String> properties) {

  public Device {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /// A device without path, as its type and the machine type make it.
  public Device(String id, String type) {
    this(id, type, Optional.empty(), Map.of());
  }
}
