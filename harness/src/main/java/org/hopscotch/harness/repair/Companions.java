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
/// @param others those that must not get worse: every machine type from and to every other release
///     that knows it, and the newest alone
record Companions(List<Scenario> mended, List<Scenario> others) {

  /// {@return the companions, in an order that does not depend on what the release is like}
  static Companions of(Scenario scenario, String release) {
    Stop stop = Situation.stop(scenario, release);
    List<Scenario> mended = new ArrayList<>();
    if (scenario.route().size() > 1) {
      mended.add(with(scenario, scenario.route().reversed()));
    }
    mended.add(with(scenario, List.of(settled(stop), settled(stop))));
    List<Scenario> others = new ArrayList<>();
    newest(stop).ifPresent(own -> others.add(with(scenario, List.of(own, own))));
    for (MachineType machine : stop.release().machines()) {
      Stop here = at(stop, stop.release(), machine.name());
      for (Stop there : elsewhere(scenario, here)) {
        others.add(with(scenario, List.of(there, here)));
        others.add(with(scenario, List.of(here, there)));
      }
    }
    return new Companions(List.copyOf(mended), List.copyOf(others));
  }

  /// {@return the stops of all other releases that know the machine type of a stop, but of those
  /// that the route itself is about}
  private static List<Stop> elsewhere(Scenario scenario, Stop here) {
    return knowing(scenario, here).stream()
        .filter(there ->
            scenario.route().stream().noneMatch(one -> settled(one).equals(there))
                || scenario.route().stream().noneMatch(one -> settled(one).equals(here)))
        .toList();
  }

  /// {@return the stops of all other releases that know the machine type of a stop}
  static List<Stop> knowing(Scenario scenario, Stop here) {
    return scenario.history().releases().stream()
        .filter(one -> !one.name().equals(here.release().name()))
        .filter(one -> one.machine(here.machine()).isPresent())
        .map(one -> at(here, one, here.machine()))
        .toList();
  }

  private static Stop settled(Stop stop) {
    return at(stop, stop.release(), stop.machine());
  }

  static Stop at(Stop stop, Release release, String machine) {
    return new Stop(release, machine, stop.configuration(), stop.surroundings(), false);
  }

  /// {@return a stop like another with the release's own newest machine type}
  static Optional<Stop> newest(Stop stop) {
    return stop.release()
        .machine(stop.machine())
        .flatMap(machine -> stop.release().newest(machine.family()).or(() -> Optional.of(machine)))
        .map(machine -> at(stop, stop.release(), machine.name()));
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
