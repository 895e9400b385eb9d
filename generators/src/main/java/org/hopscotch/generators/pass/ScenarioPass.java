package org.hopscotch.generators.pass;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;

/// One way to make a scenario simpler. {@link ScenarioMinimizer} tries what it says.
public interface ScenarioPass {

  /// {@return the single steps that there are, those to be tried first before the others}
  ///
  /// Each names what it changes, so that it can be made after others of the same list. Where there
  /// is nothing left to do it gives back what it got; where that cannot be done it throws
  /// IllegalArgumentException.
  List<UnaryOperator<Scenario>> steps(Scenario of);
}
