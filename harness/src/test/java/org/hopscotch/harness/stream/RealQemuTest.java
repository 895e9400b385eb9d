package org.hopscotch.harness.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The QEMU of this machine, where there is one: we understand what it saves, and it loads what we
/// write.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RealQemuTest {
  private static final String QEMU = "qemu-system-x86_64";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void loadsWhatWeEncodeFromTheValuesOfWhatItSaved() throws IOException, InterruptedException {
    assumeTrue(isInstalled(), QEMU + " is not installed");
    Path saved = folder.resolve("saved.mig");
    try (Guest source = new Guest()) {
      source.ask("migrate", "\"uri\": \"exec:cat > " + saved + "\"");
      source.askUntil("query-migrate", "\"status\": \"completed\"");
    }
    Path encoded = folder.resolve("encoded.mig");
    byte[] bytes = encode(saved);
    assertThat(bytes).isEqualTo(Files.readAllBytes(saved));
    Files.write(encoded, bytes);

    try (Guest destination = new Guest("-incoming", "exec:cat " + encoded)) {
      String status = destination.askUntil("query-status", "\"status\": \"p");
      assertThat(status).containsAnyOf("paused", "prelaunch");
    }
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, QEMU)));
  }

  private static byte[] encode(Path stream) {
    return WireOutput.toBytes(out -> {
      StreamWriter writer = new StreamWriter(out);
      try {
        assertThat(
                StreamFile.at(stream)
                    .read(Likenesses.none(), 1 << 26, (_, item) -> writer.write(item)))
            .isEmpty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /// One QEMU, stopped before its first instruction, and the conversation with it.
  private final class Guest implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    Guest(String... more) throws IOException {
      Path firmware = folder.resolve("zeros.bin");
      Files.write(firmware, new byte[64 * 1024]);
      List<String> command =
          new ArrayList<>(
              List.of(QEMU, "-S", "-display", "none", "-nodefaults", "-m", "16", "-qmp", "stdio"));
      command.addAll(List.of("-bios", firmware.toString(), "-global", "pci-device.romfile="));
      command.addAll(List.of("-device", "virtio-net-pci", "-device", "qemu-xhci"));
      command.addAll(List.of(more));
      process =
          new ProcessBuilder(command).redirectError(folder.resolve("qemu.log").toFile()).start();
      answers = process.inputReader(StandardCharsets.UTF_8);
      ask("qmp_capabilities", "");
    }

    /// {@return the answer to one command, with events passed over}
    String ask(String command, String arguments) throws IOException {
      process
          .outputWriter(StandardCharsets.UTF_8)
          .append("{\"execute\": \"%s\", \"arguments\": {%s}}%n".formatted(command, arguments))
          .flush();
      String line = answers.readLine();
      while (line != null && !line.contains("\"return\"") && !line.contains("\"error\"")) {
        line = answers.readLine();
      }
      if (line == null || line.contains("\"error\"")) {
        throw new IOException(
            "%s: %s %s".formatted(command, line, Files.readString(folder.resolve("qemu.log"))));
      }
      return line;
    }

    String askUntil(String command, String wanted) throws IOException {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      String answer = ask(command, "");
      while (!answer.contains(wanted)) {
        assertThat(System.nanoTime()).as(answer).isLessThan(deadline);
        answer = ask(command, "");
      }
      return answer;
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
