package org.hopscotch.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitivityCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void printsATableAndSavesIt() throws IOException {
    int code =
        run(
            "sensitivity",
            "--trials",
            "1",
            "--tries",
            "100",
            "--defect",
            "version-raised",
            "--sound",
            "10",
            "--out",
            folder.toString());
    assertThat(code).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString())
        .containsPattern("version-raised +1/1 .* newer-to-older: section too new")
        .contains("10 sound scenarios, 0 false findings")
        .contains("all targets reached");
    assertThat(Files.readString(folder.resolve("sensitivity.json")))
        .contains("\"id\" : \"version-raised\"")
        .contains("--trials 1 --tries 100 --defect version-raised --sound 10");
  }

  @Test
  void endsOtherwiseWhenATargetIsMissed() {
    int code =
        run(
            "sensitivity",
            "--trials",
            "1",
            "--tries",
            "1",
            "--no-naive",
            "--defect",
            "bool-not-normalised",
            "--out",
            folder.toString());
    assertThat(code).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString()).contains("bool-not-normalised: 0 of 1").contains("targets missed");
  }

  @Test
  void tellsTheKnownDefectsToWhoAsksForAnother() {
    assertThat(run("sensitivity", "--defect", "field-edded")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString())
        .contains("no such defect: field-edded")
        .contains("field-added, field-removed")
        .contains("footer-unchecked");
  }

  @Test
  void tellsTheKnownCataloguesToWhoAsksForAnother() {
    assertThat(run("sensitivity", "--catalogue", "engine")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("no such catalogue: engine; known are histories, engines");
  }

  @Test
  void refusesARunWithoutTrials() {
    assertThat(run("sensitivity", "--trials", "0")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("no trials: 0");
  }
}
