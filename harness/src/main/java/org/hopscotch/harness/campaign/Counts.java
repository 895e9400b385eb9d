package org.hopscotch.harness.campaign;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hopscotch.model.scenario.Verdict;

/// What was drawn, and what was said of it, in numbers. Each batch counts for itself.
final class Counts {
  private final SortedMap<String, SortedMap<String, Long>> drawn = new TreeMap<>();
  private final SortedMap<String, Map<Verdict, Long>> verdicts = new TreeMap<>();

  void drawn(String group, String kind) {
    drawn.computeIfAbsent(group, _ -> new TreeMap<>()).merge(kind, 1L, Long::sum);
  }

  void verdict(String invariant, Verdict verdict) {
    verdicts
        .computeIfAbsent(invariant, _ -> new EnumMap<>(Verdict.class))
        .merge(verdict, 1L, Long::sum);
  }

  void add(
      SortedMap<String, SortedMap<String, Long>> moreDrawn,
      SortedMap<String, Map<Verdict, Long>> moreVerdicts) {
    moreDrawn.forEach((group, kinds) ->
        kinds.forEach((kind, n) ->
            drawn.computeIfAbsent(group, _ -> new TreeMap<>()).merge(kind, n, Long::sum)));
    moreVerdicts.forEach((invariant, counts) ->
        counts.forEach((verdict, n) ->
            verdicts
                .computeIfAbsent(invariant, _ -> new EnumMap<>(Verdict.class))
                .merge(verdict, n, Long::sum)));
  }

  SortedMap<String, SortedMap<String, Long>> drawn() {
    return drawn;
  }

  SortedMap<String, Map<Verdict, Long>> verdicts() {
    return verdicts;
  }
}
