package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Leaves out a guest's reboot.
final class DropReset implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (int i = 0; i < of.route().size(); i++) {
      int at = i;
      if (of.route().get(i).reset()) {
        all.add(before -> without(before, at));
      }
    }
    return all;
  }

  private static Scenario without(Scenario of, int at) {
    List<Stop> route = new ArrayList<>(of.route());
    Stop stop = route.get(at);
    route.set(
        at,
        new Stop(stop.release(), stop.machine(), stop.configuration(), stop.surroundings(), false));
    return new Scenario(of.history(), of.guest(), route);
  }
}
