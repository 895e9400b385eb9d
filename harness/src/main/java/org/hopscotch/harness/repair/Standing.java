package org.hopscotch.harness.repair;

import java.util.EnumSet;
import java.util.Set;
import org.hopscotch.model.scenario.InvariantId;

/// How far a scenario is from keeping all promises.
///
/// @param arrived at how many stops the guest was
/// @param offset how far into a stream the last refusal came; -1 where nothing was refused
/// @param violated the promises that are broken
/// @param violations how many judgements say so
/// @param silent the promises that do not apply
record Standing(
    int arrived, long offset, Set<InvariantId> violated, int violations, Set<InvariantId> silent) {

  /// Worse than any other: it was not, or could not be, judged.
  static final Standing UNKNOWN =
      new Standing(-1, -1, EnumSet.allOf(InvariantId.class), Integer.MAX_VALUE, Set.of());

  private static final Set<InvariantId> ABOUT_HOPS =
      EnumSet.of(InvariantId.SAME_RELEASE, InvariantId.NEWER_TO_OLDER, InvariantId.OLDER_TO_NEWER);

  Standing {
    violated = Set.copyOf(violated);
    silent = Set.copyOf(silent);
  }

  /// {@return whether every promise is kept}
  boolean isKept() {
    return violated.isEmpty();
  }

  /// {@return whether every promise about a hop that was broken is about one still}
  ///
  /// A guest that may not leave breaks none, and is not helped.
  boolean isAboutAllOf(Standing broken) {
    return broken.violated.stream().filter(ABOUT_HOPS::contains).noneMatch(silent::contains);
  }

  /// {@return whether nothing is broken that was not, and the guest comes as far}
  boolean isNoWorseThan(Standing other) {
    return arrived >= other.arrived && other.violated.containsAll(violated);
  }

  /// {@return whether less is broken than before, or the guest came further}
  boolean isProgressSince(Standing before) {
    if (arrived != before.arrived) {
      return arrived > before.arrived;
    }
    if (violations != before.violations) {
      return violations < before.violations;
    }
    return before.offset >= 0 && offset > before.offset;
  }
}
