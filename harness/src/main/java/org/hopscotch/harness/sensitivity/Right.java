package org.hopscotch.harness.sensitivity;

import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.minimise.Breaches;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.scenario.Scenario;

/// What shows with the engine that is right.
final class Right {
  private static final Subject ENGINE = new EngineSubject();

  private Right() {}

  static Breaches shown(Scenario scenario) {
    return shown(scenario, _ -> ENGINE);
  }

  /// {@return what shows with other subjects}
  static Breaches shown(Scenario scenario, Journey.Subjects subjects) {
    return Breaches.of(CaseReplay.Judged.of(scenario, subjects).judgements());
  }
}
