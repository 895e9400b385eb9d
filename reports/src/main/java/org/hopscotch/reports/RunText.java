package org.hopscotch.reports;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hopscotch.model.scenario.Finding;
import org.hopscotch.model.scenario.Verdict;

/// Tells the result of a run in a few lines.
public final class RunText {
  private RunText() {}

  /// Tells of a finding as soon as it is safe.
  ///
  /// @param replay the command that plays it
  public static void announce(Finding finding, String replay, PrintWriter out) {
    out.printf(
        "FINDING %s%n  %s%n  %s%n  saved: %s%n  told by: %s%n",
        title(finding), finding.because(), finding.origin(), finding.file(), replay);
    out.flush();
  }

  private static String title(Finding finding) {
    return finding.signature() + finding.severity().map(how -> ", " + how.words()).orElse("");
  }

  /// Prints streams, drawn cases, verdicts and findings; the last line says whether it is clean.
  public static void print(RunResult result, PrintWriter out) {
    if (result.cases().of() > 0) {
      out.printf(
          "saved cases: %d of %d as expected%n", result.cases().asExpected(), result.cases().of());
      result.cases().problems().forEach(problem -> out.println("  " + problem));
    }
    if (result.streams().of() > 0) {
      out.printf(
          "real streams: %d of %d byte-identical%n",
          result.streams().identical(), result.streams().of());
    }
    result.streams().problems().forEach(problem -> out.println("  " + problem));
    Map<String, Long> cases = result.drawn().getOrDefault(RunResult.CASES, new TreeMap<>());
    out.printf("%d cases drawn: %s%n", result.tries(), counted(cases));
    result
        .drawn()
        .forEach((group, kinds) -> {
          if (!group.equals(RunResult.CASES)) {
            out.printf("  %s: %s%n", group, counted(kinds));
          }
        });
    result
        .verdicts()
        .forEach((invariant, counts) -> out.printf("%s: %s%n", invariant, verdicts(counts)));
    result.remarks().forEach(remark -> out.println("note: " + remark));
    for (RunResult.Found found : result.findings()) {
      out.printf(
          "found %s: %d cases, first %d%n  %s%n",
          title(found.finding()), found.cases(), found.number(), found.finding().file());
      found.also().forEach(also -> out.printf("  also %s%n", also));
    }
    out.println(
        result.clean()
            ? "clean"
            : "%d findings%s%s%s"
                .formatted(
                    result.findings().size(),
                    otherwise(result.streams()),
                    otherwise(result.cases()),
                    result.unplayed() == 0
                        ? ""
                        : ", %d drawn cases could not be played".formatted(result.unplayed())));
    out.flush();
  }

  private static String counted(Map<String, Long> drawn) {
    return drawn.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String verdicts(Map<Verdict, Long> counts) {
    return counts.entrySet().stream()
        .map(verdict -> verdict.getValue() + " " + verdict.getKey().words())
        .collect(Collectors.joining(", "));
  }

  private static String otherwise(RunResult.Streams streams) {
    return streams.of() == 0
        ? ""
        : ", %d real streams with problems".formatted(streams.problems().size());
  }

  private static String otherwise(RunResult.Cases cases) {
    long wrong = cases.of() - cases.asExpected();
    return wrong == 0 ? "" : ", %d cases not as expected".formatted(wrong);
  }
}
