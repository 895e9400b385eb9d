package org.hopscotch.harness.campaign;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/// The cases of one class of violation that are worth minimising: the first ones, and those of the
/// fewest choices, which become the smallest. Which they are does not depend on the order in which
/// they are met.
final class Alike {
  private static final int KEPT = 8;

  private final TreeSet<Seen> first = new TreeSet<>(Comparator.comparingLong(Seen::number));
  private final TreeSet<Seen> simplest =
      new TreeSet<>(Comparator.comparingInt(Seen::choices).thenComparingLong(Seen::number));

  private record Seen(long number, int choices) {}

  void add(long number, int choices) {
    keep(first, new Seen(number, choices));
    keep(simplest, new Seen(number, choices));
  }

  private static void keep(NavigableSet<Seen> kept, Seen seen) {
    kept.add(seen);
    if (kept.size() > KEPT) {
      kept.pollLast();
    }
  }

  /// {@return the numbers of the cases, in order}
  SortedSet<Long> numbers() {
    SortedSet<Long> numbers = new TreeSet<>();
    first.forEach(seen -> numbers.add(seen.number()));
    simplest.forEach(seen -> numbers.add(seen.number()));
    return numbers;
  }
}
