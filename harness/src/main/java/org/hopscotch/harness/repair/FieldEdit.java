package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;

/// The changes by which a section gets other fields.
///
/// @param type that declares the section
record FieldEdit(Release release, String type, Section section) {

  /// One place of two lists of fields side by side; at least one of them is there.
  record Aligned(Optional<Field> before, Optional<Field> now) {}

  /// {@return two lists side by side, with as many common fields as can be}
  static List<Aligned> align(List<Field> before, List<Field> now, BiPredicate<Field, Field> alike) {
    int[][] common = new int[before.size() + 1][now.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            alike.test(before.get(i), now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Aligned> all = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < now.size()) {
      boolean both = i < before.size() && j < now.size();
      if (both && alike.test(before.get(i), now.get(j))) {
        all.add(new Aligned(Optional.of(before.get(i++)), Optional.of(now.get(j++))));
      } else if (j == now.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        all.add(new Aligned(Optional.of(before.get(i++)), Optional.empty()));
      } else {
        all.add(new Aligned(Optional.empty(), Optional.of(now.get(j++))));
      }
    }
    return all;
  }

  /// {@return the changes, as few as are found; none when there is nothing to change}
  List<Change> to(List<Field> wanted) {
    List<Change> few = steps(wanted);
    return comesTo(few, wanted) ? few : anew(wanted);
  }

  private List<Change> steps(List<Field> wanted) {
    List<Change> replaced = new ArrayList<>();
    List<Change> removed = new ArrayList<>();
    List<Change> added = new ArrayList<>();
    Optional<String> next = Optional.empty();
    List<Aligned> aligned =
        align(section.fields(), wanted, (one, other) -> one.name().equals(other.name()));
    for (Aligned one : aligned.reversed()) {
      if (one.now().isEmpty()) {
        removed.add(new Change.RemoveField(type, section.name(), one.before().get().name()));
        continue;
      }
      Field now = one.now().get();
      if (one.before().isEmpty()) {
        added.add(new Change.AddField(type, section.name(), now, next));
      } else if (!one.before().get().equals(now)) {
        replaced.addFirst(new Change.ReplaceField(type, section.name(), now.name(), now));
      }
      next = Optional.of(now.name());
    }
    List<Change> all = new ArrayList<>(removed);
    all.addAll(replaced);
    all.addAll(added);
    return all;
  }

  private boolean comesTo(List<Change> changes, List<Field> wanted) {
    try {
      return Evolution.changed(release, changes)
          .type(type)
          .flatMap(DeviceType::section)
          .flatMap(root -> Layout.find(root, section.name()))
          .filter(one -> one.fields().equals(wanted))
          .isPresent();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private List<Change> anew(List<Field> wanted) {
    List<Change> all = new ArrayList<>();
    new LinkedHashSet<>(section.fields().stream().map(Field::name).toList())
        .forEach(name -> all.add(new Change.RemoveField(type, section.name(), name)));
    wanted.forEach(
        field -> all.add(new Change.AddField(type, section.name(), field, Optional.empty())));
    return all;
  }
}
