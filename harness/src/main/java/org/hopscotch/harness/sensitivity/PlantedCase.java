package org.hopscotch.harness.sensitivity;

import java.util.Optional;
import java.util.function.Function;
import org.hopscotch.harness.minimise.Breach;
import org.hopscotch.harness.minimise.Breaches;
import org.hopscotch.model.scenario.Scenario;

/// A scenario that could show a planted defect.
///
/// @param shown what shows of the defect in this scenario or a simpler form of it: nothing where a
///     promise is broken without the defect too
record PlantedCase(Scenario scenario, Function<Scenario, Breaches> shown) {

  /// {@return the first thing that shows, if anything does; nothing in what cannot be played}
  Optional<Breach> primary() {
    try {
      return shown.apply(scenario).primary();
    } catch (RuntimeException e) {
      // It is no simpler form of one that could be played.
      return Optional.empty();
    }
  }
}
