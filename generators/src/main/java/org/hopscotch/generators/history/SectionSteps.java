package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
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
