package org.hopscotch.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.campaign.FindingsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever kills a run loses nothing that it told, and whoever goes on comes to the same end.
class KilledRunTest {
  private static final String SAVED = "  saved: ";
  private static final String HISTORY =
      Repository.root()
          .resolve("corpus/cases/virtio-blk-num-queues-newer-to-older.yaml")
          .toString();

  @TempDir private Path folder;
  private final List<Path> told = new ArrayList<>();

  private static List<String> campaign(Path out, String... more) {
    List<String> args =
        new ArrayList<>(List.of("campaign", "--history", HISTORY, "--out", out.toString()));
    args.addAll(List.of("--seed", "1", "--tries", "600", "--threads", "2"));
    args.addAll(List.of(more));
    return args;
  }

  /// {@return how it ended; empty for a run that was killed}
  ///
  /// @param kill is asked for each line that is printed
  private Optional<Integer> run(List<String> args, Predicate<String> kill)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(args);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(SAVED)) {
          told.add(Path.of(line.substring(SAVED.length())));
        }
        if (kill.test(line)) {
          process.destroyForcibly().waitFor();
          return Optional.empty();
        }
      }
    }
    return Optional.of(process.waitFor());
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        all.put(
            folder.relativize(one).toString(),
            Files.readString(one).replace(folder.toString(), ""));
      }
    }
    return all;
  }

  @Test
  void losesNothingThatWasTold() throws IOException, InterruptedException {
    Path whole = folder.resolve("whole");
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Main.run(campaign(whole).toArray(String[]::new), nowhere, nowhere);
    Path out = folder.resolve("out");
    assertThat(run(campaign(out), line -> line.startsWith("seed"))).isEmpty();
    assertThat(run(campaign(out, "--resume"), line -> line.startsWith(SAVED))).isEmpty();
    assertThat(told).hasSize(1);
    assertThat(FindingsFolder.files(told.getFirst())).allMatch(Files::exists);
    assertThat(run(campaign(out, "--resume"), _ -> false)).contains(ExitCode.FINDINGS);
    assertThat(files(out)).isEqualTo(files(whole));
  }
}
