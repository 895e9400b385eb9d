package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// How a list becomes another one when things can be removed anywhere, changed where they stand,
/// and added behind all others: what stays is what the other list begins with.
///
/// @param removed of the first list, in its order; some may be added again
/// @param stays what stays, first as it was, then as it is
/// @param added the rest of the second list
record NamedDifference<T>(List<T> removed, List<Stay<T>> stays, List<T> added) {

  /// What stays, as it was and as it is.
  record Stay<T>(T from, T to) {
    boolean isChanged() {
      return !from.equals(to);
    }
  }

  /// {@return the difference with which most stays}
  ///
  /// @param may whether one thing may become another one where it stands
  static <T> NamedDifference<T> between(List<T> from, List<T> to, BiPredicate<T, T> may) {
    return between(from, to, may, to.size());
  }

  /// {@return the difference with which most stays, but no more than `most`}
  static <T> NamedDifference<T> between(List<T> from, List<T> to, BiPredicate<T, T> may, int most) {
    List<T> removed = new ArrayList<>();
    List<Stay<T>> stays = new ArrayList<>();
    int passed = 0;
    for (int at = 0; at < from.size() && stays.size() < most; at++) {
      T wanted = to.get(stays.size());
      if (may.test(from.get(at), wanted)) {
        removed.addAll(from.subList(passed, at));
        stays.add(new Stay<>(from.get(at), wanted));
        passed = at + 1;
      }
    }
    removed.addAll(from.subList(passed, from.size()));
    return new NamedDifference<>(removed, stays, to.subList(stays.size(), to.size()));
  }
}
