package org.hopscotch.corpus.yaml;

import java.util.Comparator;

/// One thing that is wrong with a text.
///
/// @param line from 1
/// @param path the keys and positions that lead there, such as `releases[0].types`; empty for the
///     whole text, and for what is no YAML at all
/// @param message what is wrong, and what was expected
public record Problem(int line, String path, String message) {

  /// From the first line to the last.
  static final Comparator<Problem> IN_ORDER = Comparator.comparingInt(Problem::line);

  /// {@return the problem as compilers tell it: `file:12: path: message`}
  public String in(String file) {
    return file + ":" + this;
  }

  @Override
  public String toString() {
    return "%d: %s%s".formatted(line, path.isEmpty() ? "" : path + ": ", message);
  }
}
