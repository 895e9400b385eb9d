package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Finds what mends a scenario that breaks a promise. What may be changed is the newest release on
/// the route: the others are out in the world. Only where that is not enough, all but the oldest
/// are changed. What is changed in a release is changed in those that came of it as well.
///
/// A repair is more than a change that quiets a promise. With it every promise holds, also on the
/// way back and within the newer release; other machine types are no worse than before; and the
/// newest one still sends and shows all that it did.
public final class Repairs {
  private static final int BUDGET = 2000;

  private Repairs() {}

  /// {@return repairs of a scenario; none for one that holds, or whose releases are black boxes}
  public static Found find(Scenario scenario, Journey.Subjects subjects) {
    Judge judge = new Judge(subjects, BUDGET);
    if (scenario.route().stream().anyMatch(stop -> !subjects.of(stop).showsMembers())) {
      return new Found(List.of(), 0);
    }
    Standing standing = judge.standing(scenario);
    List<Proposal> proposals = List.of();
    if (!standing.isKept()) {
      for (List<String> releases : choices(scenario)) {
        if (proposals.isEmpty() && !releases.isEmpty()) {
          proposals = new RepairSearch(judge, scenario, releases, standing).proposals();
        }
      }
    }
    return new Found(proposals, judge.judged());
  }

  /// {@return releases that may be changed together, each list the newest first: the newest of the
  /// route, those of the route that something older is on, those of the route that anything is
  /// older than. A guest that stays on one release is compared with others that know its machine
  /// type; they are what may be changed where that one is not enough}
  private static Set<List<String>> choices(Scenario scenario) {
    History history = scenario.history();
    List<Release> route = scenario.route().stream().map(Stop::release).distinct().toList();
    Set<List<String>> all = new LinkedHashSet<>();
    if (route.size() > 1) {
      List<String> newer = newerThan(history, route, route);
      all.add(newer.subList(0, Math.min(1, newer.size())));
      all.add(newer);
      all.add(newerThan(history, route, history.releases()));
    } else {
      String machine = scenario.route().getFirst().machine();
      List<Release> knowing =
          history.releases().stream().filter(one -> one.machine(machine).isPresent()).toList();
      List<String> newer = newerThan(history, knowing, knowing);
      boolean free =
          history.releases().stream().noneMatch(r -> history.isOlder(route.getFirst(), r));
      if (free || newer.contains(route.getFirst().name())) {
        all.add(List.of(route.getFirst().name()));
      }
      all.add(newer.subList(0, Math.min(1, newer.size())));
      all.add(newer);
    }
    return all;
  }

  /// {@return those of some releases that one of others is older than, the newest first}
  private static List<String> newerThan(History history, List<Release> some, List<Release> others) {
    List<Release> all = new ArrayList<>(some);
    all.removeIf(one -> others.stream().noneMatch(o -> history.isOlder(o, one)));
    all.sort((a, b) -> Boolean.compare(history.isOlder(a, b), history.isOlder(b, a)));
    return all.stream().map(Release::name).toList();
  }
}
