package org.hopscotch.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.hopscotch.harness.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `load` says of streams, and of what it is not given.
class LoadCommandTest {
  private static final String BASE = Repository.stream("7.2/pc-q35-5.2/base.mig.gz").toString();

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void loadsAStreamAsTheReleaseThatSavedAnotherWould() throws IOException {
    byte[] good = uncompressed();
    Path whole = write("whole.mig", good);
    byte[] other = good.clone();
    other[13] = 'x';
    Path damaged = write("damaged.mig", other);
    assertThat(run("load", "--into", BASE, "--release", "7.2", whole.toString()))
        .isEqualTo(ExitCode.CLEAN);
    assertThat(run("load", "--into", BASE, BASE, damaged.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString().lines())
        .containsExactly(
            BASE + ": accepted",
            damaged
                + ": the destination refuses at offset 0x00000017 in configuration: a guest of"
                + " machine type 'xc-q35-5.2', not 'pc-q35-5.2'");
  }

  @Test
  void loadsWithADumpThatTellsOfOlderVersions() throws IOException {
    byte[] old = uncompressed();
    int ioapic = new String(old, StandardCharsets.ISO_8859_1).indexOf("ioapic");
    old[ioapic + 13] = 2;
    String file = write("old.mig", old).toString();
    String dump = Repository.root().resolve("corpus/dumps/7.2.json.gz").toString();
    String[] bare = {"load", "--into", BASE, "--release", "7.3", file};
    assertThat(run(bare)).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString()).contains("version 2, older than the minimum 3");
    assertThat(run("load", "--into", BASE, "--release", "7.2", "--dump", dump, file))
        .isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void saysWhatCannotBeLoaded() throws IOException {
    String text = write("text", "hello".getBytes(StandardCharsets.UTF_8)).toString();
    assertThat(run("load", "--into", text, "--release", "7.2", BASE))
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).startsWith(text + ": ");
    assertThat(run("load", "--into", BASE, "--dump", text, BASE)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run("load", "--into", BASE, "--release", "new", BASE))
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(run("load", "--into", BASE, folder.resolve("missing").toString()))
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("no such file");
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

  private static byte[] uncompressed() throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(Path.of(BASE)))) {
      return in.readAllBytes();
    }
  }
}
