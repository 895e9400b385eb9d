package org.hopscotch.harness.invariant;

import java.util.List;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;

/// `older-to-newer`: a guest that leaves an older release arrives at a newer one and is the same
/// (case 6). The newer one must not wait for what the older never sends.
public final class OlderToNewer implements Invariant {
  @Override
  public InvariantId id() {
    return InvariantId.OLDER_TO_NEWER;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    return Judgement.orDoesNotApply(
        Hops.judge(
            journey,
            (source, destination) ->
                journey.scenario().history().isOlder(source.release(), destination.release())),
        "no hop leads from a release to a newer one that has the machine type too");
  }
}
