package org.hopscotch.harness.rules;

import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.Value;

/// What QEMU's functions get as `opaque`: one struct of a device, and the struct around it.
///
/// @param scratch whether the members of the struct around are seen by their own names too
/// @param properties of the device, with `machine.` and `host.` numbers
record Opaque(
    Section section,
    Map<String, Cell> members,
    Optional<Opaque> around,
    boolean scratch,
    Map<String, Long> properties) {
  private static final String PARENT = "parent.";

  static Opaque device(Section section, Map<String, Cell> members, Map<String, Long> properties) {
    return new Opaque(section, members, Optional.empty(), false, properties);
  }

  Opaque inside(Section inner, Map<String, Cell> innerMembers) {
    return new Opaque(inner, innerMembers, Optional.of(this), false, properties);
  }

  /// {@return scratch memory beside this struct}
  Opaque scratch(Section inner) {
    return new Opaque(inner, Zeros.members(inner), Optional.of(this), true, properties);
  }

  Optional<Cell> find(String path) {
    Optional<Cell> own = Paths.find(members, path);
    if (own.isPresent() || around.isEmpty()) {
      return own;
    }
    if (path.startsWith(PARENT)) {
      return around.get().find(path.substring(PARENT.length()));
    }
    return scratch ? around.get().find(path) : Optional.empty();
  }

  Cell get(String path) {
    return find(path)
        .orElseThrow(() -> new IllegalArgumentException(section.name() + ": no member " + path));
  }

  /// {@return the value of a property; what nobody says of the host or the machine is 0}
  long property(String name) {
    if (properties.containsKey(name)) {
      return properties.get(name);
    }
    if (name.startsWith("host.") || name.startsWith("machine.")) {
      return 0;
    }
    throw new IllegalArgumentException("no property " + name);
  }

  /// Runs a hook.
  ///
  /// @return the statement that ended it early
  Optional<Statement> run(Hook hook, long version) {
    for (Statement statement : hook.statements()) {
      switch (statement) {
        case Statement.Assignment a -> assign(a.member(), Meaning.value(a.value(), this, version));
        case Statement.Refuse r -> {
          if (Meaning.holds(r.when(), this, version)) {
            return Optional.of(r);
          }
        }
        case Statement.Return r -> {
          if (Meaning.holds(r.when(), this, version)) {
            return Optional.of(r);
          }
        }
      }
    }
    return Optional.empty();
  }

  private void assign(String path, Value value) {
    boolean own = Paths.find(members, path).isPresent();
    if (!own && around.isPresent() && path.startsWith(PARENT)) {
      around.get().assign(path.substring(PARENT.length()), value);
    } else if (!own && scratch && around.orElseThrow().find(path).isPresent()) {
      around.get().assign(path, value);
    } else {
      Value shaped = find(path).map(old -> Meaning.shaped(value, old.value())).orElse(value);
      Paths.put(members, path, Cell.of(wrapped(type(section, path), shaped)));
    }
  }

  private static Value wrapped(Optional<ScalarType> type, Value value) {
    if (type.isEmpty()) {
      return value;
    }
    return switch (value) {
      case Value.Number(long number) -> Value.of(Meaning.kept(type.get(), number));
      case Value.Numbers(long[] numbers) -> {
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = Meaning.kept(type.get(), numbers[i]);
        }
        yield value;
      }
      case Value.Bytes _, Value.Struct _, Value.Elements _, Value.Null _ -> value;
    };
  }

  /// {@return the type of a member, as the first field of numbers with its name has it}
  private static Optional<ScalarType> type(Section section, String member) {
    for (Field field : section.fields()) {
      if (field.name().equals(member)) {
        if (field.type() instanceof FieldType.Scalar(ScalarType type)) {
          return Optional.of(type);
        }
        if (field.type() instanceof FieldType.Array array
            && array.element() instanceof FieldType.Scalar(ScalarType type)) {
          return Optional.of(type);
        }
        if (field.type() instanceof FieldType.PointerArray pointers
            && pointers.element() instanceof FieldType.Scalar(ScalarType type)) {
          return Optional.of(type);
        }
      }
    }
    for (Subsection subsection : section.subsections()) {
      Optional<ScalarType> there = type(subsection.section(), member);
      if (there.isPresent()) {
        return there;
      }
    }
    return Optional.empty();
  }
}
