package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known while a text is read: what was wrong so far, and where each thing was. Reading
/// goes on behind what is wrong, so that all of it is told at once; what comes of that is thrown
/// away.
final class Reading {
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> kinds = new HashSet<>();
  private final Set<String> doubtful = new HashSet<>();
  private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();

  /// Notes a problem, unless it is known.
  void note(Problem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /// Notes a problem, unless there was one of its kind.
  void noteOnce(String kind, Problem problem) {
    if (kinds.add(kind)) {
      note(problem);
    }
  }

  /// {@return how many problems there are so far}
  int count() {
    return problems.size();
  }

  /// {@return what is wrong, in the order of lines}
  List<Problem> problems() {
    return problems.stream().sorted(Problem.IN_ORDER).toList();
  }

  /// @throws YamlException for the first thing that is wrong
  void end() throws YamlException {
    if (!problems.isEmpty()) {
      Problem first = problems().getFirst();
      throw new YamlException(first);
    }
  }

  /// Remembers that not all of a name's meaning could be read, so that nobody misses what might be
  /// there; the empty name is for everything.
  void doubt(String name) {
    doubtful.add(name);
  }

  /// {@return whether a thing that something lacks might be there after all}
  boolean isDoubtful(String name) {
    return doubtful.contains(name) || doubtful.contains("");
  }

  /// {@return whether something of one of some names might be there after all}
  boolean isDoubtful(Collection<String> names) {
    return names.stream().anyMatch(this::isDoubtful) || isDoubtful("");
  }

  /// Remembers where something was, which is known by its identity.
  void remember(Object thing, Place place) {
    places.put(thing, place);
  }

  /// {@return everything of a kind that was somewhere, in the order of lines}
  <T> List<T> remembered(Class<T> kind) {
    return places.keySet().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .sorted(Comparator.comparingInt(thing -> places.get(thing).line()))
        .toList();
  }

  /// {@return where something was}
  Optional<Place> place(Object thing) {
    return Optional.ofNullable(places.get(thing));
  }
}
