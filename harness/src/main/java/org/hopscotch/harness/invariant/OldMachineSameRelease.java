package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.reports.OutcomeText;

/// `old-machine-same-release`: between two hosts of one release, with a machine type older than it,
/// a guest arrives and is the same (case 3); and the machine looks as it did on the oldest release
/// that offers it, since the guest may have come from there: after a reset every visible member has
/// the value that it had there. Black boxes are judged by what they save, so the second half is not
/// about them.
public final class OldMachineSameRelease implements Invariant {
  @Override
  public InvariantId id() {
    return InvariantId.OLD_MACHINE_SAME_RELEASE;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    List<Judgement> judgements =
        new ArrayList<>(
            Hops.judge(
                journey,
                (source, destination) ->
                    Hops.sameRelease(source, destination) && !Hops.isNewestMachine(source)));
    journey.route().stream()
        .filter(stop -> Hops.known(stop) && !Hops.isNewestMachine(stop))
        .distinct()
        .forEach(stop -> judgements.addAll(looks(journey, stop)));
    return Judgement.orDoesNotApply(
        judgements, "no stop has a machine type that is older than its release");
  }

  private static List<Judgement> looks(Journey journey, Stop stop) {
    Optional<Release> oldest =
        journey.scenario().history().releases().stream()
            .filter(release -> release.machine(stop.machine()).isPresent())
            .filter(release -> journey.scenario().history().isOlder(release, stop.release()))
            .reduce((a, b) -> journey.scenario().history().isOlder(b, a) ? b : a);
    if (oldest.isEmpty()) {
      return List.of();
    }
    Stop before = stop.with(oldest.get());
    if (!journey.showsMembers(before) || !journey.showsMembers(stop)) {
      return List.of(
          Judgement.doesNotApply("not both of %s and %s show members".formatted(before, stop)));
    }
    Optional<View> then = journey.fresh(before);
    Optional<View> now = journey.fresh(stop);
    if (then.isEmpty() || now.isEmpty()) {
      return List.of();
    }
    List<Judgement> judgements = new ArrayList<>(gone(journey, before, stop));
    SameGuest.differences(journey, before, then.get().look().get(), stop, now.get().look().get())
        .forEach(one ->
            judgements.add(
                Judgement.violated(
                        "looks different after a reset",
                        "%s: after a reset %s of %s is %s, on %s it was %s"
                            .formatted(
                                stop,
                                one.path(),
                                one.device(),
                                OutcomeText.words(one.other()),
                                oldest.get(),
                                OutcomeText.words(one.one())))
                    .as(Severity.CHANGED)
                    .at(
                        new Address(
                            stop.release().name(), stop.machine(), one.device(), one.path()))
                    .between(before, stop)));
    return judgements.isEmpty() ? List.of(Judgement.holds()) : judgements;
  }

  /// What the machine had built in.
  private static List<Judgement> gone(Journey journey, Stop before, Stop now) {
    Optional<Resolution.Resolved> then = journey.resolution(before);
    Optional<Resolution.Resolved> today = journey.resolution(now);
    if (then.isEmpty() || today.isEmpty()) {
      return List.of();
    }
    return then.get().devices().stream()
        .map(ResolvedDevice::device)
        .filter(device -> today.get().device(device.id()).isEmpty())
        .map(device ->
            Judgement.violated(
                    "device gone",
                    "%s: no device %s, which %s had built in, a %s"
                        .formatted(now, device.id(), before.release(), device.type()))
                .as(Severity.CHANGED)
                .at(new Address(now.release().name(), now.machine(), device.id(), ""))
                .between(before, now))
        .toList();
  }
}
