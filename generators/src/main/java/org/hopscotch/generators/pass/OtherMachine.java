package org.hopscotch.generators.pass;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Goes all the way with the first machine type that every release on it offers, where the machine
/// type of the route stands behind it in the history.
final class OtherMachine implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<String> names = List.copyOf(Everywhere.named(of, Release::machines, MachineType::name));
    return names.stream().<UnaryOperator<Scenario>>map(name -> on(name, names)).toList();
  }

  private static UnaryOperator<Scenario> on(String name, List<String> names) {
    return before ->
        before.route().stream().allMatch(stop -> isBefore(name, stop, names))
            ? Everywhere.stops(before, stop -> with(stop, name))
            : before;
  }

  private static boolean isBefore(String name, Stop stop, List<String> names) {
    return stop.release().machine(name).isPresent()
        && stop.release()
            .machine(stop.machine())
            .filter(machine -> names.indexOf(name) < names.indexOf(machine.name()))
            .isPresent();
  }

  private static Stop with(Stop stop, String machine) {
    return new Stop(
        stop.release(), machine, stop.configuration(), stop.surroundings(), stop.reset());
  }
}
