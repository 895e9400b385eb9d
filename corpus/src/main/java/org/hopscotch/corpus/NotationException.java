package org.hopscotch.corpus;

import java.io.Serial;

/// Carries what could not be understood of a vector out of nested reading.
final class NotationException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String field;
  private final String family;

  NotationException(String field, String family, String problem) {
    super(problem);
    this.field = field;
    this.family = family;
  }

  String field() {
    return field;
  }

  String family() {
    return family;
  }
}
