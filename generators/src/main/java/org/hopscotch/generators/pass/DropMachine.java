package org.hopscotch.generators.pass;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;

/// Leaves out a machine type in all releases.
final class DropMachine implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    return Everywhere.each(
        Everywhere.named(of, Release::machines, MachineType::name),
        (before, name) ->
            Everywhere.releases(
                before,
                release ->
                    Everywhere.withMachines(
                        release,
                        release.machines().stream()
                            .filter(machine -> !machine.name().equals(name))
                            .toList())));
  }
}
