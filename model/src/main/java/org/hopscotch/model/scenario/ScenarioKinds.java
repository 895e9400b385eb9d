package org.hopscotch.model.scenario;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.EvolutionKinds;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.schema.FieldKinds;

/// What is left in a scenario, in words without any drawn name or number: with invariant and reason
/// class they make the signature of a minimised finding.
public final class ScenarioKinds {
  private ScenarioKinds() {}

  /// {@return the kinds of difference between releases, and the kinds of field in the sections of
  /// devices on the route}
  public static SortedSet<String> of(Scenario scenario) {
    SortedSet<String> kinds = new TreeSet<>(EvolutionKinds.of(scenario.history()));
    kinds.addAll(fields(scenario.route()));
    return kinds;
  }

  /// {@return the kinds of field in the sections of devices on a route}
  public static SortedSet<String> fields(List<Stop> route) {
    SortedSet<String> kinds = new TreeSet<>();
    for (Stop stop : route) {
      devices(stop)
          .flatMap(device -> stop.release().type(device.type()).stream())
          .flatMap(type -> stop.release().section(type).stream())
          .forEach(section -> kinds.addAll(FieldKinds.of(section)));
    }
    return kinds;
  }

  private static Stream<Device> devices(Stop stop) {
    return Stream.concat(
        stop.release().machine(stop.machine()).map(MachineType::devices).orElse(List.of()).stream(),
        stop.configuration().devices().stream());
  }
}
