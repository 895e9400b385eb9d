package org.hopscotch.harness.repair;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Invariants;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Verdict;

/// Judges scenarios by all promises, and so many of them at most.
final class Judge {
  private final Journey.Subjects subjects;
  private final int budget;
  private int judged;

  Judge(Journey.Subjects subjects, int budget) {
    this.subjects = subjects;
    this.budget = budget;
  }

  int judged() {
    return judged;
  }

  boolean isSpent() {
    return judged >= budget;
  }

  /// {@return how a scenario stands; one that cannot be judged, since its expressions ask for what
  /// is not there, is as bad as can be}
  Standing standing(Scenario scenario) {
    if (isSpent()) {
      return Standing.UNKNOWN;
    }
    judged++;
    try {
      return judge(new Journey(scenario, subjects));
    } catch (IllegalArgumentException | IllegalStateException _) {
      return Standing.UNKNOWN;
    }
  }

  private static Standing judge(Journey journey) {
    Set<InvariantId> violated = EnumSet.noneOf(InvariantId.class);
    Set<InvariantId> silent = EnumSet.noneOf(InvariantId.class);
    int violations = 0;
    for (Invariant invariant : Invariants.all()) {
      List<Judgement> judgements = invariant.judge(journey);
      long broken = judgements.stream().filter(one -> one.verdict() == Verdict.VIOLATED).count();
      if (broken > 0) {
        violated.add(invariant.id());
        violations += (int) broken;
      } else if (Invariant.verdict(judgements) == Verdict.DOES_NOT_APPLY) {
        silent.add(invariant.id());
      }
    }
    int arrived = 0;
    long offset = -1;
    for (int i = 0; i < journey.route().size(); i++) {
      Journey.Visit visit = journey.visit(i);
      arrived += visit.arrived().isPresent() ? 1 : 0;
      if (visit.outcome() instanceof Outcome.Refused refused) {
        offset = refused.refusal().offset();
      }
    }
    return new Standing(arrived, offset, violated, violations, silent);
  }
}
