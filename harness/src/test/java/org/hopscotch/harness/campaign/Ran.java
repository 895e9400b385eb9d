package org.hopscotch.harness.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A campaign that ran, and what it handed over.
record Ran(Experiments experiments, Totals totals, List<Found> found) {
  static Ran of(long seed, Experiments experiments, int threads, long tries) throws Exception {
    return of(new Campaign(seed, experiments, Shard.WHOLE), experiments, threads, tries);
  }

  static Ran of(Campaign campaign, Experiments experiments, int threads, long tries)
      throws Exception {
    List<Found> found = new ArrayList<>();
    Totals totals =
        campaign.run(
            threads, Campaign.Work.of(tries), () -> false, (_, some) -> found.addAll(some));
    return new Ran(experiments, totals, found);
  }

  /// {@return the violations that no other one explains}
  List<Violation> told() {
    return totals.told().stream().map(Told::violation).toList();
  }

  /// {@return the minimised case of a violation}
  byte[] content(Violation violation) {
    return found.stream()
        .filter(one -> one.violation().equals(violation))
        .findFirst()
        .orElseThrow()
        .content();
  }

  String text(Violation violation) {
    return new String(content(violation), StandardCharsets.UTF_8);
  }

  List<String> remarks() {
    return experiments.remarks(totals);
  }
}
