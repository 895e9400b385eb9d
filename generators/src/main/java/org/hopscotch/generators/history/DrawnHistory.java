package org.hopscotch.generators.history;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.History;
import org.hopscotch.model.scenario.Scenario;

/// A history, and how it came about.
///
/// @param steps ids of the steps that its releases took, one after the other
/// @param cautions what guests keep to, who use what some step brought
/// @param planted the step that is not sound, where one was wanted and possible
public record DrawnHistory(
    History history, List<String> steps, List<Caution> cautions, Optional<Planted> planted) {

  public DrawnHistory {
    steps = List.copyOf(steps);
    cautions = List.copyOf(cautions);
  }

  /// {@return a scenario over this history, with a guest that keeps to its cautions}
  public Scenario cautious(Scenario drawn) {
    return Caution.kept(cautions, drawn);
  }
}
