package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;

/// The scenarios beside a scenario that a repair of one release must not forget.
///
/// @param mended those that should hold afterwards: the route in reverse, and the release alone
/// @param others those that must not get worse: other machine types, from where they came first
record Companions(List<Scenario> mended, List<Scenario> others) {

  /// {@return the companions, in an order that does not depend on what the release is like}
  static Companions of(Scenario scenario, String release) {
    Stop stop = Situation.of(scenario, release).stop();
    List<Scenario> mended = new ArrayList<>();
    if (scenario.route().size() > 1) {
      mended.add(with(scenario, scenario.route().reversed()));
    }
    mended.add(with(scenario, List.of(settled(stop), settled(stop))));
    List<Scenario> others = new ArrayList<>();
    newest(stop).ifPresent(own -> others.add(with(scenario, List.of(own, own))));
    for (MachineType machine : stop.release().machines()) {
      Stop here = at(stop, stop.release(), machine.name());
      oldest(scenario, stop.release(), machine)
          .filter(_ -> !stop.release().machine(stop.machine()).equals(Optional.of(machine)))
          .ifPresent(
              old -> others.add(with(scenario, List.of(at(stop, old, machine.name()), here))));
    }
    return new Companions(List.copyOf(mended), List.copyOf(others));
  }

  private static Stop settled(Stop stop) {
    return at(stop, stop.release(), stop.machine());
  }

  private static Stop at(Stop stop, Release release, String machine) {
    return new Stop(release, machine, stop.configuration(), stop.surroundings(), false);
  }

  /// {@return a stop like another with the release's own newest machine type}
  static Optional<Stop> newest(Stop stop) {
    return stop.release()
        .machine(stop.machine())
        .flatMap(machine -> stop.release().newest(machine.family()).or(() -> Optional.of(machine)))
        .map(machine -> at(stop, stop.release(), machine.name()));
  }

  private static Optional<Release> oldest(Scenario scenario, Release newer, MachineType machine) {
    return scenario.history().releases().stream()
        .filter(one -> one.machine(machine.name()).isPresent())
        .filter(one -> scenario.history().isOlder(one, newer))
        .reduce((a, b) -> scenario.history().isOlder(b, a) ? b : a);
  }

  /// {@return the scenario with another route, and what of its guest the first stop knows}
  static Scenario with(Scenario scenario, List<Stop> route) {
    Map<String, DeviceState> known = new LinkedHashMap<>();
    Stop first = route.getFirst();
    List<ResolvedDevice> devices =
        Journey.resolved(first).map(Resolution.Resolved::devices).orElse(List.of());
    for (ResolvedDevice device : devices) {
      Set<String> names =
          first.release().members(device.type()).stream()
              .map(Member::name)
              .collect(Collectors.toCollection(HashSet::new));
      scenario
          .guest()
          .device(device.device().id())
          .ifPresent(state -> known.put(device.device().id(), only(names, state)));
    }
    return new Scenario(scenario.history(), new GuestState(known), route);
  }

  private static DeviceState only(Set<String> names, DeviceState state) {
    DeviceState kept = DeviceState.EMPTY;
    for (var member : state.members().entrySet()) {
      if (names.contains(member.getKey())) {
        kept = kept.with(member.getKey(), member.getValue());
      }
    }
    return kept;
  }
}
