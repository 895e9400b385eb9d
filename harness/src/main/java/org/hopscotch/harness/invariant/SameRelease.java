package org.hopscotch.harness.invariant;

import java.util.List;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;

/// `same-release`: between two hosts of one release, with its own machine type, a guest arrives and
/// is the same (cases 1 and 2).
public final class SameRelease implements Invariant {
  @Override
  public InvariantId id() {
    return InvariantId.SAME_RELEASE;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    return Judgement.orDoesNotApply(
        Hops.judge(
            journey,
            (source, destination) ->
                Hops.sameRelease(source, destination) && Hops.isNewestMachine(source)),
        "no hop is within one release, with its newest machine type of the family");
  }
}
