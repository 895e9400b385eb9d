package org.hopscotch.harness.sensitivity;

import static org.hopscotch.corpus.dsl.Fields.uint8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.history.Defect;
import org.hopscotch.generators.history.TakenStep;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// Enumerates the smallest histories with an unsound step: one device type with nothing but what
/// the step needs, and the step, whole and without some of the changes that it is made of.
final class SmallSteps {
  private static final int MOST_CHANGES = 9;
  private static final String OFFLOAD = "offload";

  /// What a step leaves open, in several ways.
  private static final List<List<Long>> OPEN =
      List.of(
          List.of(),
          List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L),
          List.of(0L, 1L, 0L, 1L, 0L, 1L, 0L, 1L, 0L, 1L, 0L, 1L),
          List.of(2L, 0L, 2L, 0L, 2L, 0L, 2L, 0L, 2L, 0L, 2L, 0L),
          List.of(2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L));

  private SmallSteps() {}

  /// {@return scenarios over them, in no order}
  static List<Scenario> with(Defect defect) {
    return with(defect, true);
  }

  /// {@return scenarios over those with the whole step only}
  static List<Scenario> whole(Defect defect) {
    return with(defect, false);
  }

  private static List<Scenario> with(Defect defect, boolean parts) {
    Set<List<Release>> histories = new LinkedHashSet<>();
    for (Ingredient begun : List.of(Ingredient.NOTHING, Ingredient.fields(uint8("a")))) {
      for (List<Long> open : OPEN) {
        Choices choices = Choices.recorded(open.stream().mapToLong(Long::longValue).toArray());
        TakenStep.of(
                defect,
                SmallScenarios.first(begun.made("dev").type()),
                SmallScenarios.NEXT,
                choices)
            .ifPresent(step -> histories.addAll(histories(step, parts)));
      }
    }
    List<Scenario> all = new ArrayList<>();
    histories.forEach(releases -> all.addAll(over(releases)));
    return all;
  }

  private static Set<List<Release>> histories(TakenStep step, boolean parts) {
    Set<List<Release>> all = new LinkedHashSet<>();
    List<Change> changes = step.changes();
    int free = parts ? Math.min(MOST_CHANGES, changes.size()) : 0;
    for (int left = 0; left < 1 << free; left++) {
      List<Change> kept = new ArrayList<>();
      for (int i = 0; i < changes.size(); i++) {
        if (i >= free || (left >> i & 1) == 0) {
          kept.add(changes.get(i));
        }
      }
      next(step.first(), kept)
          .ifPresent(next -> {
            all.add(List.of(step.first(), next));
            all.add(List.of(alone(next)));
          });
    }
    return all;
  }

  private static Optional<Release> next(Release first, List<Change> changes) {
    try {
      return Optional.of(
          Evolution.of(
              SmallScenarios.NEXT, first, Version.of(SmallScenarios.NEXT).family(), changes));
    } catch (IllegalArgumentException e) {
      // No release can be so.
      return Optional.empty();
    }
  }

  private static Release alone(Release next) {
    return new Release(
        next.name(), Optional.empty(), next.family(), next.types(), next.tables(), next.machines());
  }

  private static List<Scenario> over(List<Release> releases) {
    List<Scenario> all = new ArrayList<>();
    for (DeviceType type : releases.getFirst().types()) {
      if (!type.isAbstract()) {
        for (SmallRoute route : SmallRoute.over(releases.size())) {
          for (Map<String, Value> guest : guests(releases.getLast(), type)) {
            all.add(taken(route, releases, type, guest, 1, 0));
          }
          all.add(taken(route, releases, type, Map.of(), 2, 0));
          all.add(taken(route, releases, type, Map.of(), 1, 1));
        }
      }
    }
    for (SmallRoute route : SmallRoute.over(releases.size())) {
      all.add(route.taken(releases, SmallScenarios.MACHINE, Configuration.BARE, GuestState.EMPTY));
    }
    return all;
  }

  private static Scenario taken(
      SmallRoute route,
      List<Release> releases,
      DeviceType type,
      Map<String, Value> guest,
      long cpus,
      long offload) {
    return route.taken(
        releases,
        SmallScenarios.MACHINE,
        Configuration.BARE.withDevices(List.of(new Device("d0", type.name()))).with("cpus", cpus),
        SmallScenarios.on("d0", guest),
        new Surroundings(Map.of(OFFLOAD, offload)));
  }

  /// {@return a guest that does nothing, and such as gave numbers to one member or to all}
  private static List<Map<String, Value>> guests(Release release, DeviceType type) {
    List<Map<String, Value>> guests = new ArrayList<>();
    guests.add(Map.of());
    Map<String, Value> every = new LinkedHashMap<>();
    List<Member> members = release.type(type.name()).map(release::members).orElse(List.of());
    for (Member member : members) {
      if (member.type() instanceof MemberType.Scalar) {
        guests.add(Map.of(member.name(), Value.of(1)));
        guests.add(Map.of(member.name(), Value.of(0)));
        every.put(member.name(), Value.of(1 + every.size()));
      }
    }
    guests.add(every);
    return guests;
  }
}
