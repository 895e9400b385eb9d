package org.hopscotch.generators.history;

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
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// Sound steps that change how a member travels which is there already, or retire it.
final class MemberSteps {
  static final List<Step> ALL =
      List.of(
          Step.pinned(
              "retired-field",
              "a field that is kept for older machine types only",
              MemberSteps::retiredField),
          Step.sound(
              "field-left-unused",
              "unused space where a member was that no guest sees",
              MemberSteps::leftUnused),
          Step.pinned(
              "widened-field",
              "a wider field for the newest machine type, beside the old one for all others",
              MemberSteps::widened),
          Step.pinned(
              "grown-array",
              "more elements for the newest machine type, in a field of their own",
              MemberSteps::grown));

  private MemberSteps() {}

  /// A member of one number that nothing but its one field is about.
  record Lone(Member member, Field field) {}

  /// {@return a member that one unconditional field of the root sends, and nothing else mentions}
  static Optional<Lone> lone(Growing next, DeviceType type) {
    List<Lone> all = lones(type);
    return all.isEmpty() ? Optional.empty() : Optional.of(next.choices().oneOf(all));
  }

  /// {@return all such members}
  static List<Lone> lones(DeviceType type) {
    return SectionSteps.root(type).fields().stream()
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
    next.change(
        new Change.ReplaceField(
            type.name(), SectionSteps.root(type).name(), old.field().name(), field));
  }

  private static boolean leftUnused(Growing next) {
    return next.oldType()
        .flatMap(type ->
            type.members().stream()
                .filter(member -> !member.visible() && isSentAlone(type, member))
                .findFirst()
                .map(member -> leftUnused(next, type, member.name())))
        .isPresent();
  }

  private static boolean leftUnused(Growing next, DeviceType type, String member) {
    Section root = SectionSteps.root(type);
    Field old =
        root.fields().stream()
            .filter(field -> field.name().equals(member))
            .findFirst()
            .orElseThrow();
    Field unused = Families.unused(((FieldType.Scalar) old.type()).type().width());
    next.change(
        new Change.ReplaceField(
            type.name(),
            root.name(),
            member,
            new Field(unused.name(), unused.type(), old.existence())));
    next.change(new Change.RemoveMember(type.name(), member));
    return true;
  }

  private static boolean isSentAlone(DeviceType type, Member member) {
    return member.name().startsWith("spare")
        && SectionSteps.root(type).fields().stream()
            .anyMatch(field -> field.name().equals(member.name()));
  }

  private static boolean widened(Growing next) {
    return next.oldType()
        .map(type -> {
          List<Lone> all = lones(type).stream().filter(MemberSteps::canGrow).toList();
          if (!all.isEmpty()) {
            widen(next, type, next.choices().oneOf(all));
          }
          return !all.isEmpty();
        })
        .orElse(false);
  }

  private static boolean canGrow(Lone lone) {
    ScalarType old = type(lone);
    return !old.signed() && old.width() < Long.BYTES && old != ScalarType.BOOL;
  }

  private static ScalarType type(Lone lone) {
    return ((FieldType.Scalar) lone.field().type()).type();
  }

  private static void widen(Growing next, DeviceType type, Lone lone) {
    ScalarType old = type(lone);
    Expression on = next.pinned(type.name());
    String name = lone.member().name();
    Member wide =
        Say.legal(
            Say.scalar(name, ScalarType.UINT64, DeviceTypes.usual(lone.member())),
            Say.binary(Expression.Infix.OR, on, fits(name, old)));
    replace(next, type, lone, wide, narrow(next, name, old).test(Say.not(on)));
    next.change(
        new Change.AddField(
            type.name(),
            SectionSteps.root(type).name(),
            Families.scalar(name, ScalarType.UINT64).test(on),
            Optional.empty()));
  }

  private static Expression fits(String name, ScalarType type) {
    Expression bits = Say.number((long) Byte.SIZE * type.width());
    return Say.not(Say.binary(Expression.Infix.SHIFT_RIGHT, Say.member(name), bits));
  }

  /// {@return a number in scratch space, since C takes no field that is narrower than its member}
  private static Field narrow(Growing next, String member, ScalarType type) {
    String copy = next.names().next("copy");
    return Families.withTmp(
        new Section(next.names().section("tmp"), 0, 0, Families.scalar(copy, type))
            .with(
                new Hooks(
                    new Hook(new Statement.Assignment(copy, Say.member(member))),
                    Hook.NONE,
                    new Hook(new Statement.Assignment(member, Say.member(copy))),
                    Hook.NONE)));
  }

  private static boolean grown(Growing next) {
    return next.oldType()
        .flatMap(type ->
            SectionSteps.root(type).fields().stream()
                .filter(field ->
                    field.name().startsWith("bank")
                        && SectionSteps.root(type).isUnique(field.name())
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
            SectionSteps.root(type).name(),
            Families.subArray(field.name(), element, length, more).test(on),
            Optional.empty()));
    return Optional.of(true);
  }
}
