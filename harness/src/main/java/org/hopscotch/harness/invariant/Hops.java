package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Stop;

/// The hops of a journey between hosts of one machine type that both releases know; what there is
/// to know about their releases.
final class Hops {
  private Hops() {}

  /// {@return the arrivals at those hops whose releases a predicate takes}
  static List<Judgement> judge(Journey journey, BiPredicate<Stop, Stop> about) {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i + 1 < journey.route().size(); i++) {
      Stop source = journey.route().get(i);
      Stop destination = journey.route().get(i + 1);
      if (known(source) && known(destination) && about.test(source, destination)) {
        judgements.addAll(Arrivals.ofHop(journey, i));
      }
    }
    return judgements;
  }

  /// {@return whether a stop's release offers its machine type}
  static boolean known(Stop stop) {
    return stop.release().machine(stop.machine()).isPresent();
  }

  static boolean sameRelease(Stop one, Stop other) {
    return one.release().name().equals(other.release().name());
  }

  /// {@return whether a stop's machine type is the newest of its family there, or of none}
  static boolean isNewestMachine(Stop stop) {
    Release release = stop.release();
    MachineType machine = release.machine(stop.machine()).orElseThrow();
    return machine.version().isEmpty()
        || release.newest(machine.family()).filter(machine::equals).isPresent();
  }
}
