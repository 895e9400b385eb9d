package org.hopscotch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.hopscotch.model.scenario.Finding;
import org.hopscotch.model.scenario.Verdict;
import org.junit.jupiter.api.Test;

class RunReportsTest {
  private static final Finding FINDING =
      new Finding("decoder-total", "allocation", "too much", "case 3, base: [cut at 7]", "x.mig");

  private static final RunResult.Found FOUND = new RunResult.Found(FINDING, 3, 8, List.of("y.mig"));

  @Test
  void saysThatARunWithoutFindingsIsClean() {
    assertThat(text(result(2, List.of()))).endsWith("clean" + System.lineSeparator());
  }

  @Test
  void tellsAFindingWithItsCaseAndItsFile() {
    StringWriter out = new StringWriter();
    RunText.announce(FINDING, "replay x.mig", new PrintWriter(out));
    assertThat(out.toString())
        .contains("FINDING decoder-total: allocation")
        .contains("case 3, base: [cut at 7]")
        .contains("saved: x.mig")
        .contains("told by: replay x.mig");
  }

  @Test
  void countsTheCasesOfAFindingAndNamesWhatItExplains() {
    assertThat(text(result(2, List.of(FOUND))))
        .contains("found decoder-total: allocation: 8 cases, first 3")
        .contains("  x.mig")
        .contains("  also y.mig")
        .contains("decoder-total: 9 holds, 1 violated");
  }

  @Test
  void tellsWhatWasDrawnMostOftenFirst() {
    assertThat(text(result(2, List.of())))
        .contains("10 cases drawn: 6 damaged streams, 4 drawn guests")
        .contains("  damages: 5 flip, 2 cut");
  }

  @Test
  void isNotCleanWhenAStreamDiffers() {
    assertThat(result(1, List.of()).clean()).isFalse();
    assertThat(result(2, List.of()).clean()).isTrue();
  }

  @Test
  void writesTheSameAsJson() {
    StringWriter out = new StringWriter();
    RunJson.write(result(2, List.of(FOUND)), out);
    assertThat(out.toString())
        .contains("\"format\" : 1")
        .contains("\"seed\" : \"42\"")
        .contains("\"clean\" : false")
        .contains("\"violated\" : 1")
        .contains("\"cases\" : 8")
        .contains("\"y.mig\"")
        .contains("\"signature\" : \"decoder-total: allocation\"");
  }

  private static RunResult result(long identical, List<RunResult.Found> findings) {
    return new RunResult(
        "campaign",
        OptionalLong.of(42),
        10,
        new RunResult.Cases(3, 3, List.of()),
        new RunResult.Streams(identical, 2, List.of()),
        new TreeMap<>(
            Map.of(
                RunResult.CASES,
                new TreeMap<>(Map.of("drawn guests", 4L, "damaged streams", 6L)),
                "damages",
                new TreeMap<>(Map.of("cut", 2L, "flip", 5L)))),
        new TreeMap<>(
            Map.of(
                "decoder-total", new TreeMap<>(Map.of(Verdict.HOLDS, 9L, Verdict.VIOLATED, 1L)))),
        findings);
  }

  private static String text(RunResult result) {
    StringWriter out = new StringWriter();
    RunText.print(result, new PrintWriter(out));
    return out.toString();
  }
}
