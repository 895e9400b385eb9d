package org.hopscotch.generators.history;

import java.util.List;
import java.util.function.Predicate;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Where an unsound step shows: outside of the scenarios that it takes, no promise may be broken.
///
/// @param inside whether a scenario is one in which it can show
/// @param certain whether it shows in each of them; else what guests hold decides too
public record Witness(Predicate<Scenario> inside, boolean certain) {

  /// Which way guests go that meet a defect.
  enum Way {
    /// From a release with the defect to one without.
    BACK,
    /// From one without to one with it.
    FORTH,
    /// Either of these.
    ACROSS,
    /// Between releases with the defect, or from one to itself.
    AMONG,
    /// All ways on which it is met.
    ANY
  }

  /// {@return that each guest with a device of a type shows a defect}
  ///
  /// @param since the release that brought it
  static Witness each(Way way, String since, String type) {
    return new Witness(one -> passes(one, way, since, type, (_, _) -> true), true);
  }

  /// {@return that some guests with a device of a type do}
  static Witness some(Way way, String since, String type) {
    return new Witness(one -> passes(one, way, since, type, (_, _) -> true), false);
  }

  /// {@return that some guests do with a device of a type, on a machine type that the release with
  /// the defect knows, whether they go there or not}
  static Witness present(String since, String type) {
    return new Witness(
        one -> {
          Stop first = one.route().getFirst();
          return has(first, type)
              && one.history().releases().stream()
                  .anyMatch(release ->
                      Lineage.isSince(one.history(), release, since)
                          && release.machine(first.machine()).isPresent());
        },
        false);
  }

  /// {@return that guests do whose machine type is one of these}
  Witness on(Predicate<Stop> machines) {
    return new Witness(one -> machines.test(one.route().getFirst()) && inside.test(one), certain);
  }

  /// {@return that those guests do that gave a member another value than a reset does, and did not
  /// reboot before they met it}
  static Witness ifSet(Way way, String since, String type, String member) {
    return new Witness(
        one -> passes(one, way, since, type, (scenario, at) -> isSet(scenario, at, type, member)),
        true);
  }

  /// {@return that some guests do, whatever devices they have}
  static Witness reached(Way way, String since) {
    return new Witness(one -> passes(one, way, since, _ -> true, (_, _) -> true), false);
  }

  private interface Guest {
    boolean shows(Scenario scenario, int from);
  }

  private static boolean passes(Scenario one, Way way, String since, String type, Guest guest) {
    return passes(one, way, since, stop -> has(stop, type), guest);
  }

  private static boolean passes(
      Scenario one, Way way, String since, Predicate<Stop> host, Guest guest) {
    List<Stop> route = one.route();
    for (int i = 0; i + 1 < route.size(); i++) {
      Stop from = route.get(i);
      Stop to = route.get(i + 1);
      boolean known = isKnown(from) && isKnown(to);
      boolean left = Lineage.isSince(one.history(), from.release(), since);
      boolean right = Lineage.isSince(one.history(), to.release(), since);
      if (known && takes(way, left, right) && host.test(from) && guest.shows(one, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKnown(Stop stop) {
    return stop.release().machine(stop.machine()).isPresent();
  }

  private static boolean takes(Way way, boolean left, boolean right) {
    return switch (way) {
      case BACK -> left && !right;
      case FORTH -> !left && right;
      case ACROSS -> left != right;
      case AMONG -> left && right;
      case ANY -> left || right;
    };
  }

  private static boolean has(Stop stop, String type) {
    return Lineage.devices(stop).stream().anyMatch(device -> isA(stop.release(), device, type));
  }

  private static boolean isA(Release release, Device device, String type) {
    return release.type(device.type()).map(one -> release.isA(one, type)).orElse(false);
  }

  private static boolean isSet(Scenario one, int at, String type, String member) {
    boolean rebooted = one.route().subList(0, at + 1).stream().anyMatch(Stop::reset);
    Stop first = one.route().getFirst();
    return !rebooted
        && Lineage.devices(first).stream()
            .filter(device -> isA(first.release(), device, type))
            .anyMatch(device ->
                one.guest().device(device.id()).flatMap(state -> state.find(member)).isPresent());
  }
}
