package org.hopscotch.harness.minimise;

import java.util.function.Function;
import org.hopscotch.generators.pass.Passes;
import org.hopscotch.generators.pass.ScenarioMinimizer;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.ScenarioSize;

/// Makes a finding small in two rounds. The first keeps the class of the reason, so that of two
/// independent defects one is left. The second cuts what shows that class: if the promise is still
/// broken in the same way, it was not the cause.
public final class Smallest {
  private Smallest() {}

  /// {@return the smallest form found of a scenario that shows something}
  ///
  /// @param judge what shows in a scenario; it may throw for one that cannot be played
  /// @param judgements how often it may be asked in each round
  public static Scenario of(Scenario found, Function<Scenario, Breaches> judge, int judgements) {
    SameFinding same = new SameFinding(found, judge);
    Scenario small = ScenarioMinimizer.minimize(found, Passes.ALL, same, judgements).scenario();
    Breaches left = judge.apply(small);
    Scenario smaller =
        ScenarioMinimizer.minimize(
                small, Passes.ALL, one -> same.shown(one).isLike(left), judgements)
            .scenario();
    boolean isLarger = ScenarioSize.of(smaller).compareTo(ScenarioSize.of(small)) > 0;
    return isLarger ? small : smaller;
  }
}
