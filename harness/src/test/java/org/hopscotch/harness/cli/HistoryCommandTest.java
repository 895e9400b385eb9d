package org.hopscotch.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `campaign --history`, as a person sees it.
class HistoryCommandTest {
  private static final String SOUND =
      """
      format: 1
      kind: history
      about: one device, two releases
      releases:
      - release: "5.1"
        types:
          clock:
            section:
              name: clock
              version_id: 1
              minimum_version_id: 1
              fields:
              - {name: count, type: uint32}
        machines:
          pc-5.1: {version: "5.1", family: pc}
      - release: "5.2"
        like: "5.1"
        changes:
        - add-machine: {name: pc-5.2, version: "5.2", family: pc}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private int campaign(String yaml, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
    List<String> args =
        new ArrayList<>(
            List.of("campaign", "--history", file.toString(), "--seed", "3", "--tries", "150"));
    args.addAll(List.of("--out", folder.resolve("out").toString()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void reportsWhatWasDrawnAndJudgedOfASoundHistory() throws IOException {
    assertThat(campaign(SOUND)).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString())
        .startsWith("seed 3")
        .contains("150 cases drawn: 150 scenarios over the given releases")
        .containsPattern("hops: .*\\d+ 5.2 -> 5.1 -M pc-5.1")
        .containsPattern("routes: .*\\d+ newer to older")
        .containsPattern("members that the guest changed: \\d+ clock.count")
        .containsPattern("older-to-newer: \\d+ holds")
        .doesNotContain("real streams")
        .contains("clean")
        .contains("repeat with: campaign --history ");
  }

  @Test
  void drawsNothingWhereNothingCouldBeDrawnOrSaved() throws IOException {
    for (String[] more : new String[][] {{"--tries", "0"}, {"--tries", "-1"}, {"--budget", "0s"}}) {
      Path file = Files.writeString(folder.resolve("mine.yaml"), SOUND);
      assertThat(run("campaign", "--history", file.toString(), more[0], more[1]))
          .isEqualTo(ExitCode.UNREADABLE);
      assertThat(out.toString()).doesNotContain("seed");
    }
    Path taken = Files.writeString(folder.resolve("out"), "");
    assertThat(campaign(SOUND)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("findings cannot be saved in " + taken);
    assertThat(out.toString()).doesNotContain("seed");
    Files.delete(taken);
    assertThat(campaign(SOUND.replace("clock:", "clock:\n      abstract: true")))
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("no device to draw");
  }

  @Test
  void saysWhatItDidNotExercise() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), SOUND);
    String target = folder.resolve("out").toString();
    assertThat(
            run(
                "campaign",
                "--history",
                file.toString(),
                "--tries",
                "1",
                "--seed",
                "3",
                "--out",
                target))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).contains("note: not exercised: ").contains(" never applied");
  }

  @Test
  void savesAFindingThatReplaysAndNamesTheCommandThatTellsIt() throws IOException {
    String raised =
        SOUND + "  - set-versions: {type: clock, version_id: 2, minimum_version_id: 1}\n";
    assertThat(campaign(raised)).isEqualTo(ExitCode.FINDINGS);
    List<Path> found;
    try (Stream<Path> all = Files.list(folder.resolve("out/findings"))) {
      found = all.toList();
    }
    assertThat(found).hasSize(3);
    String file =
        found.stream()
            .map(Path::toString)
            .filter(one -> one.matches(".*-[0-9a-f]{8}\\.yaml"))
            .findFirst()
            .orElseThrow();
    assertThat(out.toString())
        .contains("FINDING newer-to-older: section too new (clock clock), refused")
        .contains("told by: replay " + file + " --explain")
        .contains("1 findings");
    assertThat(run("replay", file, "--explain")).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).contains("as expected: breaks newer-to-older");
  }

  @Test
  void refusesWhatMakesNoSenseBesideIt() throws IOException {
    assertThat(campaign(SOUND, "--cases", "x")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("--cases makes no sense beside --history");
    assertThat(campaign(SOUND, "--corpus", "x")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("--corpus makes no sense beside --history");
  }

  @Test
  void namesAllThatIsWrongWithTheFile() throws IOException {
    String bad = SOUND.replace("uint32", "uint31").replace("like: \"5.1\"", "like: \"5.0\"");
    assertThat(campaign(bad)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith(folder.resolve("mine.yaml") + ":"));
    assertThat(run("campaign", "--history", folder.resolve("none").toString()))
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("no such file");
  }

  @Test
  void replaySaysWhereAHistoryBelongs() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), SOUND);
    assertThat(run("replay", file.toString())).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("mine.yaml: a history has no guest").contains("--history");
  }
}
