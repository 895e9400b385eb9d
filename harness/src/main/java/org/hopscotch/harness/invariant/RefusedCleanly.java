package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.wire.Refusal;

/// `refused-cleanly`: after a refusal the source saves the same bytes again, and the guest can go
/// on elsewhere; and who refused says where.
///
/// A destination that refused is gone, as QEMU's process is; so it has no state to show.
public final class RefusedCleanly implements Invariant {
  @Override
  public InvariantId id() {
    return InvariantId.REFUSED_CLEANLY;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i + 1 < journey.route().size(); i++) {
      if (journey.visit(i + 1).outcome() instanceof Outcome.Refused refused
          && journey.visit(i).leaving().isPresent()) {
        judgements.add(
            judge(journey, i, refused).between(journey.route().get(i), journey.route().get(i + 1)));
      }
    }
    return Judgement.orDoesNotApply(judgements, "no hop is refused");
  }

  private static Judgement judge(Journey journey, int from, Outcome.Refused refused) {
    Journey.Visit source = journey.visit(from);
    Stop destination = journey.route().get(from + 1);
    String hop = Arrivals.hop(source.stop(), destination);
    Address address = new Address(hop, destination.machine(), "", "");
    View left = source.leaving().orElseThrow();
    if (left.second() instanceof Instance.NotSaved) {
      return Judgement.violated("source saves no more", hop + ": the source does not save again")
          .as(Severity.LOST)
          .at(address);
    }
    if (!saysWhere(refused)) {
      return Judgement.violated("refusal without place", hop + ": the refusal names no place")
          .as(Severity.REFUSED)
          .at(address);
    }
    if (!savesTheSame(left)) {
      return Judgement.interesting(hop + ": the source's second save differs from its first");
    }
    return elsewhere(journey, hop, source.stop(), left).at(address);
  }

  /// Inside a section a refusal names it, and everywhere its offset.
  private static boolean saysWhere(Outcome.Refused refused) {
    boolean inside = refused.phase() == Phase.DEVICE || refused.phase() == Phase.FOOTER;
    return refused.refusal().reason() instanceof Refusal.Reported
        || !inside
        || (refused.section().isPresent() && !refused.refusal().path().isEmpty());
  }

  private static boolean savesTheSame(View left) {
    if (!(left.first() instanceof Instance.Saved first
        && left.second() instanceof Instance.Saved second)) {
      return false;
    }
    Map<String, byte[]> again = Arrivals.bodies(second);
    return Arrivals.bodies(first).entrySet().stream()
        .allMatch(section -> Arrays.equals(section.getValue(), again.get(section.getKey())));
  }

  /// The guest's second save arrives at a host like its own, if the first does.
  private static Judgement elsewhere(Journey journey, String hop, Stop source, View left) {
    boolean first = arrives(journey, source, left.first());
    boolean second = arrives(journey, source, left.second());
    return first == second
        ? Judgement.holds()
        : Judgement.violated(
                "refused guest cannot leave", hop + ": after it the guest cannot go elsewhere")
            .as(Severity.LOST);
  }

  private static boolean arrives(Journey journey, Stop stop, Instance.Save save) {
    return save instanceof Instance.Saved saved
        && journey.arrive(saved.stream(), stop, 0).outcome().arrived();
  }
}
