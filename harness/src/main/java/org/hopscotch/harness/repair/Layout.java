package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// What sections consist of, taken apart.
public final class Layout {
  private Layout() {}

  /// {@return the sections of the structs that a field holds}
  public static List<Section> inside(Field field) {
    return field.type().elementType().map(Layout::inside).orElse(List.of());
  }

  private static List<Section> inside(FieldType.Element element) {
    return switch (element) {
      case FieldType.Struct(Section child) -> List.of(child);
      case FieldType.VStruct(Section child, _) -> List.of(child);
      case FieldType.WithTmp(Section scratch) -> List.of(scratch);
      case FieldType.List(_, Section node) -> List.of(node);
      case FieldType.Tree(Optional<Section> key, Section value) ->
          key.map(k -> List.of(k, value)).orElse(List.of(value));
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ ->
          List.of();
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> List.of();
      case FieldType.MsixState _, FieldType.Custom _ -> List.of();
    };
  }

  /// {@return a section and all inside it, itself first}
  public static List<Section> all(Section root) {
    List<Section> all = new ArrayList<>();
    all.add(root);
    root.fields().forEach(field -> inside(field).forEach(one -> all.addAll(all(one))));
    root.subsections().forEach(sub -> all.addAll(all(sub.section())));
    return all;
  }

  /// {@return a section inside another by its name}
  static Optional<Section> find(Section root, String name) {
    return all(root).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  static Optional<Subsection> subsection(Section section, String name) {
    return section.subsections().stream()
        .filter(one -> one.section().name().equals(name))
        .findFirst();
  }

  /// {@return a field's type as text, without what is inside its structs}
  public static String shape(Field field) {
    String text = field.type().toString();
    for (Section child : inside(field)) {
      text = text.replace(child.toString(), "");
    }
    return text;
  }

  /// {@return whether two fields are one, as far as their own section says}
  public static boolean alike(Field one, Field other) {
    return one.name().equals(other.name())
        && shape(one).equals(shape(other))
        && one.existence().equals(other.existence());
  }

  /// {@return the condition under which a section of a version has a field}
  static Expression condition(Field field, int version) {
    return switch (field.existence()) {
      case Existence.Since(int since) -> since <= version ? Expression.TRUE : Expression.FALSE;
      case Existence.Test(Expression test) -> test;
    };
  }

  // ---- conditions

  static Expression not(Expression condition) {
    return new Expression.Unary(Expression.Prefix.NOT, condition);
  }

  static Expression and(Expression left, Expression right) {
    return right.equals(Expression.TRUE)
        ? left
        : new Expression.Binary(Expression.Infix.AND, left, right);
  }

  static Expression or(Expression left, Expression right) {
    return right.equals(Expression.FALSE)
        ? left
        : new Expression.Binary(Expression.Infix.OR, left, right);
  }

  /// {@return `then` while a condition holds, else `otherwise`}
  static Expression choose(Expression condition, Expression then, Expression otherwise) {
    return then.equals(otherwise) ? then : new Expression.Conditional(condition, then, otherwise);
  }

  /// {@return one of two conditions, by a third}
  static Expression either(Expression on, Expression then, Expression otherwise) {
    if (then.equals(otherwise)) {
      return then;
    }
    if (otherwise.equals(Expression.FALSE)) {
      return and(on, then);
    }
    if (then.equals(Expression.FALSE)) {
      return and(not(on), otherwise);
    }
    if (then.equals(Expression.TRUE)) {
      return or(on, otherwise);
    }
    return otherwise.equals(Expression.TRUE)
        ? or(not(on), then)
        : new Expression.Conditional(on, then, otherwise);
  }
}
