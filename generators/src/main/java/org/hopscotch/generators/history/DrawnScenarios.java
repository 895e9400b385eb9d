package org.hopscotch.generators.history;

import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.generators.Scenarios;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Generator;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Scenario;

/// Draws histories with guests, hosts and routes over them.
public final class DrawnScenarios implements Generator<DrawnScenario> {
  private final Histories histories;

  private DrawnScenarios(Histories histories) {
    this.histories = histories;
  }

  /// {@return a generator of scenarios over drawn histories}
  public static DrawnScenarios over(Histories histories) {
    return new DrawnScenarios(histories);
  }

  @Override
  public DrawnScenario draw(Choices choices) {
    DrawnHistory history = choices.span("history", histories);
    GivenHistory given =
        new GivenHistory("", List.of(), history.history(), Optional.empty(), Surroundings.PLAIN);
    Scenario scenario = choices.span("scenario", Scenarios.over(given));
    return new DrawnScenario(history, history.cautious(scenario));
  }
}
