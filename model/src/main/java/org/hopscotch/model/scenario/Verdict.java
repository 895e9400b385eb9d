package org.hopscotch.model.scenario;

/// What an invariant says of one case.
public enum Verdict {
  /// The promise was kept.
  HOLDS("holds"),
  /// The promise was broken.
  VIOLATED("violated"),
  /// The promise is not about this case.
  DOES_NOT_APPLY("does not apply"),
  /// What is known does not decide it.
  CANNOT_TELL("cannot tell"),
  /// Worth a look, though no promise is broken.
  INTERESTING("interesting");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /// {@return the verdict as reports write it}
  public String words() {
    return words;
  }
}
