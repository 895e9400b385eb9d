package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.harness.invariant.GuestComparison;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.invariant.View;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.PropertyValue;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Compares two repairs of one release by what the release then does with the machine types that
/// older ones have too; by which changes it came to that does not count.
final class RepairLikeness {
  private final List<String> differences = new ArrayList<>();
  private final Scenario one;
  private final Scenario other;

  private RepairLikeness(Scenario one, Scenario other) {
    this.one = one;
    this.other = other;
  }

  /// {@return what the two do differently}
  ///
  /// @param bodies whether they have to save the same
  static List<String> differences(Scenario one, Scenario other, String release, boolean bodies) {
    RepairLikeness likeness = new RepairLikeness(one, other);
    History history = one.history();
    Stop stop = Situation.of(one, release).stop();
    Release changed = other.history().release(release).orElseThrow();
    for (Release older : history.releases()) {
      if (history.isOlder(older, stop.release())) {
        for (MachineType machine : stop.release().machines()) {
          if (older.machine(machine.name()).isPresent()) {
            Stop left = at(stop, stop.release(), machine);
            likeness.compare(at(stop, older, machine), left, left.with(changed), bodies);
          }
        }
      }
    }
    return likeness.differences;
  }

  private static Stop at(Stop stop, Release release, MachineType machine) {
    return new Stop(release, machine.name(), stop.configuration(), stop.surroundings(), false);
  }

  private void compare(Stop older, Stop left, Stop right, boolean bodies) {
    if (!visible(left).equals(visible(right))) {
      differences.add("%s: properties %s, %s".formatted(left, visible(left), visible(right)));
    }
    if (bodies && !saved(one, left).equals(saved(other, right))) {
      differences.add("%s: saves %s, %s".formatted(left, saved(one, left), saved(other, right)));
    }
    Journey.Visit here = arrival(one, older, left);
    Journey.Visit there = arrival(other, older, right);
    if (here.arrived().isPresent() && there.arrived().isEmpty()) {
      differences.add("%s -> %s: %s".formatted(older, right, there.outcome()));
    } else if (here.arrived().isPresent()) {
      differences.addAll(
          GuestComparison.differences(
              left, here.arrived().get().look().get(), right, there.arrived().get().look().get()));
    }
  }

  private static Map<String, PropertyValue> visible(Stop stop) {
    Map<String, PropertyValue> all = new LinkedHashMap<>();
    Optional<Resolution.Resolved> resolved = Journey.resolved(stop);
    for (ResolvedDevice device : resolved.map(Resolution.Resolved::devices).orElse(List.of())) {
      for (ResolvedProperty property : device.properties().values()) {
        if (property.property().visible()) {
          all.put(device.device().id() + "." + property.property().name(), property.value());
        }
      }
    }
    return all;
  }

  private static Map<String, String> saved(Scenario scenario, Stop stop) {
    Journey journey =
        new Journey(Companions.with(scenario, List.of(stop)), _ -> new EngineSubject());
    Map<String, String> all = new LinkedHashMap<>();
    journey
        .visit(0)
        .leaving()
        .flatMap(View::saved)
        .map(Instance.Saved::sections)
        .orElse(List.of())
        .forEach(
            body -> all.put(body.idstr() + " " + body.instanceId(), Arrays.toString(body.bytes())));
    return all;
  }

  private static Journey.Visit arrival(Scenario scenario, Stop older, Stop stop) {
    return new Journey(Companions.with(scenario, List.of(older, stop)), _ -> new EngineSubject())
        .visit(1);
  }
}
