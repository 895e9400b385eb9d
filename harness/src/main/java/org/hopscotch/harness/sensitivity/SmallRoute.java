package org.hopscotch.harness.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.GuestState;

/// A short way over one release or two.
///
/// @param legs where it stops
record SmallRoute(List<Leg> legs) {
  /// A stop.
  ///
  /// @param release its place in the history
  /// @param reset whether the guest reboots there
  record Leg(int release, boolean reset) {}

  private static final String REBOOT = "r";

  /// {@return the routes over so many releases, at most two}
  static List<SmallRoute> over(int releases) {
    List<String> all =
        releases == 1
            ? List.of("0", "0r", "00", "0r0", "00r", "000", "00r0")
            : List.of(
                "01", "10", "0r1", "1r0", "01r", "10r", "0", "1", "1r", "11", "1r1", "00", "010",
                "101", "01r0", "10r1", "0r10", "1r01");
    return all.stream().map(SmallRoute::read).toList();
  }

  /// {@return a route written as places of releases, `r` behind those where the guest reboots}
  static SmallRoute read(String words) {
    List<Leg> legs = new ArrayList<>();
    for (String stop : words.split("(?=[0-9])", -1)) {
      legs.add(new Leg(Character.digit(stop.charAt(0), 10), stop.endsWith(REBOOT)));
    }
    return new SmallRoute(legs);
  }

  /// {@return this route taken by a guest}
  Scenario taken(
      List<Release> releases, String machine, Configuration configuration, GuestState guest) {
    return taken(releases, machine, configuration, guest, Surroundings.PLAIN);
  }

  /// {@return the same between hosts of these surroundings}
  Scenario taken(
      List<Release> releases,
      String machine,
      Configuration configuration,
      GuestState guest,
      Surroundings around) {
    return new Scenario(
        new History(releases),
        guest,
        legs.stream()
            .map(leg ->
                new Stop(releases.get(leg.release()), machine, configuration, around, leg.reset()))
            .toList());
  }
}
