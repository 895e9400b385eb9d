package org.hopscotch.model.release;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a host offers beside QEMU: kernel features, processor, libraries.
///
/// @param features numbers by name, `host.x` to expressions; one that is missing is 0
public record Surroundings(Map<String, Long> features) {

  /// A host that offers nothing.
  public static final Surroundings PLAIN = new Surroundings(Map.of());

  public Surroundings {
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
  }
}
