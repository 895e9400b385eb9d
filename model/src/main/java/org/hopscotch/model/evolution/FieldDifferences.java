package org.hopscotch.model.evolution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.model.schema.Field;

/// How the fields of a section become others. A change names a field, and means the first of that
/// name, or all of them when it removes: a field that hides behind another one of its name is
/// removed with it, and both are added again.
final class FieldDifferences {
  private static final int NONE = -1;

  private final String type;
  private final String section;
  private final List<Field> to;
  private final List<Change> changes = new ArrayList<>();

  private FieldDifferences(String type, String section, List<Field> to) {
    this.type = type;
    this.section = section;
    this.to = to;
  }

  /// {@return the changes, in order}
  static List<Change> between(String type, String section, List<Field> from, List<Field> to) {
    Set<String> gone = new HashSet<>();
    while (true) {
      FieldDifferences differences = new FieldDifferences(type, section, to);
      Optional<String> hidden = differences.tell(from, gone);
      if (hidden.isEmpty()) {
        return differences.changes;
      }
      gone.add(hidden.get());
    }
  }

  /// {@return for each field which of the others it becomes; -1 for none}
  static int[] partners(List<Field> from, List<Field> to) {
    int[][] best = new int[from.size() + 1][to.size() + 1];
    for (int i = from.size() - 1; i >= 0; i--) {
      for (int j = to.size() - 1; j >= 0; j--) {
        int both = likeness(from.get(i), to.get(j));
        best[i][j] =
            Math.max(
                both == 0 ? 0 : both + best[i + 1][j + 1],
                Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    int[] partners = new int[from.size()];
    Arrays.fill(partners, NONE);
    int i = 0;
    int j = 0;
    while (i < from.size() && j < to.size()) {
      int both = likeness(from.get(i), to.get(j));
      if (both > 0 && best[i][j] == both + best[i + 1][j + 1]) {
        partners[i++] = j++;
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return partners;
  }

  /// Equal fields count more than those of one name, so that of several the unchanged one stays.
  private static int likeness(Field one, Field other) {
    if (!one.name().equals(other.name())) {
      return 0;
    }
    return one.equals(other) ? 3 : 2;
  }

  /// {@return the name of a field that cannot be named; empty when all is told}
  ///
  /// @param gone names of which all fields are removed first
  private Optional<String> tell(List<Field> from, Set<String> gone) {
    List<Field> rest = from.stream().filter(field -> !gone.contains(field.name())).toList();
    int[] partners = partners(rest, to);
    pairUp(partners);
    List<Field> now = new ArrayList<>();
    Deque<Integer> places = new ArrayDeque<>();
    Set<String> removed = new HashSet<>(gone);
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] == NONE) {
        removed.add(rest.get(i).name());
      } else {
        now.add(rest.get(i));
        places.add(partners[i]);
      }
    }
    Optional<String> half = now.stream().map(Field::name).filter(removed::contains).findFirst();
    if (half.isPresent()) {
      return half;
    }
    from.stream()
        .map(Field::name)
        .filter(removed::contains)
        .distinct()
        .forEach(name -> changes.add(new Change.RemoveField(type, section, name)));
    return tell(now, places);
  }

  /// @param places where in the new list each field is
  private Optional<String> tell(List<Field> now, Deque<Integer> places) {
    for (int at = 0; at < to.size(); at++) {
      Field wanted = to.get(at);
      boolean isThere = !places.isEmpty() && places.getFirst() == at;
      if (isThere && now.get(at).equals(wanted)) {
        places.removeFirst();
        continue;
      }
      Optional<String> here = places.isEmpty() ? Optional.empty() : Optional.of(now.get(at).name());
      if (here.isPresent() && SectionEdit.index(now, here.get()) != at) {
        return here;
      }
      if (isThere) {
        places.removeFirst();
        now.set(at, wanted);
        changes.add(new Change.ReplaceField(type, section, here.orElseThrow(), wanted));
      } else {
        now.add(at, wanted);
        changes.add(new Change.AddField(type, section, wanted, here));
      }
    }
    return Optional.empty();
  }

  /// Fields that go where others come are replaced by them.
  private void pairUp(int[] partners) {
    Set<Integer> taken = Arrays.stream(partners).boxed().collect(Collectors.toSet());
    int next = 0;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] == NONE && next < to.size() && !taken.contains(next)) {
        partners[i] = next;
      }
      next = Math.max(next, partners[i] + 1);
    }
  }
}
