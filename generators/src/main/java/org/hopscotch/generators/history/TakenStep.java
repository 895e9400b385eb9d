package org.hopscotch.generators.history;

import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Release;

/// An unsound step from a release that somebody gives, with nothing else around it: for looking at
/// the smallest histories that have it.
///
/// @param first the given release, with what the step needs
/// @param next what became of it
/// @param changes that made it so, one after the other
/// @param witness where it shows
public record TakenStep(Release first, Release next, List<Change> changes, Witness witness) {

  public TakenStep {
    changes = List.copyOf(changes);
  }

  /// {@return the step; empty where it cannot be taken}
  ///
  /// @param begun has a device type with a section
  /// @param name of the next release
  /// @param choices for what the step leaves open
  public static Optional<TakenStep> of(Defect defect, Release begun, String name, Choices choices) {
    Names names = new Names();
    Release first = Ensured.of(choices, names, begun, defect.needs());
    Growing next = new Growing(choices, names, 0, name, first);
    next.addMachines();
    return defect
        .taken()
        .apply(next)
        .map(witness -> new TakenStep(first, next.now(), next.changes(), witness));
  }
}
