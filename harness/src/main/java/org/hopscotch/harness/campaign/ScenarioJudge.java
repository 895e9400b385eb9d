package org.hopscotch.harness.campaign;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Invariants;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;

/// Judges journeys by some of the promises.
///
/// @param promises those that are asked
record ScenarioJudge(Set<InvariantId> promises) {

  /// {@return what each promise comes to}
  SortedMap<InvariantId, Judgement> judge(Journey journey) {
    SortedMap<InvariantId, Judgement> all = new TreeMap<>();
    for (Invariant invariant : Invariants.all()) {
      if (promises.contains(invariant.id())) {
        all.put(invariant.id(), representative(invariant.judge(journey)));
      }
    }
    return all;
  }

  /// {@return the first judgement of the verdict that several come to}
  private static Judgement representative(List<Judgement> judgements) {
    Verdict verdict = Invariant.verdict(judgements);
    return judgements.stream()
        .filter(one -> one.verdict() == verdict)
        .findFirst()
        .orElse(Judgement.doesNotApply(""));
  }
}
