package org.hopscotch.generators.history;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.History;
import org.hopscotch.model.scenario.Scenario;

/// A history, and how it came about.
///
/// @param parts the kinds of part that device types were made of, and got
/// @param steps ids of the steps that its releases took, one after the other
/// @param cautions what guests keep to, who use what some step brought
/// @param planted the step that is not sound, where one was wanted and possible
public record DrawnHistory(
    History history,
    List<String> parts,
    List<String> steps,
    List<Caution> cautions,
    Optional<Planted> planted) {

  public DrawnHistory {
    parts = List.copyOf(parts);
    steps = List.copyOf(steps);
    cautions = List.copyOf(cautions);
  }

  /// {@return all kinds of part that there can be}
  public static List<String> partKinds() {
    return Arrays.stream(PartKind.values()).map(PartKind::words).toList();
  }

  /// {@return a scenario over this history, with a guest that keeps to its cautions}
  public Scenario cautious(Scenario drawn) {
    return Caution.kept(cautions, drawn);
  }
}
