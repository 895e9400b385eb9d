package org.hopscotch.harness.minimise;

import java.util.function.Function;
import java.util.function.Predicate;
import org.hopscotch.generators.pass.Passes;
import org.hopscotch.generators.pass.ScenarioMinimizer;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.ScenarioSize;

/// Makes a finding small in three rounds. The first keeps the class of the reason, so that of two
/// independent defects one is left. The second cuts what shows that class: if the promise is still
/// broken in the same way, it was not the cause. The third goes the other way round: what breaks an
/// earlier promise so, of what is left, is the same defect, and goes by that.
public final class Smallest {
  private final SameFinding same;
  private final int judgements;

  private Smallest(SameFinding same, int judgements) {
    this.same = same;
    this.judgements = judgements;
  }

  /// {@return the smallest form found of a scenario that shows something}
  ///
  /// @param judge what shows in a scenario; it may throw for one that cannot be played
  /// @param judgements how often it may be asked in each round
  public static Scenario of(Scenario found, Function<Scenario, Breaches> judge, int judgements) {
    return new Smallest(new SameFinding(found, judge), judgements).of(found);
  }

  private Scenario of(Scenario found) {
    Scenario small = cut(found, same);
    Scenario smaller = loosely(small);
    boolean isLarger = ScenarioSize.of(smaller).compareTo(ScenarioSize.of(small)) > 0;
    Scenario smallest = isLarger ? small : smaller;
    Scenario turned =
        new Scenario(smallest.history(), smallest.guest(), smallest.route().reversed());
    return same.shown(turned).isEarlierThan(same.shown(smallest)) ? loosely(turned) : smallest;
  }

  private Scenario loosely(Scenario one) {
    Breaches left = same.shown(one);
    return cut(one, simpler -> same.shown(simpler).isLike(left));
  }

  private Scenario cut(Scenario one, Predicate<Scenario> keeps) {
    return ScenarioMinimizer.minimize(one, Passes.ALL, keeps, judgements).scenario();
  }
}
