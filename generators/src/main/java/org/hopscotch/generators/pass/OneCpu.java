package org.hopscotch.generators.pass;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;

/// One vCPU.
final class OneCpu implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    return List.of(before -> Everywhere.configured(before, one -> one.with("cpus", 1)));
  }
}
