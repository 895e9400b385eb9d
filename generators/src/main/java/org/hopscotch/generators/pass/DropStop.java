package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Leaves out one stop.
final class DropStop implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (int i = of.route().size() - 1; i >= 0; i--) {
      int at = i;
      all.add(before -> without(before, at));
    }
    return all;
  }

  private static Scenario without(Scenario of, int at) {
    if (of.route().size() == 1 || at >= of.route().size()) {
      return of;
    }
    List<Stop> route = new ArrayList<>(of.route());
    route.remove(at);
    return new Scenario(of.history(), of.guest(), route);
  }
}
