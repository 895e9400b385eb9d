package org.hopscotch.corpus.yaml;

import java.io.Serial;

/// Why a YAML text could not be read, and where.
public final class YamlException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  YamlException(Problem problem) {
    super(
        "line %d%s: %s"
            .formatted(
                problem.line(),
                problem.path().isEmpty() ? "" : ", " + problem.path(),
                problem.message()));
    this.problem = problem;
  }

  YamlException(int line, String path, String message) {
    this(new Problem(line, path, message));
  }

  /// {@return what is wrong}
  public Problem problem() {
    return problem;
  }

  /// {@return the line, from 1}
  public int line() {
    return problem.line();
  }

  /// {@return the keys and positions that lead there, such as `section.fields[2].type`; empty for
  /// the whole text, and for what is no YAML at all}
  public String path() {
    return problem.path();
  }
}
