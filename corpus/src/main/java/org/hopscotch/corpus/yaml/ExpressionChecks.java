package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// Whether the expressions, counts and hooks of one device type name properties and members that
/// its devices have. What `machine.` and `host.` offer is known where somebody says so.
final class ExpressionChecks {
  private static final MemberScope NO_MEMBERS =
      MemberScope.of("what sees only properties", List.of(), Optional.empty());

  private final Release release;
  private final DeviceType type;
  private final NameChecks names;

  /// Whether C's compiler compares fields with members; load_state_old is code, which need not.
  private boolean isCompiled;

  private final FieldShapes shapes;

  private ExpressionChecks(
      Reading reading,
      Release release,
      DeviceType type,
      Optional<Set<String>> around,
      boolean isTold) {
    this.release = release;
    this.type = type;
    this.names = new NameChecks(reading, release, type, around);
    this.shapes = new FieldShapes(release, type);
    this.isCompiled = isTold;
  }

  /// Looks at all device types that there can be devices of.
  ///
  /// @param around the names with `machine.` and `host.` that have values somewhere; empty where
  ///     others may get some
  /// @param isTold whether the release is as somebody wrote it; in a repaired one an old field may
  ///     stand beside the member that took its name
  static void check(
      Reading reading, Release release, Optional<Set<String>> around, boolean isTold) {
    for (DeviceType type : release.types()) {
      List<String> lineage = release.lineage(type).stream().map(DeviceType::name).toList();
      if (!type.isAbstract() && !reading.isDoubtful(lineage)) {
        new ExpressionChecks(reading, release, type, around, isTold).check();
      }
    }
  }

  private void check() {
    MemberScope scope = MemberScope.of(type.name(), release.members(type), Optional.empty());
    for (Property property : release.properties(type)) {
      property.automatic().ifPresent(automatic -> check(automatic.value(), NO_MEMBERS));
    }
    members(release.members(type), scope);
    check(type.registration().needed(), scope);
    check(type.registration().unmigratable(), scope);
    release.lineage(type).stream()
        .flatMap(one -> one.ram().stream())
        .forEach(block ->
            List.of(block.usedLength(), block.present(), block.below())
                .forEach(expression -> check(expression, NO_MEMBERS)));
    check(type.registration().below(), NO_MEMBERS);
    type.registration().instanceId().ifPresent(id -> check(id, NO_MEMBERS));
    type.realize().forEach(refuse -> check(type.realize(), refuse.when(), NO_MEMBERS));
    release.section(type).ifPresent(section -> section(section, scope));
  }

  private void members(List<Member> members, MemberScope scope) {
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      MemberScope before = MemberScope.of(scope.owner(), members.subList(0, i), Optional.empty());
      member.reset().ifPresent(value -> check(value, before));
      member.implied().ifPresent(value -> check(value, scope));
      check(member.meaningful(), scope);
      check(member.legal(), scope);
      Optional<MemberScope> around = Optional.of(scope);
      switch (member.type()) {
        case MemberType.Scalar _, MemberType.Nodes _ -> {}
        case MemberType.Scalars(_, Expression length) -> check(length, NO_MEMBERS);
        case MemberType.Bytes(Expression length) -> check(length, NO_MEMBERS);
        case MemberType.Struct(List<Member> inner) ->
            members(inner, MemberScope.of("member " + member.name(), inner, around));
        case MemberType.Structs(List<Member> inner, Expression length, Expression present) -> {
          check(length, NO_MEMBERS);
          check(present, NO_MEMBERS);
          members(inner, MemberScope.of("member " + member.name(), inner, around));
        }
      }
    }
  }

  // ---- sections

  private void section(Section section, MemberScope scope) {
    fields(section.fields(), scope);
    Hooks hooks = section.hooks();
    List.of(hooks.preSave(), hooks.preLoad(), hooks.postLoad(), hooks.postSave())
        .forEach(hook -> hook(hook, scope));
    section
        .loadStateOld()
        .ifPresent(old -> {
          boolean before = isCompiled;
          isCompiled = false;
          fields(old.fields(), scope);
          isCompiled = before;
          hook(old.then(), scope);
        });
    section
        .subsections()
        .forEach(subsection -> {
          check(subsection.needed(), scope);
          section(subsection.section(), scope);
        });
  }

  private void fields(List<Field> fields, MemberScope scope) {
    for (Field field : fields) {
      if (field.existence() instanceof Existence.Test(Expression test)) {
        check(test, scope);
      }
      switch (field.type()) {
        case FieldType.Validate _ -> {}
        case Element element -> element(element, field, scope);
        case FieldType.Array(Element element, Count count, _, _) -> {
          count(count, scope);
          element(element, field, scope);
        }
        case FieldType.PointerArray(Element element, Count count, _) -> {
          count(count, scope);
          element(element, field, scope);
        }
      }
    }
  }

  private void element(Element element, Field field, MemberScope scope) {
    switch (element) {
      case FieldType.Unused _, FieldType.MsixState _ -> {}
      case FieldType.WithTmp(Section tmp) -> section(tmp, MemberScope.of(tmp, scope, true));
      case FieldType.Buffer(Count length, _, _) -> {
        member(field, scope);
        count(length, scope);
      }
      case FieldType.Bitmap(Count bits) -> {
        member(field, scope);
        count(bits, scope);
      }
      case FieldType.Custom(_, Count length) -> {
        member(field, scope);
        count(length, scope);
      }
      case FieldType.Struct(Section inner) -> inside(inner, field, scope);
      case FieldType.VStruct(Section inner, _) -> inside(inner, field, scope);
      case FieldType.List(_, Section node) -> inside(node, field, scope);
      case FieldType.Tree(Optional<Section> key, Section value) -> {
        key.ifPresent(one -> section(one, MemberScope.of(one, scope, false)));
        section(value, MemberScope.of(value, scope, false));
      }
      case FieldType.Scalar _, FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ ->
          member(field, scope);
    }
  }

  private void inside(Section section, Field field, MemberScope scope) {
    member(field, scope);
    section(section, scope.inside(field.name(), section));
  }

  private void member(Field field, MemberScope scope) {
    if (!scope.names().contains(field.name())) {
      names.missing(field, field.name(), scope);
      return;
    }
    boolean declared = isCompiled && scope.parent().isEmpty();
    shapes
        .mismatch(field, declared)
        .ifPresent(what ->
            names.say(field, "field '%s' is not its member: %s".formatted(field.name(), what)));
  }

  private void count(Count count, MemberScope scope) {
    if (count instanceof Count.OfMember(String member, _) && !scope.has(member)) {
      names.missing(count, member, scope);
    }
  }

  private void hook(Hook hook, MemberScope scope) {
    for (Statement statement : hook.statements()) {
      switch (statement) {
        case Statement.Assignment(String member, Expression value) -> {
          if (!scope.has(member)) {
            names.missing(hook, member, scope);
          }
          check(hook, value, scope);
        }
        case Statement.Refuse(_, Expression when) -> check(hook, when, scope);
        case Statement.Return(_, Expression when) -> check(hook, when, scope);
      }
    }
  }

  // ---- expressions

  private void check(Expression expression, MemberScope scope) {
    names.check(expression, expression, scope);
  }

  private void check(Object whole, Expression expression, MemberScope scope) {
    names.check(whole, expression, scope);
  }
}
