package org.hopscotch.harness.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How far a run is: a line of JSON that says which run it is, then one for each batch that was
/// finished, written when the batch's findings are safe. A last line that is cut, as whoever is
/// killed leaves it, does not count.
public final class Journal {
  private static final int FORMAT = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path file;
  private final Disk disk;
  private final RunKey run;
  private final List<BatchResult> batches;

  private Journal(Path file, Disk disk, RunKey run, List<BatchResult> batches) {
    this.file = file;
    this.disk = disk;
    this.run = run;
    this.batches = List.copyOf(batches);
  }

  /// The first line.
  private record Head(int format, RunKey run) {}

  /// A journal that says what no run has written.
  public static final class CorruptException extends IOException {
    private static final long serialVersionUID = 1;

    CorruptException(Path file, int line, String problem) {
      super("%s:%d: %s".formatted(file, line, problem));
    }
  }

  /// Begins the journal of a run in place of any other.
  public static Journal begin(Path file, RunKey run, Disk disk) throws IOException {
    disk.write(file, line(new Head(FORMAT, run)));
    return new Journal(file, disk, run, List.of());
  }

  /// {@return a journal to go on with}
  ///
  /// @throws CorruptException when it cannot be read
  public static Journal read(Path file, Disk disk) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int whole = all.length;
    while (whole > 0 && all[whole - 1] != '\n') {
      whole--;
    }
    String[] lines = new String(Arrays.copyOf(all, whole), StandardCharsets.UTF_8).split("\n", -1);
    Head head = parsed(file, 1, lines[0], Head.class);
    if (head.format() != FORMAT) {
      throw new CorruptException(file, 1, "format %d is not known".formatted(head.format()));
    }
    if (!head.run().seed().matches("-?\\d{1,18}")) {
      throw new CorruptException(file, 1, "no seed: " + head.run().seed());
    }
    List<BatchResult> batches = new ArrayList<>();
    for (int i = 1; i + 1 < lines.length; i++) {
      BatchResult batch = parsed(file, i + 1, lines[i], BatchResult.class);
      if (batch.from() < 0 || batch.to() <= batch.from()) {
        throw new CorruptException(file, i + 1, "no batch");
      }
      batches.add(batch);
    }
    if (whole < all.length) {
      disk.write(file, Arrays.copyOf(all, whole));
    }
    return new Journal(file, disk, head.run(), batches);
  }

  private static <T> T parsed(Path file, int number, String line, Class<T> type)
      throws CorruptException {
    try {
      return JSON.readValue(line, type);
    } catch (JacksonException e) {
      throw new CorruptException(file, number, "no line of a run: " + e.getOriginalMessage());
    }
  }

  private static byte[] line(Object what) {
    return (JSON.writeValueAsString(what) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// {@return which run it is of}
  public RunKey run() {
    return run;
  }

  /// {@return why a run cannot go on from here; empty when it can}
  ///
  /// @param tries how many cases it has
  public Optional<String> problem(RunKey other, long tries) {
    List<String> differences = other.differences(run);
    if (!differences.isEmpty()) {
      return Optional.of(
          "%s:1: of another run: %s".formatted(file, String.join(", ", differences)));
    }
    long most = batches.stream().mapToLong(BatchResult::to).max().orElse(0);
    return most > tries
        ? Optional.of(
            "%s: %d cases are judged already, --tries says %d".formatted(file, most, tries))
        : Optional.empty();
  }

  /// {@return what was finished when this journal was read}
  public List<BatchResult> batches() {
    return batches;
  }

  /// Notes that a batch is finished.
  public void append(BatchResult batch) throws IOException {
    disk.append(file, line(batch));
  }
}
