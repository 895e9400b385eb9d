package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Sound steps that change what travels.
final class SectionSteps {
  static final List<Step> ALL =
      List.of(
          Step.pinned(
              "guarded-field",
              "a new field under a test of a property that rows turn off",
              SectionSteps::guardedField),
          Step.pinned(
              "guarded-subsection",
              "a new subsection, needed while a property is on that rows turn off",
              SectionSteps::guardedSubsection),
          Step.pinned(
              "guarded-data-subsection",
              "a new subsection, needed by data while such a property is on, and pre_load for one"
                  + " that did not come",
              SectionSteps::guardedDataSubsection),
          new Step(
              "data-subsection",
              "a new subsection that travels unless a member is as a reset leaves it",
              Step.Soundness.WHILE_UNUSED,
              false,
              SectionSteps::dataSubsection),
          Step.pinned(
              "guarded-field-in-struct",
              "a new field of a struct under a test of a property that rows turn off",
              SectionSteps::guardedInStruct),
          Step.pinned(
              "retired-field",
              "a field that is kept for older machine types only",
              SectionSteps::retiredField),
          Step.sound(
              "field-left-unused",
              "unused space where a member was that no guest sees",
              SectionSteps::leftUnused),
          Step.pinned(
              "widened-field",
              "a wider field for the newest machine type, beside the old one for all others",
              SectionSteps::widened),
          Step.pinned(
              "grown-array",
              "more elements for the newest machine type, in a field of their own",
              SectionSteps::grown),
          Step.sound(
              "lower-minimum", "a lower minimum version than needed", SectionSteps::lowerMinimum),
          Step.sound("new-check", "a check that no guest fails", SectionSteps::newCheck));

  private SectionSteps() {}

  private static boolean guardedField(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      Expression on = next.pinned(one.name());
      Part part = next.part().under(on);
      next.add(one.name(), root(one).name(), part);
    });
    return type.isPresent();
  }

  static Section root(DeviceType type) {
    return type.section().orElseThrow();
  }

  private static String newName(Growing next, DeviceType type) {
    return root(type).name() + "/" + next.names().section("more");
  }

  private static boolean guardedSubsection(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      Expression on = next.pinned(one.name());
      Part part = next.part();
      part.under(on)
          .members()
          .forEach(member -> next.change(new Change.AddMember(one.name(), member)));
      Section section =
          part.hooked(new Section(newName(next, one), 1, 1).withFields(part.fields()));
      next.change(
          new Change.AddSubsection(one.name(), root(one).name(), new Subsection(section, on)));
    });
    return type.isPresent();
  }

  private static boolean guardedDataSubsection(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      Expression on = next.pinned(one.name());
      Part part = NumberParts.scalar(next.choices(), next.names()).under(on);
      Member member = part.members().getFirst();
      long usual = next.choices().below(2) == 0 ? DeviceTypes.usual(member) : 1;
      next.change(new Change.AddMember(one.name(), member));
      Section root = root(next.type(one.name()));
      next.change(
          new Change.SetHooks(
              one.name(), root.name(), DeviceTypes.preLoaded(root, member.name(), usual).hooks()));
      next.change(
          new Change.AddSubsection(
              one.name(),
              root.name(),
              new Subsection(
                  new Section(newName(next, one), 1, 1, plain(part)),
                  Say.and(on, Say.differs(member.name(), usual)))));
    });
    return type.isPresent();
  }

  /// {@return the field of a part of one, as it is without a condition}
  private static Field plain(Part part) {
    Field field = part.fields().getFirst();
    return new Field(field.name(), field.type());
  }

  private static boolean dataSubsection(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      Part part = NumberParts.scalar(next.choices(), next.names());
      Member member = part.members().getFirst();
      next.change(new Change.AddMember(one.name(), member));
      next.change(
          new Change.AddSubsection(
              one.name(),
              root(one).name(),
              new Subsection(
                  new Section(newName(next, one), 1, 1, plain(part)),
                  Say.differs(member.name(), DeviceTypes.usual(member)))));
      next.caution(one, member);
    });
    return type.isPresent();
  }

  private static boolean guardedInStruct(Growing next) {
    return next.oldType()
        .flatMap(type -> struct(next, type).map(struct -> guardedIn(next, type, struct)))
        .isPresent();
  }

  /// A field that is one struct, and the member that it sends.
  record Struct(Member member, Section section) {}

  static Optional<Struct> struct(Growing next, DeviceType type) {
    List<Struct> all =
        root(type).fields().stream().flatMap(field -> struct(type, field).stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(next.choices().oneOf(all));
  }

  private static Optional<Struct> struct(DeviceType type, Field field) {
    return field.type() instanceof FieldType.Struct(Section section)
            && section.name().startsWith("part")
        ? type.members().stream()
            .filter(member -> member.name().equals(field.name()))
            .filter(member -> member.type() instanceof MemberType.Struct)
            .findFirst()
            .map(member -> new Struct(member, section))
        : Optional.empty();
  }

  private static boolean guardedIn(Growing next, DeviceType type, Struct struct) {
    Expression on = next.pinned(type.name());
    Part part = NumberParts.scalar(next.choices(), next.names()).under(on);
    addInside(next, type.name(), struct, part);
    return true;
  }

  static void addInside(Growing next, String type, Struct struct, Part part) {
    List<Member> members = new ArrayList<>(((MemberType.Struct) struct.member().type()).members());
    members.addAll(part.members());
    Member old = struct.member();
    next.change(
        new Change.SetMember(
            type,
            new Member(
                old.name(),
                new MemberType.Struct(members),
                old.reset(),
                old.visible(),
                old.meaningful(),
                old.implied(),
                old.legal())));
    part.fields()
        .forEach(field ->
            next.change(
                new Change.AddField(type, struct.section().name(), field, Optional.empty())));
  }

  // ---- members that go

  /// A member of one number that nothing but its one field is about.
  record Lone(Member member, Field field) {}

  /// {@return a member that one unconditional field of the root sends, and nothing else mentions}
  static Optional<Lone> lone(Growing next, DeviceType type) {
    List<Lone> all = lones(type);
    return all.isEmpty() ? Optional.empty() : Optional.of(next.choices().oneOf(all));
  }

  /// {@return all such members}
  static List<Lone> lones(DeviceType type) {
    return root(type).fields().stream()
        .filter(field ->
            field.type() instanceof FieldType.Scalar(ScalarType scalar)
                && NumberParts.PLAIN.contains(scalar)
                && field.existence().equals(Existence.ALWAYS)
                && field.name().startsWith("reg"))
        .flatMap(field ->
            type.members().stream()
                .filter(member -> member.name().equals(field.name()))
                .filter(member -> member.meaningful().equals(Expression.TRUE))
                .map(member -> new Lone(member, field)))
        .toList();
  }

  /// Adds a switch that is off for the own machine types and on for all others.
  private static Expression old(Growing next, String type) {
    String name = next.names().next("x-old");
    next.change(new Change.AddProperty(type, new Property(name, new PropertyKind.Bool(), "off")));
    next.pin(type, name, "on");
    return Say.property(name);
  }

  private static boolean retiredField(Growing next) {
    return next.oldType()
        .flatMap(type ->
            lone(next, type)
                .map(lone -> {
                  Expression old = old(next, type.name());
                  Part part = new Part(lone.member(), lone.field()).under(old);
                  replace(next, type, lone, part.members().getFirst(), part.fields().getFirst());
                  return true;
                }))
        .isPresent();
  }

  static void replace(Growing next, DeviceType type, Lone old, Member member, Field field) {
    next.change(new Change.SetMember(type.name(), member));
    next.change(new Change.ReplaceField(type.name(), root(type).name(), old.field().name(), field));
  }

  private static boolean leftUnused(Growing next) {
    return next.oldType()
        .flatMap(type ->
            type.members().stream()
                .filter(member -> !member.visible() && isSentAlone(type, member))
                .findFirst()
                .map(member -> {
                  int bytes = ((MemberType.Scalar) member.type()).type().width();
                  next.change(
                      new Change.ReplaceField(
                          type.name(), root(type).name(), member.name(), Families.unused(bytes)));
                  next.change(new Change.RemoveMember(type.name(), member.name()));
                  return true;
                }))
        .isPresent();
  }

  private static boolean isSentAlone(DeviceType type, Member member) {
    return member.name().startsWith("spare")
        && root(type).fields().stream().anyMatch(field -> field.name().equals(member.name()));
  }

  private static boolean widened(Growing next) {
    return next.oldType()
        .flatMap(type -> lone(next, type).flatMap(lone -> widened(next, type, lone)))
        .isPresent();
  }

  private static Optional<Boolean> widened(Growing next, DeviceType type, Lone lone) {
    ScalarType old = ((FieldType.Scalar) lone.field().type()).type();
    boolean takes = !old.signed() && old.width() < Long.BYTES && old != ScalarType.BOOL;
    if (!takes) {
      return Optional.empty();
    }
    Expression on = next.pinned(type.name());
    String name = lone.member().name();
    Member wide =
        Say.legal(
            Say.scalar(name, ScalarType.UINT64, DeviceTypes.usual(lone.member())),
            Say.binary(
                Expression.Infix.OR, on, Say.atMost(name, (1L << (Byte.SIZE * old.width())) - 1)));
    replace(next, type, lone, wide, lone.field().test(Say.not(on)));
    next.change(
        new Change.AddField(
            type.name(),
            root(type).name(),
            Families.scalar(name, ScalarType.UINT64).test(on),
            Optional.empty()));
    return Optional.of(true);
  }

  private static boolean grown(Growing next) {
    return next.oldType()
        .flatMap(type ->
            root(type).fields().stream()
                .filter(field ->
                    field.name().startsWith("bank")
                        && root(type).isUnique(field.name())
                        && field.existence().equals(Existence.ALWAYS))
                .findFirst()
                .flatMap(field -> grown(next, type, field)))
        .isPresent();
  }

  private static Optional<Boolean> grown(Growing next, DeviceType type, Field field) {
    if (!(field.type() instanceof FieldType.Array(var element, var count, int start, var storage)
        && count instanceof Count.Fixed(int length)
        && element instanceof FieldType.Scalar(ScalarType scalar))) {
      return Optional.empty();
    }
    int more = 1 + next.choices().below(2);
    Expression on = next.pinned(type.name());
    Expression total =
        new Expression.Conditional(on, Say.number(length + more), Say.number(length));
    next.change(
        new Change.SetMember(
            type.name(), Say.member(field.name(), new MemberType.Scalars(scalar, total), 0)));
    next.change(
        new Change.AddField(
            type.name(),
            root(type).name(),
            Families.subArray(field.name(), element, length, more).test(on),
            Optional.empty()));
    return Optional.of(true);
  }

  // ---- what changes nothing

  private static boolean lowerMinimum(Growing next) {
    return next.oldType()
        .filter(type -> root(type).minimumVersionId() > 0)
        .map(type -> {
          Section root = root(type);
          next.change(
              new Change.SetVersions(
                  type.name(), root.name(), root.versionId(), root.minimumVersionId() - 1));
          return true;
        })
        .isPresent();
  }

  private static boolean newCheck(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one ->
        next.change(
            new Change.AddField(
                one.name(),
                root(one).name(),
                Families.validate(next.names().next("check"), Expression.TRUE),
                Optional.empty())));
    return type.isPresent();
  }
}
