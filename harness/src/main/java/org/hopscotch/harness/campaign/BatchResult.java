package org.hopscotch.harness.campaign;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hopscotch.model.scenario.Verdict;

/// What a batch came to: all that a run has to know of it later, and as a line of the
/// {@link Journal} what a resumed one knows.
///
/// @param from the first case
/// @param to behind the last case
/// @param drawn group to kind to number
/// @param verdicts how often each invariant said what
/// @param causes what was wrong, before minimising
/// @param found the violations, made small
/// @param unplayed how many cases could not be judged or made small
/// @param why of the first of them
public record BatchResult(
    long from,
    long to,
    SortedMap<String, SortedMap<String, Long>> drawn,
    SortedMap<String, Map<Verdict, Long>> verdicts,
    SortedMap<String, Cause> causes,
    List<Violation> found,
    long unplayed,
    List<String> why) {

  public BatchResult {
    causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
    found = List.copyOf(found);
    why = List.copyOf(why);
  }

  /// One class of what is wrong.
  ///
  /// @param count how many cases it was wrong with
  /// @param signature of what it came to; empty where it was not made small
  public record Cause(long count, Optional<String> signature) {}
}
