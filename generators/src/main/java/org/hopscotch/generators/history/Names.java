package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;

/// Names that nothing else in one history has; and of what kinds the parts are that got some.
final class Names {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXY";

  private final List<String> drawn = new ArrayList<>();
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

  /// Remembers that there is a part of a kind.
  void drawn(PartKind kind) {
    drawn.add(kind.words());
  }

  /// {@return the kinds of all parts, in words}
  List<String> drawn() {
    return drawn;
  }
}
