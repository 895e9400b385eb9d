package org.hopscotch.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Finds the files of the repository that the tests run in.
public final class Repository {
  private Repository() {}

  /// {@return its root}
  public static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve(".gitattributes"))) {
      at = at.getParent();
    }
    return at;
  }

  /// {@return every file below corpus/streams that is no note, in the order of names}
  public static List<Path> streams() {
    return filesBelow("corpus/streams");
  }

  /// {@return every file below `folder` that is no note, in the order of names}
  public static List<Path> filesBelow(String folder) {
    try (Stream<Path> tree = Files.walk(root().resolve(folder))) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the file `name` below corpus/streams}
  public static Path stream(String name) {
    return root().resolve("corpus/streams").resolve(name);
  }
}
