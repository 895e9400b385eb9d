package org.hopscotch.generators.pass;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Leaves out an alias of machine types, wherever it stands; a stop that goes by it goes by the
/// name then.
final class DropAlias implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    Set<String> aliases = new LinkedHashSet<>();
    of.history().releases().stream()
        .flatMap(release -> release.machines().stream())
        .forEach(machine -> aliases.addAll(machine.aliases()));
    return Everywhere.each(aliases, DropAlias::without);
  }

  private static Scenario without(Scenario of, String alias) {
    return Everywhere.machines(
        Everywhere.stops(of, stop -> stop.machine().equals(alias) ? byName(stop) : stop),
        machine ->
            machine.withAliases(
                machine.aliases().stream().filter(one -> !one.equals(alias)).toList()));
  }

  private static Stop byName(Stop stop) {
    String name = stop.release().machine(stop.machine()).map(MachineType::name).orElse("");
    return new Stop(
        stop.release(),
        name.isEmpty() ? stop.machine() : name,
        stop.configuration(),
        stop.surroundings(),
        stop.reset());
  }
}
