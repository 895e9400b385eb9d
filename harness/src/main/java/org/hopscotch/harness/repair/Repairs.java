package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Finds what mends a scenario that breaks a promise. What may be changed is the newest release on
/// the route: the others are out in the world. Only where that is not enough, all but the oldest
/// are changed.
///
/// A repair is more than a change that quiets a promise. With it every promise holds, also on the
/// way back and within the newer release; other machine types are no worse than before; and the
/// newest one still sends and shows all that it did.
public final class Repairs {
  private static final int BUDGET = 400;

  private Repairs() {}

  /// {@return repairs of a scenario; none for one that holds, or whose releases are black boxes}
  public static Found find(Scenario scenario, Journey.Subjects subjects) {
    Judge judge = new Judge(subjects, BUDGET);
    if (scenario.route().stream().anyMatch(stop -> !subjects.of(stop).showsMembers())) {
      return new Found(List.of(), 0);
    }
    Standing standing = judge.standing(scenario);
    List<String> releases = newer(scenario);
    List<Proposal> proposals = List.of();
    if (!standing.isKept() && !releases.isEmpty()) {
      List<String> newest = releases.subList(0, 1);
      proposals = new RepairSearch(judge, scenario, newest, standing).proposals();
      if (proposals.isEmpty() && releases.size() > 1) {
        proposals = new RepairSearch(judge, scenario, releases, standing).proposals();
      }
    }
    return new Found(proposals, judge.judged());
  }

  /// {@return the releases of the route that something older is on, the newest first; on a route of
  /// one release that one, unless there is a newer}
  private static List<String> newer(Scenario scenario) {
    History history = scenario.history();
    List<Release> route = scenario.route().stream().map(Stop::release).distinct().toList();
    List<Release> all = new ArrayList<>(route);
    if (route.size() > 1) {
      all.removeIf(one -> route.stream().noneMatch(other -> history.isOlder(other, one)));
    } else {
      all.removeIf(one -> history.releases().stream().anyMatch(r -> history.isOlder(one, r)));
    }
    all.sort((a, b) -> Boolean.compare(history.isOlder(a, b), history.isOlder(b, a)));
    return all.stream().map(Release::name).toList();
  }
}
