package org.hopscotch.harness.invariant;

import java.util.List;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;

/// `newer-to-older`: a guest that leaves a newer release arrives at an older one and is the same
/// (case 5). The newer one must not send what the older cannot take.
public final class NewerToOlder implements Invariant {
  @Override
  public InvariantId id() {
    return InvariantId.NEWER_TO_OLDER;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    return Judgement.orDoesNotApply(
        Hops.judge(
            journey,
            (source, destination) ->
                journey.scenario().history().isOlder(destination.release(), source.release())),
        "no hop leads from a release to an older one that has the machine type too");
  }
}
