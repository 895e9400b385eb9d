package org.hopscotch.harness.minimise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.ScenarioSize;

/// Whether simpler scenarios still show what was found; what slips to another cause is remembered.
/// Made for one finding, and used by one thread.
public final class SameFinding implements Predicate<Scenario> {
  private static final int MOST_SLIPS = 16;

  private final Function<Scenario, Breaches> judge;
  private final Breaches found;
  private final Map<Breach, Scenario> slips = new LinkedHashMap<>();

  /// @param found which shows something, or nothing is the same
  /// @param judge what shows in a scenario; it may throw for one that cannot be played
  public SameFinding(Scenario found, Function<Scenario, Breaches> judge) {
    this.judge = judge;
    this.found = judge.apply(found);
  }

  /// {@return the rule for a finding of all promises}
  ///
  /// @param subjects which subject stands for which release
  public static SameFinding of(Scenario found, Journey.Subjects subjects) {
    return new SameFinding(
        found, one -> Breaches.of(CaseReplay.Judged.of(one, subjects).judgements()));
  }

  /// {@return what showed in what was found}
  public Breaches found() {
    return found;
  }

  @Override
  public boolean test(Scenario simpler) {
    Breaches shown = shown(simpler);
    boolean same = shown.isSameFinding(found);
    if (!same) {
      shown.all().stream()
          .filter(breach -> !found.all().contains(breach))
          .findFirst()
          .ifPresent(breach -> slip(breach, simpler));
    }
    return same;
  }

  /// {@return what shows in a scenario; nothing in one that cannot be played}
  Breaches shown(Scenario simpler) {
    try {
      return judge.apply(simpler);
    } catch (RuntimeException e) {
      // A history that nobody can play is no simpler form of one that somebody did.
      return Breaches.NONE;
    }
  }

  private void slip(Breach breach, Scenario simpler) {
    if (slips.containsKey(breach) || slips.size() < MOST_SLIPS) {
      slips.merge(breach, simpler, SameFinding::smaller);
    }
  }

  private static Scenario smaller(Scenario one, Scenario other) {
    return ScenarioSize.of(other).compareTo(ScenarioSize.of(one)) < 0 ? other : one;
  }

  /// {@return scenarios that show something that did not show in what was found, by the first such
  /// breach: the smallest of each, in the order in which they came up}
  public Map<Breach, Scenario> slips() {
    return Collections.unmodifiableMap(slips);
  }
}
