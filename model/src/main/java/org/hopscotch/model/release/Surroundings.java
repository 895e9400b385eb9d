package org.hopscotch.model.release;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a host offers beside QEMU: kernel features, processor, libraries.
///
/// @param features numbers by name, `host.x` to expressions; one that is missing is 0
/// @param unknown what is assumed of conditions of which only the existence is known
public record Surroundings(Map<String, Long> features, Map<String, Boolean> unknown) {

  /// A host that offers nothing.
  public static final Surroundings PLAIN = new Surroundings(Map.of());

  /// A host of known conditions only.
  public Surroundings(Map<String, Long> features) {
    this(features, Map.of());
  }

  public Surroundings {
    unknown = Map.copyOf(unknown);
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
  }
}
