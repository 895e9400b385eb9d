package org.hopscotch.harness.explain;

import java.util.List;
import java.util.Optional;
import org.hopscotch.harness.repair.Layout;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;

/// Whether and when a member travels, as one end of a hop has it.
///
/// @param words such as `sends it always`
/// @param condition under which it does, where there is one
record Carriage(Kind kind, String words, Optional<Expression> condition) {

  /// How often.
  enum Kind {
    ALWAYS,
    SOMETIMES,
    NEVER
  }

  /// {@return how a member travels}
  ///
  /// @param version of the outermost section, as the source writes it
  static Carriage of(End end, String device, String path, long version) {
    Optional<ResolvedDevice> found = end.device(device);
    Optional<Section> section = found.flatMap(end::section);
    if (section.isEmpty()) {
      return new Carriage(Kind.NEVER, "has no section for it", Optional.empty());
    }
    String verb = end.role().verb() + " it";
    Way way = new Way(end, found.orElseThrow(), verb);
    Expression needed = end.registration(found.orElseThrow()).needed();
    if (end.role() == End.Role.SENDS && !needed.equals(Expression.TRUE)) {
      Carriage whole = under(way, "sends its section while ", needed);
      if (whole.kind() != Kind.ALWAYS) {
        return whole;
      }
    }
    return find(way, section.get(), End.plain(path), version)
        .orElseGet(() -> new Carriage(Kind.NEVER, "never " + verb, Optional.empty()));
  }

  /// What does not change on the way into a section.
  private record Way(End end, ResolvedDevice device, String verb) {
    boolean holds(Expression condition) {
      return DeviceExpressions.holds(condition, DeviceState.EMPTY, device.bindings());
    }
  }

  private static Optional<Carriage> find(Way way, Section section, String path, long version) {
    Optional<Carriage> never = Optional.empty();
    for (Field field : section.fields()) {
      Optional<Carriage> one = find(way, field, path, version);
      if (one.isPresent() && one.get().kind() != Kind.NEVER) {
        return one;
      }
      never = never.or(() -> one);
    }
    for (Subsection subsection : section.subsections()) {
      Section inner = subsection.section();
      Optional<Carriage> inside = find(way, inner, path, inner.versionId());
      if (inside.isPresent()) {
        return Optional.of(in(way, subsection, inside.get()));
      }
    }
    return never;
  }

  private static Optional<Carriage> find(Way way, Field field, String path, long version) {
    if (!Asked.overlap(field.name(), path)
        || field.type().elementType().isEmpty()
        || field.type().elementType().get() instanceof FieldType.Unused) {
      return Optional.empty();
    }
    List<Section> structs = Layout.inside(field);
    if (path.startsWith(field.name() + ".") && !structs.isEmpty()) {
      String rest = path.substring(field.name().length() + 1);
      for (Section struct : structs) {
        Optional<Carriage> inside = find(way, struct, rest, version(field, struct));
        if (inside.isPresent()) {
          Carriage around = when(way, field, version);
          return Optional.of(around.kind() == Kind.ALWAYS ? inside.get() : around);
        }
      }
      return Optional.empty();
    }
    return Optional.of(when(way, field, version).of(count(field)));
  }

  /// How many elements of an array travel, where that is not all.
  private static String count(Field field) {
    Optional<Count> count =
        switch (field.type()) {
          case FieldType.Array(_, Count one, _, _) -> Optional.of(one);
          case FieldType.PointerArray(_, Count one, _) -> Optional.of(one);
          case FieldType.Element _, FieldType.Validate _ -> Optional.empty();
        };
    return count
        .map(one ->
            switch (one) {
              case Count.Fixed(int n) -> ", " + n + " of it";
              case Count.OfMember(String member, int times) ->
                  ", as many as %s%s says".formatted(times == 1 ? "" : times + " times ", member);
            })
        .orElse("");
  }

  private Carriage of(String count) {
    return new Carriage(kind, words + count, condition);
  }

  private static long version(Field field, Section struct) {
    return switch (field.type().elementType().orElseThrow()) {
      case FieldType.VStruct(_, int version) -> version;
      case FieldType.List _, FieldType.Tree _ -> field.version();
      case FieldType.Struct _, FieldType.WithTmp _, FieldType.Scalar _ -> struct.versionId();
      case FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _, FieldType.Fd _ ->
          struct.versionId();
      case FieldType.PciConfig _, FieldType.PciIrqState _, FieldType.MsixState _ ->
          struct.versionId();
      case FieldType.Custom _ -> struct.versionId();
    };
  }

  private static Carriage when(Way way, Field field, long version) {
    return switch (field.existence()) {
      case Existence.Since(int since) when since > version ->
          new Carriage(
              Kind.NEVER,
              "%s from version %d on, and this is version %d".formatted(way.verb(), since, version),
              Optional.empty());
      case Existence.Since _ -> new Carriage(Kind.ALWAYS, way.verb() + " always", Optional.empty());
      case Existence.Test(Expression test) -> under(way, way.verb() + " while ", test);
    };
  }

  private static Carriage in(Way way, Subsection subsection, Carriage inside) {
    String name = " in subsection " + subsection.section().name();
    if (inside.kind() == Kind.NEVER) {
      return inside;
    }
    if (way.end().role() == End.Role.TAKES) {
      return new Carriage(Kind.SOMETIMES, way.verb() + name, inside.condition());
    }
    if (subsection.needed().equals(Expression.TRUE)) {
      return new Carriage(inside.kind(), inside.words() + name, inside.condition());
    }
    return under(way, way.verb() + name + ", needed while ", subsection.needed());
  }

  private static Carriage under(Way way, String head, Expression condition) {
    String words = head + ExpressionText.print(condition);
    String here = Inputs.here(way.device(), condition);
    if (!Asked.isOfProperties(condition)) {
      String note = here.isEmpty() ? "" : " (" + here + ")";
      return new Carriage(Kind.SOMETIMES, words + note, Optional.of(condition));
    }
    return way.holds(condition)
        ? new Carriage(
            Kind.ALWAYS, "%s, which holds (%s)".formatted(words, here), Optional.of(condition))
        : new Carriage(
            Kind.NEVER,
            "%s, which does not hold (%s)".formatted(words, here),
            Optional.of(condition));
  }
}
