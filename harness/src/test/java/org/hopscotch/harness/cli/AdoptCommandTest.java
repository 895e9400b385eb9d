package org.hopscotch.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hopscotch.corpus.BreakClass;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path corpus;
  private Path finding;

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private int adopt(Path file, String... more) {
    List<String> args =
        Stream.concat(
                Stream.of("adopt", file.toString(), "--corpus", corpus.toString()), Stream.of(more))
            .toList();
    return run(args.toArray(String[]::new));
  }

  private List<Path> findings() throws IOException {
    try (Stream<Path> files = Files.list(finding.getParent())) {
      return files.toList();
    }
  }

  @BeforeEach
  void find() throws IOException {
    corpus = folder.resolve("corpus");
    Path history = Repository.root().resolve("docs/sensor.yaml");
    run(
        "campaign",
        "--history",
        history.toString(),
        "--seed",
        "1",
        "--tries",
        "30",
        "--out",
        folder.toString());
    try (Stream<Path> files = Files.list(folder.resolve("findings"))) {
      finding =
          files
              .filter(one -> one.toString().matches(".*-[0-9a-f]{8}\\.yaml"))
              .findFirst()
              .orElseThrow();
    }
  }

  @Test
  void movesABreakIntoTheCorpus() throws IOException, CaseException {
    Path due = corpus.resolve("cases/alarm-raised-the-version.yaml");
    assertThat(adopt(finding, "--as", "alarm-raised-the-version", "--class", "F-BUMP"))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).contains(due.toString()).contains("-Dtest=CorpusIndexTest");
    assertThat(findings()).isEmpty();
    Case adopted = CaseYaml.read(Files.readString(due));
    assertThat(adopted.kind()).isEqualTo(Case.Kind.BREAK);
    assertThat(adopted.classes()).containsExactly(BreakClass.F_BUMP);
    assertThat(adopted.about()).startsWith("Case 0 of seed 1 (hopscotch 0.1.0, generators ");
    assertThat(adopted.repair()).isPresent();
    assertThat(run("replay", due.toString())).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aFaultOfOurOwnIsToHold() throws IOException, CaseException {
    assertThat(adopt(finding, "--kind", "regression")).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).contains("mvn verify fails until our own code is repaired");
    Path due = corpus.resolve("cases").resolve(finding.getFileName());
    assertThat(CaseYaml.read(Files.readString(due)).kind()).isEqualTo(Case.Kind.REGRESSION);
    assertThat(run("replay", due.toString())).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void movesNothingThatDoesNotBelongThere() throws IOException {
    int files = findings().size();
    refused("a break has a class", finding);
    refused("no such class: F-WRONG", finding, "--class", "F-WRONG");
    refused("neither break nor regression: bug", finding, "--kind", "bug");
    refused("no name for a file of the corpus: ../x", finding, "--class", "F-ADD", "--as", "../x");
    refused("no such file", folder.resolve("none.yaml"));
    Files.createDirectories(corpus.resolve("cases"));
    Files.writeString(corpus.resolve("cases/taken.yaml"), "");
    refused("is there already", finding, "--class", "F-ADD", "--as", "taken");
    String right = Files.readString(finding);
    Files.writeString(finding, right.replace("section too new", "section unknown"));
    refused("expected section unknown, got section too new", finding, "--class", "F-ADD");
    Files.writeString(finding, right.replace("kind: break", "kind: brake"));
    refused("expected one of break, regression", finding, "--class", "F-ADD");
    assertThat(findings()).hasSize(files);
  }

  private void refused(String words, Path file, String... more) {
    assertThat(adopt(file, more)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains(words);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void movesAStreamWhereEveryBuildJudgesIt() throws IOException {
    Path crash = Files.write(folder.resolve("crash.mig"), new byte[] {'Q', 'E', 'V', 'M', 0});
    assertThat(adopt(crash)).isEqualTo(ExitCode.CLEAN);
    assertThat(corpus.resolve("inputs/crash.mig")).hasSize(5);
    assertThat(crash).doesNotExist();
    assertThat(out.toString()).contains("it holds");
  }
}
