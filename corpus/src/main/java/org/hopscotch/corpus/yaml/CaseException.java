package org.hopscotch.corpus.yaml;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// Why a case could not be read: all that is wrong with it, in the order of lines. What is wrong
/// only because something else could not be read is left out.
public final class CaseException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  CaseException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /// {@return the problems, at least one}
  public List<Problem> problems() {
    return problems;
  }
}
