package org.hopscotch.harness.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;

/// The first field in which two layouts of a section part, in words.
final class SectionDifference {
  private SectionDifference() {}

  /// {@return how `newer` differs from `older`; empty when their fields are the same}
  static Optional<String> of(Section older, Section newer) {
    List<Field> before = older.fields();
    List<Field> after = newer.fields();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      Optional<Field> old = i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
      Optional<Field> now = i < after.size() ? Optional.of(after.get(i)) : Optional.empty();
      if (!old.equals(now)) {
        return Optional.of(words(older, newer, old, now));
      }
    }
    return Optional.empty();
  }

  private static String words(
      Section older, Section newer, Optional<Field> old, Optional<Field> now) {
    String in = " of " + newer.name();
    if (now.isPresent() && older.fields().stream().noneMatch(named(now.get()))) {
      return "field %s%s is new%s".formatted(now.get().name(), in, under(now.get()));
    }
    if (old.isPresent() && newer.fields().stream().noneMatch(named(old.get()))) {
      return "field %s%s is gone".formatted(old.get().name(), in);
    }
    if (old.isEmpty() || now.isEmpty() || !old.get().name().equals(now.get().name())) {
      return "the fields%s are in another order".formatted(in);
    }
    Optional<String> inside = inside(old.get().type(), now.get().type());
    if (inside.isPresent()) {
      return inside.get();
    }
    return old.get().type().equals(now.get().type())
        ? "field %s%s exists at other times%s".formatted(now.get().name(), in, under(now.get()))
        : "field %s%s has another type or length".formatted(now.get().name(), in);
  }

  private static Predicate<Field> named(Field field) {
    return other -> other.name().equals(field.name());
  }

  private static String under(Field field) {
    return switch (field.existence()) {
      case Existence.Since since when since.version() > 0 ->
          " from version " + since.version() + " on";
      case Existence.Since _ -> ", without condition";
      case Existence.Test(var test) -> " while " + ExpressionText.print(test);
    };
  }

  private static Optional<String> inside(FieldType older, FieldType newer) {
    Optional<Section> before = struct(older);
    Optional<Section> after = struct(newer);
    return before.isPresent() && after.isPresent()
        ? of(before.get(), after.get())
        : Optional.empty();
  }

  private static Optional<Section> struct(FieldType type) {
    return switch (type.elementType().orElse(null)) {
      case FieldType.Struct(Section section) -> Optional.of(section);
      case FieldType.VStruct(Section section, _) -> Optional.of(section);
      case FieldType.WithTmp(Section section) -> Optional.of(section);
      case null, default -> Optional.empty();
    };
  }
}
