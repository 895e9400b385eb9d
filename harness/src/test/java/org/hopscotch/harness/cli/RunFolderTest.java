package org.hopscotch.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hopscotch.harness.campaign.RunFolder;
import org.hopscotch.harness.campaign.Shard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `campaign` leaves in its folder, stopped, gone on with, repeated and in parts.
class RunFolderTest {
  private static final String HISTORY =
      """
      format: 1
      kind: history
      about: a version raised, and a subsection that is sent for what guests do
      releases:
      - release: "5.1"
        types:
          clock: {section: {name: clock, version_id: 1, minimum_version_id: 1,
            fields: [{name: count, type: uint32}]}}
          disk: {section: {name: disk, version_id: 1, minimum_version_id: 1,
            fields: [{name: status, type: uint8}]}}
        machines:
          pc-5.1: {version: "5.1", family: pc}
      - release: "5.2"
        like: "5.1"
        changes:
        - add-machine: {name: pc-5.2, version: "5.2", family: pc}
        - set-versions: {type: clock, version_id: 2, minimum_version_id: 1}
        - add-subsection: {type: disk, subsection: {name: disk/latch, version_id: 1,
            minimum_version_id: 1, needed: latch == 77, fields: [{name: latch, type: uint8}]}}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private int campaign(Path to, String... more) throws IOException {
    Path file = folder.resolve("mine.yaml");
    if (!Files.exists(file)) {
      Files.writeString(file, HISTORY);
    }
    List<String> args = new ArrayList<>(List.of("campaign", "--history", file.toString()));
    args.addAll(List.of("--out", to.toString()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(one, StandardCharsets.UTF_8);
        all.put(folder.relativize(one).toString(), content.replace(folder.toString() + "/", ""));
      }
    }
    return all;
  }

  @Test
  void aRunThatIsResumedEndsLikeOneThatWasNeverStopped() throws IOException {
    Path whole = folder.resolve("whole");
    assertThat(campaign(whole, "--seed", "3", "--tries", "900")).isEqualTo(ExitCode.FINDINGS);
    SortedMap<String, String> due = files(whole);
    assertThat(due.keySet()).filteredOn(one -> one.endsWith(".found.yaml")).hasSizeBetween(2, 4);
    List<String> lines = Files.readAllLines(whole.resolve("progress.jsonl"));
    assertThat(lines).hasSize(5);
    for (int kept = 1; kept <= lines.size(); kept++) {
      Path stopped = Files.createDirectories(folder.resolve("stopped" + kept));
      String torn = kept < lines.size() ? lines.get(kept) : lines.getLast();
      Files.writeString(
          stopped.resolve("progress.jsonl"),
          String.join("\n", lines.subList(0, kept)) + "\n" + torn.substring(0, torn.length() / 2));
      Path findings = Files.createDirectory(stopped.resolve("findings"));
      for (String name : due.keySet()) {
        // Whatever was told before is there; the others are half there.
        if (name.startsWith("findings/") && (kept > 1 || name.contains("original"))) {
          Files.writeString(stopped.resolve(name), due.get(name));
        }
      }
      Files.writeString(findings.resolve(".half.yaml.new"), "ab");
      assertThat(campaign(stopped, "--resume", "--tries", "900")).isEqualTo(ExitCode.FINDINGS);
      assertThat(out.toString()).startsWith("seed 3");
      Files.delete(findings.resolve(".half.yaml.new"));
      assertThat(files(stopped)).isEqualTo(due);
    }
  }

  @Test
  void goesOnWithMoreTriesButNotWithLessOrWithAnotherRun() throws IOException {
    Path to = folder.resolve("out");
    assertThat(campaign(to, "--seed", "3", "--tries", "900")).isEqualTo(ExitCode.FINDINGS);
    SortedMap<String, String> due = files(to);
    Path less = folder.resolve("less");
    campaign(less, "--seed", "3", "--tries", "300");
    assertThat(campaign(less, "--resume", "--tries", "900")).isEqualTo(ExitCode.FINDINGS);
    SortedMap<String, String> more = files(less);
    assertThat(more.get("result.json")).isEqualTo(due.get("result.json"));
    assertThat(more.keySet()).isEqualTo(due.keySet());

    refused(to, "900 cases are judged already", "--resume", "--tries", "300");
    refused(to, "its seed is 3, not 4", "--resume", "--seed", "4", "--tries", "900");
    refused(to, "its invariant is none", "--resume", "--invariant", "round-trip");
    Files.writeString(folder.resolve("mine.yaml"), HISTORY.replace("uint32", "uint16"));
    refused(to, "its history is sha256", "--resume", "--tries", "900");
    Files.writeString(folder.resolve("mine.yaml"), HISTORY);
    Path journal = to.resolve("progress.jsonl");
    String right = Files.readString(journal);
    Files.writeString(journal, right.replace("hopscotch 0.1.0", "hopscotch 0.0.9"));
    refused(to, "its version is hopscotch 0.0.9", "--resume", "--tries", "900");
    Files.writeString(journal, right.replaceFirst("\"from\":256", "\"from\":oops"));
    refused(to, "progress.jsonl:3: ", "--resume", "--tries", "900");
    Files.writeString(journal, right.replaceFirst("\"seed\":\"3\"", "\"seed\":\"three\""));
    refused(to, "progress.jsonl:1: ", "--resume", "--tries", "900");
    Files.writeString(journal, "");
    refused(to, "progress.jsonl:1: ", "--resume", "--tries", "900");
    assertThat(files(to).keySet()).containsAll(due.headMap("progress.jsonl").keySet());
  }

  private void refused(Path to, String words, String... more) throws IOException {
    assertThat(campaign(to, more)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString().lines()).singleElement().asString().contains(words);
    assertThat(out.toString()).doesNotContain("cases drawn");
  }

  @Test
  void whatAnotherRunFoundIsMovedAside() throws IOException {
    Path to = folder.resolve("out");
    campaign(to, "--seed", "3", "--tries", "300");
    SortedMap<String, String> first = files(to.resolve("findings"));
    campaign(to, "--seed", "4", "--tries", "300");
    assertThat(out.toString()).contains("earlier findings are in " + to.resolve("findings.1"));
    assertThat(files(to.resolve("findings.1"))).isEqualTo(first);
    campaign(to, "--seed", "4", "--tries", "300");
    assertThat(to.resolve("findings.2")).isDirectory();
  }

  @Test
  void oneRunAtATimeSavesInAFolder() throws IOException {
    Path to = folder.resolve("out");
    try (RunFolder _ = RunFolder.open(to, Shard.WHOLE)) {
      refused(to, "findings cannot be saved in " + to + ": another run saves there", "--seed", "3");
    }
    assertThat(campaign(to, "--seed", "3", "--tries", "5")).isNotEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void shardsMayShareAFolder() throws IOException {
    Path whole = folder.resolve("whole");
    campaign(whole, "--seed", "3", "--tries", "900");
    Path to = folder.resolve("out");
    for (String shard : List.of("2/3", "3/3", "1/3")) {
      campaign(to, "--seed", "3", "--tries", "900", "--shard", shard);
      assertThat(out.toString()).contains(" --shard " + shard + " --tries 900");
    }
    assertThat(files(to.resolve("findings"))).isEqualTo(files(whole.resolve("findings")));
    assertThat(to.resolve("progress-2-of-3.jsonl")).exists();
    assertThat(to.resolve("findings.1")).doesNotExist();
  }

  @Test
  void theSavedCommandMakesTheCaseAgain() throws IOException {
    Path to = folder.resolve("out");
    campaign(to, "--seed", "3", "--tries", "900");
    SortedMap<String, String> all = files(to.resolve("findings"));
    String found =
        all.keySet().stream().filter(one -> one.endsWith(".found.yaml")).toList().getLast();
    String number = all.get(found).replaceAll("(?s).*\ncase: (\\d+)\n.*", "$1");
    assertThat(all.get(found).replaceAll("\\s+", " "))
        .contains("--seed 3 --case " + number)
        .contains("generators: 1");
    Path again = folder.resolve("again");
    assertThat(campaign(again, "--seed", "3", "--case", number)).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString()).contains("1 cases drawn").contains(" --case " + number);
    assertThat(files(again.resolve("findings")).get(found)).isEqualTo(all.get(found));
    assertThat(run("replay", to.resolve("findings").toString())).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).contains(".original.yaml: as expected");
  }

  @Test
  void saysWhatIsWrongWithAnOptionBeforeAnythingIsDrawn() throws IOException {
    Path to = folder.resolve("out");
    for (String[] bad :
        new String[][] {
          {"--shard", "4/3", "there is no shard 4/3"},
          {"--shard", "one", "not a shard such as 1/3: one"},
          {"--invariant", "up", "no such invariant: up; known are round-trip, "},
          {"--feature", "wings", "no such feature: wings; known are scenarios-over"},
          {"--case", "-1", "no case: -1"},
          {"--unsound", "--resume", "nothing here is drawn unsound"},
        }) {
      assertThat(campaign(to, bad[0], bad[1])).isEqualTo(ExitCode.UNREADABLE);
      assertThat(err.toString()).contains(bad[2]);
      assertThat(out.toString()).doesNotContain("seed");
    }
    assertThat(campaign(to, "--case", "1", "--tries", "5")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(to).doesNotExist();
  }
}
