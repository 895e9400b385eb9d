package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/// The entries of a map while it is read: each is taken once, and none may be left. What is wrong
/// is noted, and reading goes on with something else.
final class Entries {
  private final Place map;
  private final Map<String, Place> all;
  private final Map<String, Place> left;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();

  private Entries(Place map, Map<String, Place> all) {
    this.map = map;
    this.all = all;
    this.left = new LinkedHashMap<>(all);
  }

  static Entries of(Place map, List<NodeTuple> tuples) {
    Map<String, Place> all = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples) {
      Place place = map.at(tuple.getKeyNode());
      Optional<String> key = place.tried(Place::text);
      if (key.isPresent()) {
        Place value = map.below(key.get(), tuple.getValueNode());
        if (all.putIfAbsent(key.get(), value) != null) {
          place.below(key.get(), tuple.getKeyNode()).note("the key twice in one map");
        }
      }
    }
    return new Entries(map, all);
  }

  /// {@return the value of a key, taken or not; the map when there is no such key}
  Place place(String key) {
    return all.getOrDefault(key, map);
  }

  /// {@return whether there is a key, taken or not}
  boolean knows(String key) {
    return all.containsKey(key);
  }

  /// {@return the map}
  Place map() {
    return map;
  }

  /// {@return what is read from the value of a key that must be there}
  ///
  /// @param otherwise what to go on with when it is not, or cannot be read
  <T> T require(String key, Place.Reader<T> reader, T otherwise) {
    Optional<Place> value = take(key);
    if (value.isEmpty()) {
      missing(List.of(key));
      return otherwise;
    }
    return value.get().read(reader, otherwise);
  }

  /// {@return what is read from the value of a key, and `usual` when it is not there}
  <T> T take(String key, Place.Reader<T> reader, T usual) {
    return take(key).map(value -> value.read(reader, usual)).orElse(usual);
  }

  /// {@return what is read from the value of a key, empty when it is not there}
  <T> Optional<T> find(String key, Place.Reader<T> reader) {
    return take(key).flatMap(value -> value.tried(reader));
  }

  /// {@return the value of a key, empty when it is not there}
  Optional<Place> take(String key) {
    known.add(key);
    return Optional.ofNullable(left.remove(key));
  }

  /// {@return whether a key is there that was not taken}
  boolean has(String key) {
    return left.containsKey(key);
  }

  /// {@return what has a key with a dot in it}
  Map<String, Place> takeDotted() {
    Map<String, Place> dotted = new LinkedHashMap<>(left);
    dotted.keySet().removeIf(key -> key.indexOf('.') <= 0);
    if (dotted.size() > 1) {
      which(dotted.keySet());
    }
    left.keySet().removeAll(dotted.keySet());
    return dotted;
  }

  /// {@return all that was not taken, by its key}
  Map<String, Place> takeAll() {
    Map<String, Place> rest = new LinkedHashMap<>(left);
    left.clear();
    return rest;
  }

  /// {@return which of some keys is there, the first of several; empty when none is}
  Optional<String> which(Collection<String> keys) {
    known.addAll(keys);
    List<String> there = left.keySet().stream().filter(keys::contains).toList();
    for (String other : there.subList(Math.min(1, there.size()), there.size())) {
      left.remove(other).note("not beside '%s'".formatted(there.getFirst()));
    }
    return there.stream().findFirst();
  }

  /// Notes that one of some keys is missing, unless one is there that was meant to be it.
  void missing(Collection<String> keys) {
    known.addAll(keys);
    if (keys.stream().anyMatch(key -> Spelling.near(key, left.keySet()).isPresent())) {
      missing.addAll(keys);
    } else {
      noteMissing(keys);
    }
  }

  private void noteMissing(Collection<String> keys) {
    map.note("missing key: %s".formatted(String.join(" or ", keys)));
  }

  /// Notes what was not taken.
  void end() {
    if (!missing.isEmpty() && left.isEmpty()) {
      noteMissing(missing);
    }
    left.forEach((key, value) -> value.note("unknown key here" + known(key)));
    left.clear();
  }

  private String known(String key) {
    Optional<String> near = Spelling.near(key, known);
    return near.map("; did you mean '%s'?"::formatted)
        .orElse("; known are " + String.join(", ", known));
  }
}
