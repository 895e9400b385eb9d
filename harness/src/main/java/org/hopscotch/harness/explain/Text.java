package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// An explanation while it is put together. What was said is not said again.
final class Text {
  private final Set<String> what = new LinkedHashSet<>();
  private final List<String> repairs = new ArrayList<>();

  /// Says what happened, in a sentence.
  void what(String sentence) {
    boolean lower = sentence.startsWith("the ");
    what.add(lower ? "T" + sentence.substring(1) : sentence);
  }

  void what(List<String> sentences) {
    sentences.forEach(this::what);
  }

  /// Says what would help.
  void repair(String sentence) {
    repairs.add(sentence);
  }

  /// Says what would help before all else.
  void firstRepair(String sentence) {
    repairs.addFirst(sentence);
  }

  /// {@return whether something was said to ask for what differs}
  boolean hasCause() {
    return what.stream().anyMatch(one -> one.contains(" asks "));
  }

  String what() {
    return String.join(" ", what);
  }

  List<String> repairs() {
    return repairs;
  }
}
