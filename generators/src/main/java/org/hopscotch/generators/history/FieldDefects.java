package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.history.Defect.Need;
import org.hopscotch.generators.history.Witness.Way;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;

/// Unsound steps that change fields.
final class FieldDefects {
  static final List<Defect> ALL =
      List.of(
          Defect.ofType("field-added", "a field added bare", FieldDefects::added),
          Defect.ofField("field-removed", "a field removed", FieldDefects::removed),
          Defect.ofField("field-widened", "a field made wider", FieldDefects::widened),
          Defect.ofField("sign-changed", "a field made signed or unsigned", FieldDefects::sign),
          Defect.of(
              "fields-swapped",
              "two fields of equal width in the other order",
              next -> swapped(next, true),
              Need.EQUAL_WIDTHS),
          Defect.of(
              "fields-reordered",
              "two fields of different width in the other order",
              next -> swapped(next, false),
              Need.TWO_WIDTHS),
          Defect.of(
              "lengths-cancel",
              "one field as much wider as another is narrower",
              FieldDefects::cancelling,
              Need.TWO_WIDTHS),
          Defect.of("array-grown", "one more element in an array", FieldDefects::grown, Need.ARRAY),
          Defect.of(
              "count-late",
              "a count that travels behind its array",
              FieldDefects::countLate,
              Need.VARRAY),
          Defect.of(
              "struct-field-added",
              "a field added to a struct, with a version that never travels",
              FieldDefects::inStruct,
              Need.STRUCT),
          Defect.of(
              "equal-changed",
              "another value in a member that the loader compares with its own",
              FieldDefects::equal,
              Need.EQUAL),
          Defect.ofType(
              "test-of-later-member",
              "a field under a test of a member that is loaded behind it",
              FieldDefects::testOfLater),
          Defect.ofType(
              "test-of-vcpus",
              "a field for machines of more than one vCPU, also of older machine types",
              FieldDefects::testOfVcpus),
          Defect.ofField(
              "field-became-unused",
              "unused space where a visible member was",
              FieldDefects::unused));

  private FieldDefects() {}

  private static Witness added(Target on) {
    Part part = NumberParts.scalar(on.next().choices(), on.next().names());
    on.next().add(on.name(), on.sectionName(), part);
    return on.each(Way.ACROSS);
  }

  private static Witness removed(Target.Lone lone) {
    lone.of().remove(lone.field().name());
    return lone.of().some(Way.ANY);
  }

  private static Witness widened(Target.Lone lone) {
    ScalarType other = wider(type(lone.field()));
    lone.replace(
        Say.scalar(lone.member().name(), other, DeviceTypes.usual(lone.member())),
        Families.scalar(lone.field().name(), other));
    return lone.of().each(Way.ACROSS);
  }

  private static ScalarType type(Field field) {
    return ((FieldType.Scalar) field.type()).type();
  }

  private static ScalarType wider(ScalarType type) {
    return switch (type.width()) {
      case 1 -> ScalarType.UINT16;
      case 2 -> ScalarType.UINT32;
      case 4 -> ScalarType.UINT64;
      default -> ScalarType.UINT32;
    };
  }

  private static Witness sign(Target.Lone lone) {
    ScalarType type = type(lone.field());
    boolean signed = type.signed();
    ScalarType other =
        switch (type.width()) {
          case 1 -> signed ? ScalarType.UINT8 : ScalarType.INT8;
          case 2 -> signed ? ScalarType.UINT16 : ScalarType.INT16;
          case 4 -> signed ? ScalarType.UINT32 : ScalarType.INT32;
          default -> ScalarType.BOOL;
        };
    lone.replace(
        Say.scalar(lone.member().name(), other, DeviceTypes.usual(lone.member())),
        Families.scalar(lone.field().name(), other));
    return lone.of().some(Way.ACROSS);
  }

  private static Optional<Witness> swapped(Growing next, boolean equalWidth) {
    return next.oldType()
        .map(type -> new Target(next, type))
        .flatMap(on -> {
          List<Field> lones = on.lones();
          for (int i = 0; i < lones.size(); i++) {
            for (int j = i + 1; j < lones.size(); j++) {
              boolean equal = type(lones.get(i)).width() == type(lones.get(j)).width();
              if (equal == equalWidth) {
                swap(on, lones.get(i), lones.get(j));
                return Optional.of(on.some(Way.ACROSS));
              }
            }
          }
          return Optional.empty();
        });
  }

  private static void swap(Target on, Field one, Field other) {
    List<Field> fields = new ArrayList<>(on.root().fields());
    int first = fields.indexOf(one);
    int second = fields.indexOf(other);
    fields.set(first, other);
    fields.set(second, one);
    on.change(new Change.SetSection(on.name(), on.root().withFields(fields)));
  }

  private static Optional<Witness> cancelling(Growing next) {
    return next.oldType()
        .map(type -> new Target(next, type))
        .flatMap(on -> {
          List<Field> wide =
              on.lones().stream().filter(field -> type(field).width() == Integer.BYTES).toList();
          List<Field> narrow =
              on.lones().stream().filter(field -> type(field).width() == Short.BYTES).toList();
          if (wide.isEmpty() || narrow.isEmpty()) {
            return Optional.empty();
          }
          retyped(on, wide.getFirst(), ScalarType.UINT16);
          retyped(on, narrow.getFirst(), ScalarType.UINT32);
          return Optional.of(on.some(Way.ACROSS));
        });
  }

  private static void retyped(Target on, Field field, ScalarType other) {
    on.change(
        new Change.ReplaceField(
            on.name(), on.sectionName(), field.name(), Families.scalar(field.name(), other)));
    on.change(new Change.SetMember(on.name(), Say.scalar(field.name(), other, 0)));
  }

  private static Optional<Field> named(Target on, String stem) {
    return on.root().fields().stream()
        .filter(field -> field.name().startsWith(stem) && on.root().isUnique(field.name()))
        .filter(field -> field.existence().equals(Existence.ALWAYS))
        .findFirst();
  }

  private static Optional<Witness> grown(Growing next) {
    return next.oldType()
        .map(type -> new Target(next, type))
        .flatMap(on -> named(on, "bank").map(field -> grown(on, field)));
  }

  private static Witness grown(Target on, Field field) {
    FieldType.Array array = (FieldType.Array) field.type();
    ScalarType scalar = ((FieldType.Scalar) array.element()).type();
    int length = ((Count.Fixed) array.count()).n() + 1;
    on.change(new Change.SetMember(on.name(), Say.scalars(field.name(), scalar, length)));
    on.change(
        new Change.ReplaceField(
            on.name(),
            on.sectionName(),
            field.name(),
            Families.array(field.name(), scalar, length)));
    return on.each(Way.ACROSS);
  }

  private static Optional<Witness> countLate(Growing next) {
    return next.oldType()
        .map(type -> new Target(next, type))
        .flatMap(on ->
            named(on, "num")
                .map(field -> {
                  on.remove(field.name());
                  on.add(field);
                  return on.some(Way.ANY);
                }));
  }

  private static Optional<Witness> inStruct(Growing next) {
    return next.oldType()
        .flatMap(type ->
            SectionSteps.struct(next, type)
                .map(struct -> {
                  Target on = new Target(next, type);
                  Part part = NumberParts.scalar(next.choices(), next.names());
                  SectionSteps.addInside(next, type.name(), struct, part);
                  Section child = struct.section();
                  on.change(
                      new Change.SetVersions(
                          type.name(),
                          child.name(),
                          child.versionId() + 1,
                          child.minimumVersionId()));
                  return on.some(Way.ACROSS);
                }));
  }

  private static Optional<Witness> equal(Growing next) {
    return next.oldType()
        .map(type -> new Target(next, type))
        .flatMap(on ->
            named(on, "size")
                .map(field -> {
                  Member old =
                      on.type().members().stream()
                          .filter(member -> member.name().equals(field.name()))
                          .findFirst()
                          .orElseThrow();
                  ScalarType type = ((MemberType.Scalar) old.type()).type();
                  on.change(
                      new Change.SetMember(
                          on.name(), Say.scalar(old.name(), type, DeviceTypes.usual(old) + 1)));
                  return on.some(Way.ANY);
                }));
  }

  private static Witness testOfLater(Target on) {
    Expression own = on.next().pinned(on.name());
    String enable = on.next().names().next("enable");
    Part part = NumberParts.scalar(on.next().choices(), on.next().names());
    Part tested = part.under(Say.member(enable));
    on.addMember(
        new Part(Say.scalar(enable, ScalarType.UINT8, 0), Families.unused(1))
            .under(own)
            .members()
            .getFirst());
    tested.members().forEach(on::addMember);
    tested.under(own).fields().forEach(on::add);
    on.add(Families.scalar(enable, ScalarType.UINT8).test(own));
    return on.ifSet(Way.AMONG, enable);
  }

  private static Witness testOfVcpus(Target on) {
    Expression several =
        Say.binary(Expression.Infix.GREATER, Say.property("machine.cpus"), Say.number(1));
    Part part = NumberParts.scalar(on.next().choices(), on.next().names()).under(several);
    on.next().add(on.name(), on.sectionName(), part);
    return on.each(Way.ACROSS)
        .on(stop -> stop.configuration().numbers().getOrDefault("cpus", 1L) > 1);
  }

  private static Witness unused(Target.Lone lone) {
    lone.of()
        .change(
            new Change.ReplaceField(
                lone.of().name(),
                lone.of().sectionName(),
                lone.field().name(),
                Families.unused(type(lone.field()).width())));
    return lone.of().some(Way.ANY);
  }
}
