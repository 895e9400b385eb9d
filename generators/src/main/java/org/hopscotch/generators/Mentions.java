package org.hopscotch.generators;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// What one struct's expressions speak of: its members, with the constants that stand beside them;
/// its counts; properties and unknown conditions of the host.
///
/// What structs inside say of `parent.` is said of this one. Members of members (`a.b`, `a[1]`) are
/// left to the field that has them.
final class Mentions {
  private static final String PARENT = "parent.";

  private final Map<String, Set<Long>> members = new LinkedHashMap<>();
  private final Set<String> counts = new LinkedHashSet<>();
  private final Set<String> properties;
  private final Set<String> unknown;

  private Mentions(Set<String> properties, Set<String> unknown) {
    this.properties = properties;
    this.unknown = unknown;
  }

  /// {@return what is said of the struct that `section` is about}
  static Mentions of(Section section) {
    Mentions mentions = new Mentions(new LinkedHashSet<>(), new LinkedHashSet<>());
    mentions.section(section);
    return mentions;
  }

  /// {@return members by name, with the constants of the expressions that name them}
  Map<String, Set<Long>> members() {
    return members;
  }

  /// {@return the members that say how many there are of something}
  Set<String> counts() {
    return counts;
  }

  /// {@return the properties that any expression asks for, also of structs inside}
  Set<String> properties() {
    return properties;
  }

  /// {@return the unknown conditions of any expression, also of structs inside}
  Set<String> unknown() {
    return unknown;
  }

  private void section(Section section) {
    hook(section.hooks().preSave());
    hook(section.hooks().preLoad());
    section.fields().forEach(this::field);
    for (Subsection subsection : section.subsections()) {
      expression(subsection.needed());
      section(subsection.section());
    }
    hook(section.hooks().postLoad());
    hook(section.hooks().postSave());
  }

  private void field(Field field) {
    if (field.existence() instanceof Existence.Test(Expression test)) {
      expression(test);
    }
    switch (field.type()) {
      case FieldType.Validate _ -> {}
      case FieldType.Element element -> element(element);
      case FieldType.Array array -> {
        count(array.count());
        element(array.element());
      }
      case FieldType.PointerArray pointers -> {
        count(pointers.count());
        element(pointers.element());
      }
    }
  }

  private void element(FieldType.Element element) {
    switch (element) {
      case FieldType.Buffer b -> count(b.length());
      case FieldType.Bitmap b -> count(b.bits());
      case FieldType.Custom c -> count(c.length());
      case FieldType.Struct s -> inside(s.section(), false);
      case FieldType.VStruct s -> inside(s.section(), false);
      case FieldType.WithTmp t -> inside(t.scratch(), true);
      case FieldType.List list -> inside(list.node(), false);
      case FieldType.Tree tree -> {
        tree.key().ifPresent(key -> inside(key, false));
        inside(tree.value(), false);
      }
      case FieldType.Scalar _, FieldType.Unused _, FieldType.Fd _ -> {}
      case FieldType.PciConfig _, FieldType.PciIrqState _, FieldType.MsixState _ -> {}
    }
  }

  /// Takes over what a struct inside says of this one.
  private void inside(Section section, boolean scratch) {
    Mentions mentions = new Mentions(properties, unknown);
    mentions.section(section);
    mentions.members.forEach((name, constants) -> {
      if (name.startsWith(PARENT)) {
        member(name.substring(PARENT.length()), constants);
      } else if (scratch && section.scalarType(name).isEmpty()) {
        member(name, constants);
      }
    });
  }

  private void count(Count count) {
    if (count instanceof Count.OfMember of) {
      counts.add(of.member());
    }
  }

  private void hook(Hook hook) {
    for (Statement statement : hook.statements()) {
      switch (statement) {
        case Statement.Assignment a -> {
          member(a.member(), Set.of());
          expression(a.value());
        }
        case Statement.Refuse r -> expression(r.when());
        case Statement.Return r -> expression(r.when());
      }
    }
  }

  private void expression(Expression expression) {
    Set<Long> constants = new TreeSet<>();
    Set<String> named = new LinkedHashSet<>();
    ExpressionParts.visit(
        expression,
        part -> {
          switch (part) {
            case Expression.Constant c -> constants.add(c.value());
            case Expression.Member m -> named.add(m.path());
            case Expression.Property p -> properties.add(p.name());
            case Expression.Unknown u -> unknown.add(u.name());
            case Expression.Version _, Expression.Unary _ -> {}
            case Expression.Binary _, Expression.Conditional _ -> {}
          }
        });
    named.forEach(name -> member(name, constants));
  }

  private void member(String name, Set<Long> constants) {
    members.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(constants);
  }
}
