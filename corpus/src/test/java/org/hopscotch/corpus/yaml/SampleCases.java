package org.hopscotch.corpus.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The cases of the corpus, and one with every key.
final class SampleCases {
  static final Path FOLDER = Path.of("cases");

  private static final List<String> FEW =
      List.of(
          "case-1-same-release.yaml",
          "serial-timeout-subsection.yaml",
          "virtio-blk-num-queues-newer-to-older.yaml");

  private SampleCases() {}

  /// {@return the texts}
  static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>(List.of(everything()));
    try (Stream<Path> all = Files.walk(FOLDER)) {
      for (Path file : all.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  /// {@return a few of the texts, for what is done to them many times}
  static List<String> few() throws IOException {
    List<String> texts = new ArrayList<>(List.of(everything()));
    for (String name : FEW) {
      texts.add(Files.readString(FOLDER.resolve(name)));
    }
    return texts;
  }

  static String everything() throws IOException {
    return resource("everything.yaml");
  }

  static String resource(String name) throws IOException {
    try (InputStream file = SampleCases.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
