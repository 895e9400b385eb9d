package org.hopscotch.corpus.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The cases of the corpus.
final class SampleCases {
  static final Path FOLDER = Path.of("cases");

  private SampleCases() {}

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
