package org.hopscotch.harness.campaign;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/// The cases of one class of violation that are worth minimising: the first ones, and those of the
/// fewest choices, which become the smallest. Which they are does not depend on the order in which
/// they are met.
final class Alike {
  private final int most;
  private final TreeSet<Seen> first = new TreeSet<>(Comparator.comparingLong(Seen::number));
  private final TreeSet<Seen> simplest =
      new TreeSet<>(Comparator.comparingInt(Seen::choices).thenComparingLong(Seen::number));

  private long count;

  private record Seen(long number, int choices) {}

  /// @param most how many of the first are kept, and of the simplest
  Alike(int most) {
    this.most = most;
  }

  void add(long number, int choices) {
    count++;
    keep(first, new Seen(number, choices));
    keep(simplest, new Seen(number, choices));
  }

  private void keep(NavigableSet<Seen> kept, Seen seen) {
    kept.add(seen);
    if (kept.size() > most) {
      kept.pollLast();
    }
  }

  /// {@return how many were added}
  long count() {
    return count;
  }

  /// {@return the numbers of the cases, in order}
  SortedSet<Long> numbers() {
    SortedSet<Long> numbers = new TreeSet<>();
    first.forEach(seen -> numbers.add(seen.number()));
    simplest.forEach(seen -> numbers.add(seen.number()));
    return numbers;
  }
}
