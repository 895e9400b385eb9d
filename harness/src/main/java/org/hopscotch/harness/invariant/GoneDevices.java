package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;

/// Devices that the guest saw, and that are not there where it arrives: built in on one release, or
/// asked for at one stop.
final class GoneDevices {
  private GoneDevices() {}

  /// {@return a judgement of each device that is gone}
  static List<Judgement> of(
      Journey journey,
      String hop,
      Stop source,
      GuestState left,
      Stop destination,
      GuestState right) {
    List<Judgement> judgements = new ArrayList<>();
    for (ResolvedDevice device :
        journey.resolution(source).map(Resolution.Resolved::devices).orElse(List.of())) {
      String id = device.device().id();
      boolean gone = right.device(id).isEmpty();
      boolean seen =
          left.device(id)
              .filter(_ -> gone)
              .filter(state ->
                  source.release().members(device.type()).stream()
                      .anyMatch(member -> isSeen(member, state, device)))
              .isPresent();
      if (seen) {
        judgements.add(
            Judgement.violated(
                    "device gone",
                    "%s: there is no device %s, a %s".formatted(hop, id, device.type().name()))
                .as(Severity.LOST)
                .at(new Address(hop, destination.machine(), id, "")));
      }
    }
    return judgements;
  }

  private static boolean isSeen(Member member, DeviceState state, ResolvedDevice device) {
    return member.visible()
        && DeviceExpressions.holds(member.meaningful(), state, device.bindings());
  }
}
