package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lists of things that have names of their own, changed by one. Each method throws
/// IllegalArgumentException for what is not there, or there already.
final class NamedThings {
  private static final int MOST = 12;

  private NamedThings() {}

  static <T> List<T> added(List<T> all, T one, Function<T, String> name) {
    if (all.stream().anyMatch(other -> name.apply(other).equals(name.apply(one)))) {
      throw new IllegalArgumentException("already there: " + name.apply(one));
    }
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  static <T> List<T> removed(List<T> all, String gone, Function<T, String> name) {
    List<T> rest = new ArrayList<>(all);
    if (!rest.removeIf(one -> name.apply(one).equals(gone))) {
      throw missing("thing", gone, all, name);
    }
    return rest;
  }

  static <T> List<T> replaced(List<T> all, T by, Function<T, String> name) {
    List<T> changed = new ArrayList<>(all);
    for (int i = 0; i < changed.size(); i++) {
      if (name.apply(changed.get(i)).equals(name.apply(by))) {
        changed.set(i, by);
        return changed;
      }
    }
    throw missing("thing", name.apply(by), all, name);
  }

  /// {@return what is to be said of a name that is not there: also which ones are}
  static <T> IllegalArgumentException missing(
      String what, String missing, Collection<T> all, Function<T, String> name) {
    String there = all.stream().map(name).distinct().limit(MOST).collect(Collectors.joining(", "));
    String more = all.stream().map(name).distinct().count() > MOST ? ", ..." : "";
    return new IllegalArgumentException(
        "no %s %s here%s"
            .formatted(what, missing, there.isEmpty() ? "" : ", only " + there + more));
  }
}
