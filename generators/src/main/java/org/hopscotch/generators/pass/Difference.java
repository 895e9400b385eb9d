package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;

/// A part in which two releases may differ: a type, a field, a row.
interface Difference {
  /// {@return a release in which this part is as in another one; itself if it is}
  Release asIn(Release release, Release other);

  /// {@return lists in which one thing is as in another list: gone, put in its place, or replaced}
  static <T> List<T> asIn(List<T> own, List<T> others, Function<T, String> name, String which) {
    List<String> ownNames = names(own, name);
    List<String> otherNames = names(others, name);
    int at = ownNames.indexOf(which);
    int there = otherNames.indexOf(which);
    List<T> changed = new ArrayList<>(own);
    if (at >= 0 && there >= 0) {
      changed.set(at, others.get(there));
    } else if (at >= 0) {
      changed.remove(at);
    } else if (there >= 0) {
      changed.add(Math.min(there, changed.size()), others.get(there));
    }
    return changed;
  }

  /// {@return names that tell the second thing of a name from the first}
  static <T> List<String> names(List<T> all, Function<T, String> name) {
    Map<String, Integer> seen = new HashMap<>();
    return all.stream()
        .map(one -> {
          String plain = name.apply(one);
          int before = seen.merge(plain, 1, Integer::sum) - 1;
          return before == 0 ? plain : plain + "#" + before;
        })
        .toList();
  }

  /// {@return the names of things in either list that are not equal, or not there, in the other}
  static <T> List<String> different(List<T> own, List<T> others, Function<T, String> name) {
    List<String> ownNames = names(own, name);
    List<String> otherNames = names(others, name);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      int there = otherNames.indexOf(ownNames.get(i));
      if (there < 0 || !others.get(there).equals(own.get(i))) {
        all.add(ownNames.get(i));
      }
    }
    otherNames.stream().filter(one -> !ownNames.contains(one)).forEach(all::add);
    return all;
  }

  /// {@return a difference in one type, where both releases have it}
  static Difference inType(String name, BinaryOperator<DeviceType> asIn) {
    return (release, other) ->
        other
            .type(name)
            .map(like ->
                Everywhere.withTypes(
                    release,
                    release.types().stream()
                        .map(one -> one.name().equals(name) ? asIn.apply(one, like) : one)
                        .toList()))
            .orElse(release);
  }
}
