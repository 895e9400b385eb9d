package org.hopscotch.harness.replay;

import org.hopscotch.reports.RefusalText;

/// A story while it is told, in lines that fit the screen. Control characters, as names from a
/// damaged stream have them, are made visible.
final class StoryText {
  private static final int WIDTH = 98;

  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    text.append(RefusalText.oneLine(line)).append('\n');
  }

  /// Breaks a text into lines; those after the first are indented like it.
  void paragraph(String head, String content) {
    String indent = " ".repeat(head.length() - head.stripLeading().length());
    StringBuilder line = new StringBuilder(head);
    boolean empty = true;
    for (String word : content.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(head.isBlank() ? indent : indent + "  ");
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(line.toString());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
