package org.hopscotch.harness.sensitivity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.history.Defects;
import org.hopscotch.generators.history.DrawnScenarios;
import org.hopscotch.generators.history.Histories;
import org.hopscotch.harness.minimise.Breach;
import org.hopscotch.harness.minimise.Breaches;
import org.hopscotch.harness.planted.EngineDefect;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.Plantings;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// A history that one release's wrong engine plays: a sound one, or one that is unsound as well
/// where the defect cannot be seen otherwise.
///
/// @param defect what is wrong with the engine
record WrongEngine(EngineDefect defect) implements Sought {

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
    return Catalogue.ENGINES;
  }

  /// The defect is in one of the releases that the guest visits.
  @Override
  public PlantedCase draw(Choices choices) {
    Histories histories =
        switch (defect.shows()) {
          case ON_SOUND -> Histories.sound();
          case ON_UNSOUND -> Histories.with(choices.oneOf(Defects.all()));
        };
    Scenario scenario = DrawnScenarios.over(histories).draw(choices).scenario();
    List<String> releases =
        scenario.route().stream().map(Stop::release).map(Release::name).distinct().toList();
    return in(choices.oneOf(releases), scenario);
  }

  /// {@return a case in which one release has the defect}
  PlantedCase in(String release, Scenario scenario) {
    return new PlantedCase(scenario, one -> shown(one, release));
  }

  private Breaches shown(Scenario scenario, String release) {
    return switch (defect.shows()) {
      case ON_SOUND -> onSound(scenario, release);
      case ON_UNSOUND -> onUnsound(scenario, release);
    };
  }

  private Breaches onSound(Scenario scenario, String release) {
    Breaches wrong = wrong(scenario, release);
    return wrong.all().isEmpty() || Right.shown(scenario).all().isEmpty() ? wrong : Breaches.NONE;
  }

  /// What shows with the defect only; of one that hides what undefined memory does, what shows
  /// without it only.
  private Breaches onUnsound(Scenario scenario, String release) {
    boolean hides = defect.part() == Part.RESETTING;
    Breaches first = hides ? Right.shown(scenario) : wrong(scenario, release);
    if (first.all().isEmpty()) {
      return Breaches.NONE;
    }
    Set<Breach> left = new LinkedHashSet<>(first.all());
    left.removeAll((hides ? wrong(scenario, release) : Right.shown(scenario)).all());
    return new Breaches(left);
  }

  private Breaches wrong(Scenario scenario, String release) {
    return Right.shown(scenario, Plantings.in(release, defect));
  }
}
