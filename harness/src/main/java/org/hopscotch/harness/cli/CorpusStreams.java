package org.hopscotch.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.harness.stream.StreamVerifier;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.reports.RefusalText;
import org.hopscotch.reports.RunResult;

/// The real streams that a campaign starts from.
final class CorpusStreams {
  private CorpusStreams() {}

  /// {@return the streams of a directory, and what cannot be read}
  static List<Path> of(Path corpus) throws IOException {
    List<Path> streams = new ArrayList<>();
    if (Files.isDirectory(corpus)) {
      for (Path file : Inputs.filesBelow(corpus)) {
        if (Inputs.isStreamOrUnreadable(file)) {
          streams.add(file);
        }
      }
    }
    return streams;
  }

  /// Verifies `files`; those that can be read to their end are added to `whole`.
  static RunResult.Streams verify(List<Path> files, List<Path> whole) {
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        StreamVerifier.Result result =
            StreamVerifier.verify(StreamFile.at(file), Likenesses.none(), Inputs.heldBytes());
        result.refusal().ifPresent(why -> problems.add(file + ": " + RefusalText.of(why)));
        result
            .difference()
            .ifPresent(first ->
                problems.add(
                    "%s: differs at offset %d, in %s"
                        .formatted(file, first.offset(), first.path())));
        if (result.refusal().isEmpty()) {
          whole.add(file);
        }
      } catch (IOException e) {
        problems.add(file + ": " + Inputs.words(e));
      }
    }
    return new RunResult.Streams((long) files.size() - problems.size(), files.size(), problems);
  }
}
