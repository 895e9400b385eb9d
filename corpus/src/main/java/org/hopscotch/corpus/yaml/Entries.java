package org.hopscotch.corpus.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/// The entries of a map while it is read: each is taken once, and none may be left.
final class Entries {
  private final Place map;
  private final Map<String, Place> left;
  private final Set<String> known = new LinkedHashSet<>();

  private Entries(Place map, Map<String, Place> all) {
    this.map = map;
    this.left = all;
  }

  static Entries of(Place map, List<NodeTuple> tuples) throws YamlException {
    Map<String, Place> all = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples) {
      String key = new Place(tuple.getKeyNode(), map.path()).text();
      Place value = map.below(key, tuple.getValueNode());
      if (all.put(key, value) != null) {
        throw value.problem("the key twice in one map");
      }
    }
    return new Entries(map, all);
  }

  /// {@return the value of a key that must be there}
  Place require(String key) throws YamlException {
    Optional<Place> value = take(key);
    if (value.isEmpty()) {
      throw missing(List.of(key));
    }
    return value.get();
  }

  /// {@return the value of a key, empty when it is not there}
  Optional<Place> take(String key) {
    known.add(key);
    return Optional.ofNullable(left.remove(key));
  }

  /// {@return all that was not taken, by its key}
  Map<String, Place> takeAll() {
    Map<String, Place> all = new LinkedHashMap<>(left);
    left.clear();
    return all;
  }

  /// {@return which of some keys is there, empty when none is}
  ///
  /// @throws YamlException when there are two of them
  Optional<String> which(Collection<String> keys) throws YamlException {
    known.addAll(keys);
    List<String> there = keys.stream().filter(left::containsKey).toList();
    if (there.size() > 1) {
      throw left.get(there.get(1)).problem("not beside '%s'".formatted(there.getFirst()));
    }
    return there.stream().findFirst();
  }

  /// {@return that one of some keys is missing, unless another one is there that nothing knows}
  YamlException missing(Collection<String> keys) throws YamlException {
    known.addAll(keys);
    end();
    return map.problem("missing key: %s".formatted(String.join(" or ", keys)));
  }

  /// @throws YamlException when something was not taken
  void end() throws YamlException {
    if (!left.isEmpty()) {
      throw left.values()
          .iterator()
          .next()
          .problem("unknown key here; known are " + String.join(", ", known));
    }
  }
}
