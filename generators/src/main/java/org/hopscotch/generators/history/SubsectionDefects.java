package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.history.Defect.Need;
import org.hopscotch.generators.history.Witness.Way;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// Unsound steps that change versions and subsections.
final class SubsectionDefects {
  private static final int OTHER = 5;

  static final List<Defect> ALL =
      List.of(
          Defect.ofType("version-raised", "a higher version", SubsectionDefects::raised),
          Defect.ofType(
              "minimum-raised",
              "a higher version, and the minimum with it",
              SubsectionDefects::minimum),
          Defect.ofType(
              "field-since", "a field from a new version on", SubsectionDefects::fieldSince),
          Defect.of("version-lowered", "a lower version", SubsectionDefects::lowered, Need.SCALAR),
          Defect.ofType(
              "subsection-always",
              "a new subsection without a condition",
              on -> added(on, Expression.TRUE)),
          Defect.ofType(
              "subsection-by-data",
              "a new subsection that guests need who use what is new",
              SubsectionDefects::byData),
          Defect.ofType(
              "subsection-implies-another",
              "a new member that is not what older guests had if its subsection stays out",
              SubsectionDefects::otherDefault),
          Defect.ofType(
              "reset-missing",
              "a new member that nobody sets if its subsection stays out",
              SubsectionDefects::withoutReset),
          Defect.ofType(
              "pre-load-missing",
              "a subsection that stays out for a value which is not that of a reset",
              SubsectionDefects::withoutPreLoad),
          Defect.of(
              "subsection-renamed",
              "a subsection under another name",
              SubsectionDefects::renamed,
              Need.SUBSECTION),
          Defect.of(
              "subsection-version",
              "a subsection of a higher version",
              SubsectionDefects::version,
              Need.SUBSECTION),
          Defect.of(
              "subsection-removed",
              "a subsection less",
              SubsectionDefects::removed,
              Need.SUBSECTION),
          Defect.ofType(
              "prefix-clash",
              "a struct whose section's name is the beginning of a subsection's",
              SubsectionDefects::clash),
          Defect.of(
              "parent-reset-by-subsection",
              "a subsection whose pre_load resets what its section has loaded",
              SubsectionDefects::parentReset,
              Need.SCALAR));

  private SubsectionDefects() {}

  private static Witness raised(Target on) {
    on.versions(on.root().versionId() + 1, on.root().minimumVersionId());
    return on.each(Way.BACK);
  }

  private static Witness minimum(Target on) {
    on.versions(on.root().versionId() + 1, on.root().versionId() + 1);
    return on.each(Way.ACROSS);
  }

  private static Witness fieldSince(Target on) {
    int version = on.root().versionId() + 1;
    Part part = NumberParts.scalar(on.next().choices(), on.next().names());
    part.members().forEach(on::addMember);
    part.fields().forEach(field -> on.add(field.since(version)));
    on.versions(version, on.root().minimumVersionId());
    return on.each(Way.BACK);
  }

  private static Optional<Witness> lowered(Growing next) {
    return next.oldType()
        .filter(type -> type.section().orElseThrow().versionId() > 0)
        .map(type -> new Target(next, type))
        .map(on -> {
          int version = on.root().versionId() - 1;
          on.versions(version, Math.min(version, on.root().minimumVersionId()));
          return on.some(Way.ANY);
        });
  }

  private static Witness added(Target on, Expression needed) {
    Part part = NumberParts.scalar(on.next().choices(), on.next().names());
    part.members().forEach(on::addMember);
    on.add(new Subsection(new Section(on.newSubsection(), 1, 1).withFields(part.fields()), needed));
    return on.each(Way.BACK);
  }

  /// Adds a member and a subsection that travels while it is another than some value.
  private static void tied(Target on, Member member, Expression needed) {
    on.addMember(member);
    ScalarType type = ((MemberType.Scalar) member.type()).type();
    Field field = Families.scalar(member.name(), type);
    on.add(new Subsection(new Section(on.newSubsection(), 1, 1, field), needed));
  }

  private static Witness byData(Target on) {
    String name = on.next().names().next("mode");
    tied(on, Say.scalar(name, ScalarType.UINT32, 0), Say.differs(name, 0));
    return on.ifSet(Way.BACK, name);
  }

  private static Witness otherDefault(Target on) {
    String name = on.next().names().next("mode");
    Member member = Say.scalar(name, ScalarType.UINT32, OTHER).implied("0");
    tied(on, member, Say.differs(name, OTHER));
    return on.some(Way.ANY);
  }

  private static Witness withoutReset(Target on) {
    String name = on.next().names().next("mode");
    tied(on, Say.scalar(name, ScalarType.UINT32, 0).leftFree(), Say.differs(name, 0));
    return on.some(Way.ANY);
  }

  private static Witness withoutPreLoad(Target on) {
    Expression own = on.next().pinned(on.name());
    String name = on.next().names().next("mode");
    Member member =
        new Part(Say.scalar(name, ScalarType.UINT32, OTHER), Families.unused(1))
            .under(own)
            .members()
            .getFirst();
    tied(on, member, Say.and(own, Say.differs(name, 0)));
    return on.some(Way.AMONG);
  }

  private static Optional<Target> withSubsection(Growing next) {
    return next.oldType()
        .filter(type -> !type.section().orElseThrow().subsections().isEmpty())
        .map(type -> new Target(next, type));
  }

  private static Optional<Witness> renamed(Growing next) {
    return withSubsection(next)
        .map(on -> {
          String old = on.root().subsections().getFirst().section().name();
          on.change(new Change.RenameSection(on.name(), old, on.newSubsection()));
          return on.some(Way.ACROSS);
        });
  }

  private static Optional<Witness> version(Growing next) {
    return withSubsection(next)
        .map(on -> {
          Section old = on.root().subsections().getFirst().section();
          on.change(
              new Change.SetVersions(
                  on.name(), old.name(), old.versionId() + 1, old.minimumVersionId()));
          return on.some(Way.BACK);
        });
  }

  private static Optional<Witness> removed(Growing next) {
    return withSubsection(next)
        .map(on -> {
          String old = on.root().subsections().getFirst().section().name();
          on.change(new Change.RemoveSubsection(on.name(), on.sectionName(), old));
          return on.some(Way.ANY);
        });
  }

  /// The loader of the struct takes the subsection for its own (wire-format section 4.4).
  private static Witness clash(Target on) {
    Expression own = on.next().pinned(on.name());
    String inside = on.next().names().next("reg");
    String unit = on.next().names().next("unit");
    on.addMember(
        new Member(unit, new MemberType.Struct(List.of(Say.scalar(inside, ScalarType.UINT8, 0)))));
    Section child = new Section(on.sectionName(), 1, 1, Families.scalar(inside, ScalarType.UINT8));
    on.add(Families.struct(unit, child).test(own));
    Part part = NumberParts.scalar(on.next().choices(), on.next().names());
    part.under(own).members().forEach(on::addMember);
    Section sent = new Section(on.newSubsection(), 1, 1).withFields(part.fields());
    Section root = on.next().type(on.name()).section().orElseThrow();
    on.change(new Change.SetSection(on.name(), first(root, new Subsection(sent, own))));
    return on.some(Way.ANY);
  }

  private static Section first(Section root, Subsection one) {
    List<Subsection> all = new ArrayList<>(root.subsections());
    all.addFirst(one);
    return root.withSubsections(all);
  }

  private static Optional<Witness> parentReset(Growing next) {
    return next.oldType()
        .flatMap(type -> new Target(next, type).lone())
        .map(lone -> {
          Target on = lone.of();
          Expression own = next.pinned(on.name());
          Part part = NumberParts.scalar(next.choices(), next.names());
          part.under(own).members().forEach(on::addMember);
          Statement reset =
              new Statement.Assignment(
                  lone.member().name(), Say.number(DeviceTypes.usual(lone.member())));
          Section sent =
              new Section(on.newSubsection(), 1, 1)
                  .withFields(part.fields())
                  .with(new Hooks(Hook.NONE, new Hook(reset), Hook.NONE, Hook.NONE));
          on.add(new Subsection(sent, own));
          return on.some(Way.AMONG);
        });
  }
}
