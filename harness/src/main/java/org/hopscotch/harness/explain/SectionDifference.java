package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hopscotch.harness.repair.Layout;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Where two layouts of a section part, in words.
///
/// @param words such as `field x of dev is new, without condition`
/// @param name of the field or subsection
/// @param moves whether what follows lies elsewhere
/// @param tied whether it asks a property already
record SectionDifference(String words, String name, boolean moves, boolean tied) {

  /// {@return how `newer` differs from `older`, in the order of the bytes}
  ///
  /// @param absent conditions under which nothing travels here, so that they make no difference
  static List<SectionDifference> of(Section older, Section newer, Predicate<Expression> absent) {
    List<SectionDifference> all = new ArrayList<>();
    fields(older, newer, absent).ifPresent(all::add);
    all.addAll(inside(older, newer, absent));
    all.addAll(subsections(older, newer, absent));
    return all;
  }

  // ---- fields

  /// The first that parts: what follows it may lie elsewhere for its sake.
  private static Optional<SectionDifference> fields(
      Section older, Section newer, Predicate<Expression> absent) {
    List<Field> before = present(older, absent);
    List<Field> after = present(newer, absent);
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      Optional<Field> old = i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
      Optional<Field> now = i < after.size() ? Optional.of(after.get(i)) : Optional.empty();
      boolean same = old.isPresent() && now.isPresent() && Layout.alike(old.get(), now.get());
      if (!same) {
        Optional<Field> one = now.or(() -> old);
        return Optional.of(
            new SectionDifference(
                words(before, after, newer, old, now),
                one.orElseThrow().name(),
                true,
                isTied(one.orElseThrow())));
      }
    }
    return Optional.empty();
  }

  private static boolean isTied(Field field) {
    return field.existence() instanceof Existence.Test(Expression test)
        && !ExpressionParts.properties(test).isEmpty();
  }

  private static List<Field> present(Section section, Predicate<Expression> absent) {
    return section.fields().stream()
        .filter(field ->
            !(field.existence() instanceof Existence.Test(Expression test) && absent.test(test)))
        .toList();
  }

  private static String words(
      List<Field> before,
      List<Field> after,
      Section newer,
      Optional<Field> old,
      Optional<Field> now) {
    String in = " of " + newer.name();
    if (now.isPresent() && before.stream().noneMatch(named(now.get()))) {
      return "field %s%s is new%s".formatted(now.get().name(), in, under(now.get()));
    }
    if (old.isPresent() && after.stream().noneMatch(named(old.get()))) {
      return "field %s%s is gone".formatted(old.get().name(), in);
    }
    if (old.isEmpty() || now.isEmpty() || !old.get().name().equals(now.get().name())) {
      return "the fields%s are in another order".formatted(in);
    }
    return Layout.shape(old.get()).equals(Layout.shape(now.get()))
        ? "field %s%s exists at other times: now%s, before%s"
            .formatted(now.get().name(), in, under(now.get()), under(old.get()))
        : "field %s%s has another type or length".formatted(now.get().name(), in);
  }

  private static Predicate<Field> named(Field field) {
    return other -> other.name().equals(field.name());
  }

  private static String under(Field field) {
    return switch (field.existence()) {
      case Existence.Since(int version) when version > 0 -> " from version " + version + " on";
      case Existence.Since _ -> ", without condition";
      case Existence.Test(Expression test) -> " while " + ExpressionText.print(test);
    };
  }

  // ---- what is inside fields

  private static List<SectionDifference> inside(
      Section older, Section newer, Predicate<Expression> absent) {
    List<SectionDifference> all = new ArrayList<>();
    for (Field now : present(newer, absent)) {
      for (Field old : present(older, absent)) {
        if (Layout.alike(old, now)) {
          List<Section> before = Layout.inside(old);
          List<Section> after = Layout.inside(now);
          for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            all.addAll(of(before.get(i), after.get(i), absent));
          }
        }
      }
    }
    return all;
  }

  // ---- subsections

  private static List<SectionDifference> subsections(
      Section older, Section newer, Predicate<Expression> absent) {
    List<SectionDifference> all = new ArrayList<>();
    for (Subsection now : newer.subsections()) {
      String name = now.section().name();
      Optional<Subsection> old = find(older, name);
      if (old.isPresent()) {
        all.addAll(of(old.get().section(), now.section(), absent));
      } else if (!absent.test(now.needed())) {
        all.add(new SectionDifference("subsection %s is new".formatted(name), name, false, false));
      }
    }
    for (Subsection old : older.subsections()) {
      String name = old.section().name();
      if (find(newer, name).isEmpty() && !absent.test(old.needed())) {
        all.add(new SectionDifference("subsection %s is gone".formatted(name), name, false, false));
      }
    }
    return all;
  }

  private static Optional<Subsection> find(Section section, String name) {
    return section.subsections().stream()
        .filter(one -> one.section().name().equals(name))
        .findFirst();
  }
}
