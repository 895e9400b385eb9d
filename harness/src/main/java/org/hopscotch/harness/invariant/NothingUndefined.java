package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.reports.OutcomeText;

/// `nothing-undefined`: one stream loaded into two destinations that differ in whatever reset
/// leaves free gives the same guest, and the same next save.
///
/// A black box does not say what its memory held before: it does not apply there unless two loads
/// differ all the same.
public final class NothingUndefined implements Invariant {
  private static final long ONE_FILL = 0x5a5a5a5a5a5a5a5aL;
  private static final long OTHER_FILL = 0xa5a5a5a5a5a5a5a5L;

  @Override
  public InvariantId id() {
    return InvariantId.NOTHING_UNDEFINED;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i + 1 < journey.route().size(); i++) {
      Optional<byte[]> stream = journey.stream(i);
      if (stream.isPresent() && Hops.known(journey.route().get(i + 1))) {
        Stop source = journey.route().get(i);
        Stop destination = journey.route().get(i + 1);
        judge(journey, i, stream.get())
            .forEach(one -> judgements.add(one.between(source, destination)));
      }
    }
    return Judgement.orDoesNotApply(
        judgements, "the guest leaves for no host that has the machine type");
  }

  private static List<Judgement> judge(Journey journey, int from, byte[] stream) {
    Stop destination = journey.route().get(from + 1);
    String hop = Arrivals.hop(journey.route().get(from), destination);
    Optional<View> one = journey.arrive(stream, destination, ONE_FILL).arrived();
    Optional<View> other = journey.arrive(stream, destination, OTHER_FILL).arrived();
    if (one.isEmpty() && other.isEmpty()) {
      return List.of(Judgement.doesNotApply(hop + ": the guest does not arrive"));
    }
    if (one.isEmpty() || other.isEmpty()) {
      return List.of(
          Judgement.violated(
                  "arrival depends on what memory held",
                  hop + ": whether the guest arrives depends on what memory held before")
              .as(Severity.CHANGED)
              .at(new Address(hop, destination.machine(), "", "")));
    }
    Optional<GuestState> left = one.get().look();
    Optional<GuestState> right = other.get().look();
    if (left.isPresent() && right.isPresent()) {
      return members(journey, hop, destination, left.get(), right.get(), one.get(), other.get());
    }
    Judgement next = bodies(hop, destination, one.get(), other.get());
    return List.of(
        next.equals(Judgement.holds())
            ? Judgement.doesNotApply(
                destination + " does not say what its memory held, and saves the same either way")
            : next);
  }

  private static List<Judgement> members(
      Journey journey,
      String hop,
      Stop destination,
      GuestState left,
      GuestState right,
      View one,
      View other) {
    List<Judgement> judgements = new ArrayList<>();
    List<SameGuest.Difference> differences =
        SameGuest.differences(journey, destination, left, destination, right);
    for (SameGuest.Difference free : differences) {
      judgements.add(
          Judgement.violated(
                  "member undefined",
                  "%s: nobody gave %s of %s a value; it is %s or %s, whatever memory held"
                      .formatted(
                          hop,
                          free.path(),
                          free.device(),
                          OutcomeText.words(free.one()),
                          OutcomeText.words(free.other())))
              .as(Severity.CHANGED)
              .at(new Address(hop, destination.machine(), free.device(), free.path())));
    }
    return judgements.isEmpty() ? List.of(nextSave(hop, destination, one, other)) : judgements;
  }

  /// Garbage that is sent, though it means nothing here, is worth a look: another release may read
  /// it otherwise.
  private static Judgement nextSave(String hop, Stop destination, View one, View other) {
    return bodies(hop, destination, one, other).reasonClass().isEmpty()
        ? Judgement.holds()
        : Judgement.interesting(hop + ": what the destination saves next holds garbage");
  }

  private static Judgement bodies(String hop, Stop destination, View one, View other) {
    if (one.saved().isEmpty() || other.saved().isEmpty()) {
      return Judgement.holds();
    }
    Map<String, byte[]> there = Arrivals.bodies(other.saved().get());
    for (Instance.SectionBody section : one.saved().get().sections()) {
      if (!Arrivals.saveTheSame(one, other, section, there)) {
        return Judgement.violated(
                "next save undefined",
                "%s: the next save of section %s depends on what memory held"
                    .formatted(hop, Arrivals.key(section)))
            .as(Severity.CHANGED)
            .at(new Address(hop, destination.machine(), Arrivals.key(section), ""));
      }
    }
    return Judgement.holds();
  }
}
