package org.hopscotch.harness.repair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.scenario.Scenario;

/// Candidates that were made one after the other, in one release or in several.
///
/// @param made by release
record Repair(Map<String, Candidate> made) {

  /// Nothing is changed yet.
  static final Repair NONE = new Repair(Map.of());

  Repair {
    made = new LinkedHashMap<>(made);
  }

  /// {@return this repair with one more candidate}
  Repair with(String release, Candidate candidate) {
    Map<String, Candidate> more = new LinkedHashMap<>(made);
    more.merge(release, candidate, Candidate::and);
    return new Repair(more);
  }

  int cost() {
    return made.values().stream().mapToInt(Candidate::cost).sum();
  }

  /// {@return the worst kind of what is changed}
  RepairKind kind() {
    TreeSet<RepairKind> kinds = new TreeSet<>(made.values().stream().map(Candidate::kind).toList());
    return kinds.stream().reduce((a, b) -> b.weight() >= a.weight() ? b : a).orElse(RepairKind.ROW);
  }

  boolean isUndoing() {
    return made.values().stream().anyMatch(Candidate::isUndoing);
  }

  /// {@return a scenario with one more candidate; empty when it cannot be made}
  static Optional<Scenario> changed(Scenario scenario, String release, Candidate candidate) {
    try {
      return Optional.of(
          scenario.with(release, old -> Evolution.changed(old, candidate.changes())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// @param remark what else is to be said
  Proposal proposal(List<String> releases, String remark) {
    Map<String, List<Change>> changes = new LinkedHashMap<>();
    StringBuilder words = new StringBuilder();
    for (String release : releases) {
      if (made.containsKey(release)) {
        changes.put(release, made.get(release).changes());
        words.append(words.isEmpty() ? "" : " ").append(made.get(release).words());
      }
    }
    return new Proposal(changes, kind(), words + remark);
  }
}
