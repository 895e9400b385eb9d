package org.hopscotch.generators.pass;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Leaves out a feature of all hosts.
final class DropFeature implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    Set<String> names = new LinkedHashSet<>();
    of.route().forEach(stop -> names.addAll(stop.surroundings().features().keySet()));
    return Everywhere.each(
        names, (before, name) -> Everywhere.stops(before, stop -> without(stop, name)));
  }

  private static Stop without(Stop stop, String feature) {
    Map<String, Long> features = new LinkedHashMap<>(stop.surroundings().features());
    features.remove(feature);
    return new Stop(
        stop.release(),
        stop.machine(),
        stop.configuration(),
        new Surroundings(features, stop.surroundings().unknown()),
        stop.reset());
  }
}
