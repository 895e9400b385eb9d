package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.List;

/// All lists of some things, for what must hold of each.
final class Lists {
  private Lists() {}

  /// {@return all lists of up to `most` things, each as often as it likes}
  static <T> List<List<T>> of(List<T> things, int most) {
    List<List<T>> all = new ArrayList<>(List.of(List.of()));
    for (int next = 0; next < all.size(); next++) {
      List<T> shorter = all.get(next);
      if (shorter.size() < most) {
        for (T thing : things) {
          List<T> longer = new ArrayList<>(shorter);
          longer.add(thing);
          all.add(longer);
        }
      }
    }
    return all;
  }
}
