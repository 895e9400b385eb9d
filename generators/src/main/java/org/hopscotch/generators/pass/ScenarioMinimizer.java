package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;

/// Makes a scenario simple, pass by pass: of each first everything at once, then halves, then
/// single steps, until no pass can be made any more. It is deterministic, and bounded by how often
/// a scenario may be judged.
public final class ScenarioMinimizer {
  private final Predicate<Scenario> keeps;
  private final int limit;
  private final boolean fair;
  private Scenario best;
  private int cuts;
  private int judgements;
  private boolean cutShort;

  private ScenarioMinimizer(Scenario found, Predicate<Scenario> keeps, int limit) {
    this.best = found;
    this.keeps = keeps;
    this.limit = limit;
    this.fair = FairRoute.isFair(found.route());
  }

  /// {@return a scenario to which no pass can be made any more, or as far as the limit goes}
  ///
  /// @param found which shows what was found; it is not judged again
  /// @param passes in the order in which they are tried, such as {@link Passes#ALL}
  /// @param keeps whether one still shows what was found, and can be played at all
  /// @param judgements how often `keeps` may be asked
  public static Simplest minimize(
      Scenario found, List<ScenarioPass> passes, Predicate<Scenario> keeps, int judgements) {
    return new ScenarioMinimizer(found, keeps, judgements).made(passes);
  }

  private Simplest made(List<ScenarioPass> passes) {
    int[] triedAt = new int[passes.size()];
    Arrays.fill(triedAt, -1);
    boolean again = true;
    for (boolean inGroups = true; again; inGroups = false) {
      int before = cuts;
      for (int i = 0; i < triedAt.length; i++) {
        if (triedAt[i] < cuts) {
          make(passes.get(i), inGroups);
          triedAt[i] = cuts;
        }
      }
      again = cuts > before && !cutShort;
    }
    return new Simplest(best, judgements, !cutShort);
  }

  private void make(ScenarioPass pass, boolean inGroups) {
    boolean groups = inGroups;
    int before = -1;
    while (cuts > before && !cutShort) {
      before = cuts;
      List<UnaryOperator<Scenario>> steps = new ArrayList<>(pass.steps(best));
      for (int size = groups ? steps.size() : 1; size >= 1; size /= 2) {
        sweep(steps, size);
      }
      groups = false;
    }
  }

  /// Makes what can be made, so many steps at a time, and leaves the others in the list.
  private void sweep(List<UnaryOperator<Scenario>> steps, int size) {
    int at = 0;
    while (at < steps.size() && !cutShort) {
      List<UnaryOperator<Scenario>> group = steps.subList(at, Math.min(at + size, steps.size()));
      if (accepts(applied(group))) {
        group.clear();
      } else {
        at += size;
      }
    }
  }

  /// {@return the scenario after several steps; those that cannot be made are passed over}
  private Scenario applied(List<UnaryOperator<Scenario>> group) {
    Scenario changed = best;
    for (UnaryOperator<Scenario> step : group) {
      changed = applied(changed, step);
    }
    return changed;
  }

  private static Scenario applied(Scenario before, UnaryOperator<Scenario> step) {
    try {
      return step.apply(before);
    } catch (IllegalArgumentException e) {
      // No release, type or field can be so.
      return before;
    }
  }

  private boolean accepts(Scenario candidate) {
    if (candidate.equals(best) || (fair && !FairRoute.isFair(candidate.route()))) {
      return false;
    }
    if (judgements == limit) {
      cutShort = true;
      return false;
    }
    judgements++;
    boolean accepted = keeps.test(candidate);
    if (accepted) {
      best = candidate;
      cuts++;
    }
    return accepted;
  }
}
