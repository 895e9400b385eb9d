package org.hopscotch.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.StreamItem;

/// The streams of real QEMU that are kept, and what is in them.
final class CapturedStreams {
  private static final Path FOLDER = Path.of("streams");
  private static final int HELD_BYTES = 64 << 20;

  private CapturedStreams() {}

  /// {@return the streams of a release that were made with certain devices}
  static List<Path> named(String release, String... devices) {
    Set<String> names = Set.of(devices);
    return of(release).stream()
        .filter(file -> names.contains(file.getFileName().toString().replace(".mig.gz", "")))
        .toList();
  }

  /// {@return all streams of a release that end with a description}
  static List<Path> of(String release) {
    try (Stream<Path> tree = Files.walk(FOLDER.resolve(release))) {
      return tree.filter(file -> file.toString().endsWith(".mig.gz")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LoaderFamily family(String release) {
    return switch (release) {
      case "5.2", "7.2" -> LoaderFamily.UP_TO_9_1;
      case "10.0" -> LoaderFamily.FROM_9_2;
      case "11.1" -> LoaderFamily.FROM_11_0;
      default -> throw new IllegalArgumentException(release);
    };
  }

  static List<StreamItem> items(Path file) throws IOException {
    List<StreamItem> items = new ArrayList<>();
    StreamFile.at(file).read(Likenesses.none(), HELD_BYTES, (_, item) -> items.add(item));
    return items;
  }

  /// {@return the items of one kind}
  static <T extends StreamItem> List<T> items(Path file, Class<T> kind) throws IOException {
    return items(file).stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
