package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Goes to a release nearer to the one before or after it on the way.
final class NearerStop implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    List<Release> releases = of.history().releases();
    for (int i = 0; i + 1 < of.route().size(); i++) {
      int stop = i;
      int from = releases.indexOf(of.route().get(i).release());
      int to = releases.indexOf(of.route().get(i + 1).release());
      for (int distance = 1; distance < Math.abs(to - from); distance++) {
        int step = to > from ? distance : -distance;
        all.add(before -> moved(before, stop + 1, releases.get(from + step)));
        all.add(before -> moved(before, stop, releases.get(to - step)));
      }
    }
    return all;
  }

  private static Scenario moved(Scenario of, int at, Release to) {
    List<Stop> route = new ArrayList<>(of.route());
    Stop stop = route.get(at);
    if (to.machine(stop.machine()).isEmpty()) {
      return of;
    }
    route.set(at, stop.with(to));
    Scenario moved = new Scenario(of.history(), of.guest(), route);
    return length(moved) < length(of) ? moved : of;
  }

  private static int length(Scenario of) {
    List<Release> releases = of.history().releases();
    int length = 0;
    for (int i = 0; i + 1 < of.route().size(); i++) {
      length +=
          Math.abs(
              releases.indexOf(of.route().get(i + 1).release())
                  - releases.indexOf(of.route().get(i).release()));
    }
    return length;
  }
}
