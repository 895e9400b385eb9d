package org.hopscotch.generators.history;

/// Names that nothing else in one history has.
final class Names {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXY";

  private int members;
  private int sections;

  /// {@return a name for a member, property or block}
  String next(String stem) {
    return stem + members++;
  }

  /// {@return a name for a section, of which none is the beginning of another: a loader takes what
  /// begins with a section's name for its subsection (wire-format section 4.4)}
  String section(String stem) {
    int number = sections++;
    int letters = LETTERS.length();
    return stem + "Z".repeat(number / letters) + LETTERS.charAt(number % letters);
  }
}
