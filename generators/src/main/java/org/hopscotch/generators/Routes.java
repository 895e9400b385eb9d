package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Stop;

/// Draws ways of a guest over given releases: a machine type, and two to five releases that offer
/// it, each as likely as the others; rarely one that does not.
public final class Routes {
  private static final int MOST_HOPS = 4;

  private final History history;
  private final List<String> machines;

  Routes(History history) {
    this.history = history;
    this.machines = machines(history);
  }

  /// One stop before there is a host.
  record Leg(Release release, boolean reset) {}

  /// A way.
  record Route(String machine, List<Leg> legs) {
    Route {
      legs = List.copyOf(legs);
    }
  }

  /// {@return the names of all machine types that a release has, without aliases}
  public static List<String> machines(History history) {
    Set<String> names = new LinkedHashSet<>();
    history.releases().stream()
        .flatMap(release -> release.machines().stream())
        .map(MachineType::name)
        .forEach(names::add);
    return List.copyOf(names);
  }

  /// {@return the releases that offer a machine type under its own name}
  public static List<Release> offering(History history, String machine) {
    return history.releases().stream().filter(release -> offers(release, machine)).toList();
  }

  private static boolean offers(Release release, String machine) {
    return release.machine(machine).filter(one -> one.name().equals(machine)).isPresent();
  }

  Route draw(Choices choices) {
    String machine = choices.oneOf(machines);
    List<Release> offering = offering(history, machine);
    List<Leg> legs = new ArrayList<>();
    legs.add(leg(choices, offering));
    legs.addAll(choices.list("stop", 1, MOST_HOPS, _ -> leg(choices, offering)));
    List<Release> others =
        history.releases().stream().filter(release -> release.machine(machine).isEmpty()).toList();
    if (!others.isEmpty() && choices.chance(1, 16)) {
      legs.set(legs.size() - 1, leg(choices, others));
    }
    return new Route(machine, legs);
  }

  private static Leg leg(Choices choices, List<Release> releases) {
    return new Leg(choices.oneOf(releases), choices.chance(1, 6));
  }

  /// {@return what kind of way a route is, in a few words}
  public static String kind(History history, List<Stop> route) {
    if (route.stream().anyMatch(stop -> stop.release().machine(stop.machine()).isEmpty())) {
      return "to a release without the machine type";
    }
    boolean up = false;
    boolean down = false;
    for (int i = 0; i + 1 < route.size(); i++) {
      Release from = route.get(i).release();
      Release to = route.get(i + 1).release();
      up |= history.isOlder(from, to);
      down |= history.isOlder(to, from);
    }
    if (up && down) {
      return "back and forth";
    }
    return up ? "older to newer" : down ? "newer to older" : "same release";
  }
}
