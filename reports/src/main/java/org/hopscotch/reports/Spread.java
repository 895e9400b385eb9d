package org.hopscotch.reports;

import java.util.List;

/// How several numbers spread.
///
/// @param lower below which a quarter of them is
/// @param upper above which a quarter of them is
public record Spread(long least, long lower, long median, long upper, long most) {
  /// That of no numbers.
  public static final Spread NONE = new Spread(0, 0, 0, 0, 0);

  private static final int PARTS = 4;

  /// {@return the spread of numbers in any order; of two in the middle the lower one is the median}
  public static Spread of(List<Long> numbers) {
    if (numbers.isEmpty()) {
      return NONE;
    }
    List<Long> sorted = numbers.stream().sorted().toList();
    return new Spread(at(sorted, 0), at(sorted, 1), at(sorted, 2), at(sorted, 3), at(sorted, 4));
  }

  private static long at(List<Long> sorted, int part) {
    return sorted.get((sorted.size() - 1) * part / PARTS);
  }
}
