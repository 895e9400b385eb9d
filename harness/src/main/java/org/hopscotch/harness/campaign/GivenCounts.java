package org.hopscotch.harness.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.hopscotch.generators.Routes;
import org.hopscotch.generators.Scenarios;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.schema.Expression;

/// What was drawn over given releases, in numbers; and what was not.
final class GivenCounts {
  /// Guests that their own release refuses, though it takes one that was just reset.
  static final String REFUSED_AT_HOME = "refused at home";

  private static final String HOPS = "hops";

  private static final String DEVICES = "devices";
  private static final String CHANGED = "members that the guest changed";

  /// With fewer devices of a type it may be chance that a member was not drawn.
  private static final long MANY = 150;

  private final History history;

  GivenCounts(History history) {
    this.history = history;
  }

  /// Tells what a scenario is made of.
  void describe(Scenario drawn, BiConsumer<String, String> kinds) {
    List<Stop> route = drawn.route();
    kinds.accept("routes", Routes.kind(history, route));
    kinds.accept("stops of a route", Integer.toString(route.size()));
    for (int i = 0; i + 1 < route.size(); i++) {
      Stop from = route.get(i);
      Release to = route.get(i + 1).release();
      if (to.machine(from.machine()).isPresent()) {
        kinds.accept(HOPS, hop(from.release(), to, from.machine()));
      }
    }
    Stop first = route.getFirst();
    Map<String, String> types = new TreeMap<>();
    first
        .release()
        .machine(first.machine())
        .ifPresent(machine -> machine.devices().forEach(one -> types.put(one.id(), one.type())));
    for (Device device : first.configuration().devices()) {
      types.put(device.id(), device.type());
    }
    types.values().forEach(type -> kinds.accept(DEVICES, type));
    drawn
        .guest()
        .devices()
        .forEach((id, state) ->
            state
                .members()
                .keySet()
                .forEach(name -> kinds.accept(CHANGED, types.get(id) + "." + name)));
    kinds.accept("vCPUs", first.configuration().numbers().getOrDefault("cpus", 1L).toString());
  }

  private static String hop(Release from, Release to, String machine) {
    return "%s -> %s -M %s".formatted(from, to, machine);
  }

  /// {@return what somebody should know of a run}
  List<String> remarks(
      SortedMap<String, SortedMap<String, Long>> drawn,
      SortedMap<String, Map<Verdict, Long>> verdicts) {
    List<String> remarks = new ArrayList<>();
    List<String> left = hops();
    left.removeAll(drawn.getOrDefault(HOPS, Collections.emptySortedMap()).keySet());
    if (!left.isEmpty()) {
      remarks.add("not exercised: " + String.join(", ", left));
    }
    verdicts.forEach((invariant, counts) -> {
      if (counts.keySet().stream().allMatch(Verdict.DOES_NOT_APPLY::equals)) {
        remarks.add(invariant + " never applied");
      }
    });
    List<String> never = neverDrawn(drawn);
    if (!never.isEmpty()) {
      remarks.add("never drawn: " + String.join(", ", never));
    }
    drawn
        .getOrDefault(REFUSED_AT_HOME, Collections.emptySortedMap())
        .forEach((what, count) ->
            remarks.add(
                ("%d drawn guests were refused by their own release: %s. If no guest has such"
                        + " values, declare `legal` of the members that they are of")
                    .formatted(count, what)));
    return remarks;
  }

  private List<String> neverDrawn(SortedMap<String, SortedMap<String, Long>> drawn) {
    Map<String, Long> devices = drawn.getOrDefault(DEVICES, Collections.emptySortedMap());
    Map<String, Long> changed = drawn.getOrDefault(CHANGED, Collections.emptySortedMap());
    List<String> never = new ArrayList<>();
    Scenarios.expected(history)
        .forEach((member, legal) -> {
          String type = member.substring(0, member.indexOf('.'));
          if (devices.getOrDefault(type, 0L) >= MANY && !changed.containsKey(member)) {
            boolean told = !legal.equals(Expression.TRUE);
            never.add(told ? member + " (no value that was drawn is `legal`)" : member);
          }
        });
    return never;
  }

  /// {@return every hop that there can be}
  private List<String> hops() {
    List<String> all = new ArrayList<>();
    for (String machine : Routes.machines(history)) {
      List<Release> offering = Routes.offering(history, machine);
      for (Release from : offering) {
        for (Release to : offering) {
          all.add(hop(from, to, machine));
        }
      }
    }
    return all;
  }
}
