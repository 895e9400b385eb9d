package org.hopscotch.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hopscotch.harness.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees: output, one line for bad input, exit codes.
class CommandLineTest {
  private static final String BASE = Repository.stream("7.2/pc-q35-5.2/base.mig.gz").toString();

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void decodesAStreamForPeople() {
    assertThat(run("decode", BASE)).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString())
        .contains("CONFIGURATION  machine pc-q35-5.2")
        .contains("FULL   timer  instance 0  version 2  id 0")
        .containsPattern("0x[0-9a-f]{8}    cpu_clock_offset  int64  \\d+")
        .contains("pm  struct  ich9_pm v")
        .endsWith("of the device bytes opaque" + System.lineSeparator());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void decodesAStreamForPrograms() {
    assertThat(run("decode", "--json", BASE)).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString())
        .startsWith("{")
        .contains("\"format\" : 1")
        .contains("\"kind\" : \"FULL\"")
        .contains("\"complete\" : true");
  }

  @Test
  void endsASectionWithoutFooterBeforeACommandForPrograms() {
    String file = Repository.stream("forms/10.0-pc-q35-10.0-all-off.mig.gz").toString();
    assertThat(run("decode", "--json", file)).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).contains("\"complete\" : true").doesNotContain("FOOTER");
  }

  @Test
  void decodesByALikeness() {
    String devices = Repository.stream("7.2/pc-q35-5.2/legacy.devices.gz").toString();
    String like = Repository.stream("7.2/pc-q35-5.2/legacy.mig.gz").toString();
    assertThat(run("decode", devices)).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).contains("100.0 % (238784 of 238784)");
    assertThat(run("decode", devices, "--like", like)).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).contains("0.0 % (0 of 238784)");
  }

  @Test
  void verifiesFilesAndFolders() {
    String folder = Repository.stream("11.1/pc-q35-5.2").toString();
    assertThat(run("verify", BASE, folder)).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString().lines())
        .hasSizeGreaterThan(50)
        .last()
        .asString()
        .matches("(\\d+) of \\1 byte-identical");
  }

  @Test
  void saysInOneLineWhatIsWrongWithBadInput() throws IOException {
    byte[] whole = uncompressed(Path.of(BASE));
    assertBad(write("empty", new byte[0]), "the input ends here, at least 4 more bytes are due");
    assertBad(write("text", "hello world".getBytes(StandardCharsets.US_ASCII)), "not a migration");
    assertBad(
        write("cut", java.util.Arrays.copyOf(whole, 100_000)),
        "offset 0x000186a0: the input ends here");
    assertBad(folder, "is a directory");
    assertBad(folder.resolve("missing"), "no such file");
    byte[] zipped = Files.readAllBytes(Path.of(BASE));
    assertBad(
        write("cut.gz", java.util.Arrays.copyOf(zipped, 3000)), "the gzip data is damaged or cut");
  }

  @Test
  void countsAnUnreadableFileAndGoesOnWithTheNext() throws IOException {
    String bad = write("bad", "QEVM".getBytes(StandardCharsets.US_ASCII)).toString();
    assertThat(run("verify", bad, BASE)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(out.toString())
        .contains("bad: offset 0x00000004")
        .endsWith("1 of 2 byte-identical" + System.lineSeparator());
  }

  @Test
  void namesTheFieldOfARefusalInsideADevice() throws IOException {
    byte[] stream = uncompressed(Repository.stream("7.2/pc-q35-5.2/legacy.devices.gz"));
    byte[] cut = java.util.Arrays.copyOf(stream, 30);
    assertBad(write("cut-device", cut), "in timer: ");
  }

  @Test
  void doesNotFallForABomb() throws IOException {
    Path bomb = folder.resolve("bomb.gz");
    try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      zip.write(java.util.Arrays.copyOf(uncompressed(Path.of(BASE)), 84_000));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 500; i++) {
        zip.write(zeros);
      }
    }
    assertBad(bomb, "offset ");
  }

  @Test
  void aCampaignIsRepeatableAndLeavesItsResult() throws IOException {
    String target = folder.resolve("out").toString();
    String corpus = Repository.stream("10.0").toString();
    String[] campaign = {
      "campaign",
      "--seed",
      "5",
      "--tries",
      "60",
      "--out",
      target,
      "--corpus",
      corpus,
      "--threads",
      "2"
    };
    assertThat(run(campaign)).isEqualTo(ExitCode.CLEAN);
    String first = out.toString();
    assertThat(first).startsWith("seed 5").contains("decoder-total: 45 holds").contains("clean");
    assertThat(first).contains("60 cases drawn: ").contains(" drawn guests").contains("uint16");
    String result = Files.readString(folder.resolve("out/result.json"));
    campaign[campaign.length - 1] = "1";
    assertThat(run(campaign)).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).isEqualTo(first);
    assertThat(folder.resolve("out/result.json")).hasContent(result);
  }

  @Test
  void aCampaignNamesAStreamItCannotReadAndGoesOnWithTheOthers() throws IOException {
    byte[] zipped = Files.readAllBytes(Path.of(BASE));
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.write(corpus.resolve("cut.mig.gz"), java.util.Arrays.copyOf(zipped, 3000));
    Files.write(corpus.resolve("whole.mig.gz"), zipped);
    String target = folder.resolve("out").toString();
    assertThat(run("campaign", "--tries", "5", "--out", target, "--corpus", corpus.toString()))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString())
        .contains("real streams: 1 of 2 byte-identical")
        .contains("cut.mig.gz: offset ");
  }

  @Test
  void replaysSavedCasesOfEitherKind() throws IOException {
    Path cases = Files.createDirectory(folder.resolve("cases"));
    Files.writeString(
        cases.resolve("guest.yaml"),
        """
        section:
          name: Device
          version_id: 1
          minimum_version_id: 1
          fields:
          - {name: level, type: uint16}
        state: {level: 300}
        """);
    Files.write(cases.resolve("stream.mig"), new byte[] {'Q', 'E', 'V', 'M', 0, 0, 0, 3, 0});
    assertThat(run("replay", cases.toString())).isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString().lines())
        .containsExactly(
            cases.resolve("guest.yaml") + ": round-trip holds",
            cases.resolve("stream.mig") + ": decoder-total holds");
  }

  @Test
  void replaysAStateThatDoesNotFitItsSectionAsAViolation() throws IOException {
    Path file = folder.resolve("short.yaml");
    Files.writeString(
        file,
        """
        section:
          name: Device
          version_id: 1
          minimum_version_id: 1
          fields:
          - {name: regs, type: uint16, array: 2}
        state: {regs: [1]}
        """);
    assertThat(run("replay", file.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString()).contains("round-trip violated").contains("OutOfBounds");
  }

  @Test
  void namesTheLineOfACaseThatCannotBeRead() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "section:\n  name: Device\n  version: 1\nstate: {}\n");
    assertThat(run("replay", file.toString())).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).startsWith(file + ":").contains("version");
    assertThat(run("replay", folder.resolve("missing").toString())).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void refusesBadUsage() {
    assertThat(run("campaign", "--threads", "0")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run("replay")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run("campaign", "--budget", "soon")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run("decode")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run("hop")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void tellsTheWorstOfSeveralExitCodes() {
    assertThat(ExitCode.worst(ExitCode.UNREADABLE, ExitCode.FINDINGS)).isEqualTo(ExitCode.FINDINGS);
    assertThat(ExitCode.worst(ExitCode.FAILED, ExitCode.FINDINGS)).isEqualTo(ExitCode.FAILED);
    assertThat(ExitCode.worst(ExitCode.CLEAN, ExitCode.UNREADABLE)).isEqualTo(ExitCode.UNREADABLE);
  }

  private void assertBad(Path file, String words) {
    assertThat(run("decode", file.toString())).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith(file.toString() + ": ")
        .contains(words);
    assertThat(run("verify", file.toString())).isEqualTo(ExitCode.UNREADABLE);
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    PrintWriter outWriter = new PrintWriter(out);
    PrintWriter errWriter = new PrintWriter(err);
    int code = Main.run(args, outWriter, errWriter);
    outWriter.flush();
    errWriter.flush();
    return code;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] uncompressed(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
