package org.hopscotch.reports;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.hopscotch.model.scenario.Finding;
import org.hopscotch.model.scenario.Verdict;

/// The result of one run of any command that judges: everything that text, JSON and later pages
/// tell of it.
///
/// @param command the run's command
/// @param seed from which everything was drawn
/// @param tries how many cases were drawn
/// @param cases how the saved cases fared
/// @param streams how the real streams fared
/// @param drawn what the cases were made of: group to kind to number
/// @param verdicts invariant to verdict to number
/// @param remarks what somebody should know beside them, a sentence each
/// @param unplayed how many drawn cases could not be judged at all; remarks say why
/// @param findings in the order of their cases
/// @param repeat the command that makes the same run again
public record RunResult(
    String command,
    OptionalLong seed,
    long tries,
    Cases cases,
    Streams streams,
    SortedMap<String, SortedMap<String, Long>> drawn,
    SortedMap<String, Map<Verdict, Long>> verdicts,
    List<String> remarks,
    long unplayed,
    List<Found> findings,
    String repeat) {

  /// The group of `drawn` that counts the cases themselves, by their kind.
  public static final String CASES = "cases";

  /// A run without remarks.
  public RunResult(
      String command,
      OptionalLong seed,
      long tries,
      Cases cases,
      Streams streams,
      SortedMap<String, SortedMap<String, Long>> drawn,
      SortedMap<String, Map<Verdict, Long>> verdicts,
      List<Found> findings) {
    this(command, seed, tries, cases, streams, drawn, verdicts, List.of(), 0, findings, "");
  }

  public RunResult {
    remarks = List.copyOf(remarks);
    findings = List.copyOf(findings);
  }

  /// A finding of a run that draws.
  ///
  /// @param number of the case that it was found in
  /// @param cases how many showed it
  /// @param also what it explains, most likely: files that were saved, too
  public record Found(Finding finding, long number, long cases, List<String> also) {
    public Found {
      also = List.copyOf(also);
    }
  }

  /// Saved cases that were judged again.
  ///
  /// @param asExpected how many had the verdicts that they expect
  /// @param of how many there were
  /// @param problems a line for each of the others
  public record Cases(long asExpected, long of, List<String> problems) {
    /// A run without cases.
    public static final Cases NONE = new Cases(0, 0, List.of());

    public Cases {
      problems = List.copyOf(problems);
    }
  }

  /// Real streams that were decoded and encoded again.
  ///
  /// @param identical how many gave the same bytes
  /// @param of how many there were
  /// @param problems a line for each of the others
  public record Streams(long identical, long of, List<String> problems) {
    /// A run without streams.
    public static final Streams NONE = new Streams(0, 0, List.of());

    public Streams {
      problems = List.copyOf(problems);
    }
  }

  /// {@return whether nothing was found}
  public boolean clean() {
    return findings.isEmpty()
        && unplayed == 0
        && streams.identical() == streams.of()
        && cases.asExpected() == cases.of();
  }
}
