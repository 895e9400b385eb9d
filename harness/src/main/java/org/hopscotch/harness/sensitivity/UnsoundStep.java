package org.hopscotch.harness.sensitivity;

import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.history.Defect;
import org.hopscotch.generators.history.DrawnScenario;
import org.hopscotch.generators.history.DrawnScenarios;
import org.hopscotch.generators.history.Histories;
import org.hopscotch.generators.history.Witness;
import org.hopscotch.harness.minimise.Breaches;
import org.hopscotch.model.scenario.Scenario;

/// A history that ends with an unsound step, played by the right engine.
///
/// @param defect the step
record UnsoundStep(Defect defect) implements Sought {

  @Override
  public String id() {
    return defect.id();
  }

  @Override
  public String line() {
    return defect.line();
  }

  @Override
  public Catalogue catalogue() {
    return Catalogue.HISTORIES;
  }

  /// A case to which the step did not apply, or that does not meet it, shows nothing.
  @Override
  public PlantedCase draw(Choices choices) {
    DrawnScenario drawn = DrawnScenarios.over(Histories.with(defect)).draw(choices);
    boolean met =
        drawn.history().planted().filter(one -> met(one.witness(), drawn.scenario())).isPresent();
    return new PlantedCase(drawn.scenario(), met ? Right::shown : _ -> Breaches.NONE);
  }

  private static boolean met(Witness witness, Scenario scenario) {
    return witness.inside().test(scenario);
  }
}
