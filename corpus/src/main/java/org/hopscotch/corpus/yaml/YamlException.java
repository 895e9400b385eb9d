package org.hopscotch.corpus.yaml;

import java.io.Serial;

/// Why a YAML text could not be read, and where.
public final class YamlException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int line;
  private final String path;

  YamlException(int line, String path, String problem) {
    super("line %d%s: %s".formatted(line, path.isEmpty() ? "" : ", " + path, problem));
    this.line = line;
    this.path = path;
  }

  /// {@return the line, from 1}
  public int line() {
    return line;
  }

  /// {@return the keys and positions that lead there, such as `section.fields[2].type`; empty for
  /// the whole text, and for what is no YAML at all}
  public String path() {
    return path;
  }
}
