package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;

/// Changes that might be a repair, not tried yet.
///
/// @param words in a sentence
record Candidate(RepairKind kind, List<Change> changes, String words) {
  Candidate {
    changes = List.copyOf(changes);
  }

  Candidate(RepairKind kind, String words, Change... changes) {
    this(kind, List.of(changes), words);
  }

  /// {@return how far this is from the smallest repair}
  int cost() {
    return kind.weight() + changes.size();
  }

  /// {@return this one and then another}
  Candidate and(Candidate other) {
    List<Change> both = new ArrayList<>(changes);
    both.addAll(other.changes);
    RepairKind worst = kind.weight() >= other.kind.weight() ? kind : other.kind;
    String all = words.isEmpty() ? other.words : words + " " + other.words;
    return new Candidate(worst, both, all);
  }

  /// {@return whether this merely takes back what was done}
  boolean isUndoing() {
    return kind == RepairKind.UNDO;
  }

  /// Something that proposes candidates.
  @FunctionalInterface
  interface Source {
    Stream<Candidate> of(Situation situation);
  }
}
