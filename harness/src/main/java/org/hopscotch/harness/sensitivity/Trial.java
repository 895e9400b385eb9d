package org.hopscotch.harness.sensitivity;

import java.util.Optional;
import java.util.SortedSet;
import org.hopscotch.harness.minimise.Breach;
import org.hopscotch.model.scenario.ScenarioSize;

/// What came of seeking one defect with one seed.
///
/// @param seed from which cases were drawn
/// @param tries how many were drawn, that with the finding included
/// @param nanos of a processor, for these
/// @param found what showed in the last of them
/// @param small the same made small, where that was asked for
/// @param unplayed how many cases threw an exception
record Trial(
    long seed,
    long tries,
    long nanos,
    Optional<Breach> found,
    Optional<Small> small,
    long unplayed) {

  /// A finding made small.
  ///
  /// @param primary by what it goes
  /// @param kinds what is left in it
  /// @param nanos of a processor, to make it so
  record Small(Breach primary, ScenarioSize size, SortedSet<String> kinds, long nanos) {}
}
