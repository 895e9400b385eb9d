package org.hopscotch.harness.fuzz;

import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.harness.Repository;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.Likenesses;
import org.junit.jupiter.params.provider.Arguments;

/// The seeds of the decoder's fuzz target: small whole streams, made as the table in
/// corpus/fuzz/README.md says.
final class FuzzSeeds {
  private static final String FOLDER = "corpus/fuzz/decoder";
  private static final String COMPOSED = "composed";
  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]*) \\| ([^|]+) \\|$");
  private static final int HELD_BYTES = 64 << 20;

  private static final List<String> LIKE =
      List.of(
          "forms/5.2-pc-i440fx-2.3-base.mig.gz",
          "7.2/pc-q35-5.2/base.mig.gz",
          "forms/10.0-pc-q35-10.0-base.mig.gz");

  private FuzzSeeds() {}

  /// One row of the table.
  ///
  /// @param from a stream below corpus/streams, or `composed`
  /// @param sections that stay
  record Row(String name, String from, Set<String> sections) {
    Path file() {
      return folder().resolve(name + ".mig");
    }
  }

  static Path folder() {
    return Repository.root().resolve(FOLDER);
  }

  /// {@return the committed seeds by name, as arguments of a fuzz test}
  static Stream<Arguments> committed() {
    return Repository.filesBelow(FOLDER).stream()
        .map(file -> arguments(named(file.getFileName().toString(), bytes(file))));
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the table}
  static List<Row> table() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder().resolveSibling("README.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(
            new Row(row.group(1), row.group(2).replace("`", ""), Set.of(row.group(3).split(" "))));
      }
    }
    return rows;
  }

  /// {@return the bytes that a row stands for}
  ///
  /// @param alike the {@link #likenesses}
  static byte[] made(Row row, Likenesses alike) throws IOException {
    return row.from().equals(COMPOSED)
        ? ComposedStreams.all().get(row.name())
        : StreamCut.of(StreamFile.at(Repository.stream(row.from())), row.sections(), alike);
  }

  /// {@return what tells where sections end in streams that have neither description nor footers}
  static Likenesses likenesses() throws IOException {
    List<Description> descriptions = new ArrayList<>();
    for (String name : LIKE) {
      Optional<Description> one = StreamFile.at(Repository.stream(name)).description(HELD_BYTES);
      descriptions.add(one.orElseThrow());
    }
    return new Likenesses(descriptions);
  }
}
