package org.hopscotch.harness.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.generators.Landmarks;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;

/// The real streams that cases start from, each whole and without its RAM. Read when first asked
/// for.
final class Originals {
  private static final int HELD_BYTES = 256 << 20;
  private static final int LARGEST_BYTES = 1 << 20;

  private final List<Path> files;
  private final Original[] whole;
  private final Original[] withoutRam;

  Originals(List<Path> files) {
    this.files = List.copyOf(files);
    this.whole = new Original[files.size()];
    this.withoutRam = new Original[files.size()];
  }

  /// One stream and what is known of it.
  record Original(String name, byte[] bytes, Landmarks landmarks) {}

  int count() {
    return files.size();
  }

  /// {@return the stream of file `index`, with its RAM if wanted and not too much}
  synchronized Original get(int index, boolean ram) {
    Original[] loaded = ram ? whole : withoutRam;
    if (loaded[index] == null) {
      loaded[index] = load(files.get(index), ram);
    }
    return loaded[index];
  }

  private static Original load(Path file, boolean ram) {
    byte[] bytes = WireOutput.toBytes(out -> copy(file, ram, out));
    if (ram && bytes.length > LARGEST_BYTES) {
      return load(file, false);
    }
    return new Original(file.getFileName().toString(), bytes, Landmarks.of(bytes));
  }

  private static void copy(Path file, boolean ram, WireOutput out) {
    StreamWriter writer = new StreamWriter(out);
    boolean[] live = {false};
    try {
      Optional<?> refusal =
          StreamFile.at(file)
              .read(
                  Likenesses.none(),
                  HELD_BYTES,
                  (_, item) -> {
                    if (item instanceof StreamItem.SectionHeader header) {
                      live[0] = header.kind() != StreamItem.Kind.FULL;
                    }
                    if (ram || !live[0]) {
                      writer.write(item);
                    }
                    if (item instanceof StreamItem.Footer) {
                      live[0] = false;
                    }
                  });
      if (refusal.isPresent()) {
        throw new IllegalStateException(file + ": " + refusal.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
