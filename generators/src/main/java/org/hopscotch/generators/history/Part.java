package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// Something that a device has: members, and how they travel. By itself a guest that has it arrives
/// at a host of the same release.
///
/// @param members of the device
/// @param fields in the order of their bytes
/// @param preSave what is done before they are saved
/// @param preLoad before they are loaded
/// @param postLoad after they were loaded
record Part(
    List<Member> members,
    List<Field> fields,
    List<Statement> preSave,
    List<Statement> preLoad,
    List<Statement> postLoad) {

  Part {
    members = List.copyOf(members);
    fields = List.copyOf(fields);
    preSave = List.copyOf(preSave);
    preLoad = List.copyOf(preLoad);
    postLoad = List.copyOf(postLoad);
  }

  /// A part without hooks.
  Part(List<Member> members, List<Field> fields) {
    this(members, fields, List.of(), List.of(), List.of());
  }

  /// A part of one member that travels in one field.
  Part(Member member, Field field) {
    this(List.of(member), List.of(field));
  }

  /// {@return this part as one that a device has only while a condition holds, which is the same on
  /// both sides of a hop}
  Part under(Expression condition) {
    return new Part(
        members.stream().map(member -> under(condition, member)).toList(),
        fields.stream().map(field -> under(condition, field)).toList(),
        preSave,
        preLoad,
        postLoad);
  }

  private static Member under(Expression condition, Member one) {
    return new Member(
        one.name(),
        one.type(),
        one.reset(),
        one.visible(),
        Say.and(condition, one.meaningful()),
        one.implied(),
        one.legal());
  }

  private static Field under(Expression condition, Field field) {
    return switch (field.existence()) {
      case Existence.Since _ -> field.test(condition);
      case Existence.Test(Expression test) when field.type() instanceof FieldType.Validate ->
          field.test(Say.binary(Expression.Infix.OR, Say.not(condition), test));
      case Existence.Test(Expression test) -> field.test(Say.and(condition, test));
    };
  }

  /// {@return a section with this part's hooks beside its own}
  Section hooked(Section section) {
    if (preSave.isEmpty() && preLoad.isEmpty() && postLoad.isEmpty()) {
      return section;
    }
    Hooks hooks = section.hooks();
    return section.with(
        new Hooks(
            joined(hooks.preSave(), preSave),
            joined(hooks.preLoad(), preLoad),
            joined(hooks.postLoad(), postLoad),
            hooks.postSave()));
  }

  private static Hook joined(Hook hook, List<Statement> more) {
    List<Statement> all = new ArrayList<>(hook.statements());
    all.addAll(more);
    return new Hook(all);
  }
}
