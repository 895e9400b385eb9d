package org.hopscotch.generators.choice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What minimising came to.
///
/// @param value the simplest value found that has the cause; when it has none, the one that was
///     found
/// @param recording its choices
/// @param cause what is wrong with it; empty when nothing was, as soon as what had been found was
///     judged again
/// @param evaluations how often a value was judged
/// @param steps how many edits were accepted
/// @param complete whether all edits were tried; false when the limit came first, and without a
///     cause
/// @param slips other causes that came up, in the order in which they did, with the simplest
///     recording of each: findings of their own
/// @param remaining what could not be removed
public record Minimized<T, C>(
    T value,
    Recording recording,
    Optional<C> cause,
    int evaluations,
    int steps,
    boolean complete,
    Map<C, Recording> slips,
    Remaining remaining) {
  public Minimized {
    slips = Collections.unmodifiableMap(new LinkedHashMap<>(slips));
  }

  /// {@return whether the cause did not show again: then it does not depend on the choices alone,
  /// and nothing was tried}
  public boolean isFlaky() {
    return cause.isEmpty();
  }

  /// What is in a recording.
  ///
  /// @param spans how many spans of each label have a choice other than 0; so the end of a list is
  ///     none
  /// @param choices how many choices are other than 0
  public record Remaining(SortedMap<String, Integer> spans, int choices) {
    public Remaining {
      spans = Collections.unmodifiableSortedMap(new TreeMap<>(spans));
    }
  }
}
