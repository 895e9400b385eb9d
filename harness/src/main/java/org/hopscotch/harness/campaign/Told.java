package org.hopscotch.harness.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A violation, and those that it explains: who mends it has mended them, most likely.
///
/// @param also what shows in its case, too, or is the same with more around it
public record Told(Violation violation, List<Violation> also) {
  public Told {
    also = List.copyOf(also);
  }

  /// {@return all violations, each once; in the order of their cases}
  static List<Told> of(Collection<Violation> violations) {
    List<Violation> all = new ArrayList<>(violations);
    all.sort(
        Comparator.<Violation>comparingInt(one -> -one.symptoms().size())
            .thenComparingInt(one -> one.left().size())
            .thenComparingLong(Violation::number)
            .thenComparing(Violation::signature));
    List<Told> told = new ArrayList<>();
    List<List<Violation>> explained = new ArrayList<>();
    List<Violation> kept = new ArrayList<>();
    for (Violation one : all) {
      int by = 0;
      while (by < kept.size() && !one.isExplainedBy(kept.get(by))) {
        by++;
      }
      if (by == kept.size()) {
        kept.add(one);
        explained.add(new ArrayList<>());
      } else {
        explained.get(by).add(one);
      }
    }
    for (int i = 0; i < kept.size(); i++) {
      told.add(new Told(kept.get(i), explained.get(i)));
    }
    told.sort(Comparator.comparingLong(one -> one.violation().number()));
    return told;
  }
}
