package org.hopscotch.harness.repair;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.evolution.Change;

/// A repair with which all promises hold.
///
/// @param changes by release, each list behind the release's own changes
/// @param kind of what is changed first
/// @param words what is changed, in sentences
public record Proposal(Map<String, List<Change>> changes, RepairKind kind, String words) {
  public Proposal {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  /// {@return the newest release that is changed}
  public String release() {
    return changes.keySet().iterator().next();
  }
}
