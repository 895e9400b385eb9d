package org.hopscotch.harness.invariant;

import java.util.Comparator;
import java.util.List;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;

/// A promise about scenarios.
public interface Invariant {

  /// {@return which promise this is}
  InvariantId id();

  /// {@return every judgement that the promise comes to on a journey: one for each hop, stop or
  /// member that it is about; none or {@link Verdict#DOES_NOT_APPLY} where it is about nothing}
  List<Judgement> judge(Journey journey);

  /// {@return the verdict that several judgements come to: the most serious one}
  static Verdict verdict(List<Judgement> judgements) {
    return judgements.stream()
        .map(Judgement::verdict)
        .min(Comparator.comparingInt(SERIOUS_FIRST::indexOf))
        .orElse(Verdict.DOES_NOT_APPLY);
  }

  /// Verdicts, the most serious first.
  List<Verdict> SERIOUS_FIRST =
      List.of(
          Verdict.VIOLATED,
          Verdict.CANNOT_TELL,
          Verdict.INTERESTING,
          Verdict.HOLDS,
          Verdict.DOES_NOT_APPLY);
}
