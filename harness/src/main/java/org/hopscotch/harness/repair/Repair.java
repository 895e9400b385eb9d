package org.hopscotch.harness.repair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;

/// Candidates that were made one after the other, in one release or in several.
///
/// @param made by release
/// @param changes by release, also by those that came of one that was changed
record Repair(Map<String, Candidate> made, Map<String, List<Change>> changes) {

  /// Nothing is changed yet.
  static final Repair NONE = new Repair(Map.of(), Map.of());

  Repair {
    made = new LinkedHashMap<>(made);
    changes = new LinkedHashMap<>(changes);
  }

  /// {@return this repair with one more candidate}
  Repair with(String release, Candidate candidate) {
    return with(release, candidate, Map.of(release, candidate.changes()));
  }

  /// {@return this repair with one more step}
  Repair with(String release, Carried step) {
    return with(release, step.candidate(), step.changes());
  }

  private Repair with(String release, Candidate candidate, Map<String, List<Change>> more) {
    Map<String, Candidate> both = new LinkedHashMap<>(made);
    both.merge(release, candidate, Candidate::and);
    Map<String, List<Change>> all = new LinkedHashMap<>(changes);
    more.forEach((one, list) ->
        all.merge(one, list, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    return new Repair(both, all);
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

  /// {@return whether this changes all that another one does, and more}
  boolean exceeds(Repair other) {
    return !changes.equals(other.changes)
        && other.changes.entrySet().stream()
            .allMatch(
                one -> changes.getOrDefault(one.getKey(), List.of()).containsAll(one.getValue()));
  }

  /// @param releases that were searched, the newest first
  /// @param remark what else is to be said
  Proposal proposal(List<String> releases, String remark) {
    Map<String, List<Change>> all = new LinkedHashMap<>();
    StringBuilder words = new StringBuilder();
    for (String release : releases) {
      if (changes.containsKey(release)) {
        all.put(release, changes.get(release));
      }
      if (made.containsKey(release)) {
        words.append(words.isEmpty() ? "" : " ").append(made.get(release).words());
      }
    }
    changes.forEach(all::putIfAbsent);
    return new Proposal(all, kind(), words + remark);
  }
}
