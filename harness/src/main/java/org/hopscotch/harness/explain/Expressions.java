package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.harness.repair.Layout;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// All expressions that say how a device comes about, what it holds and how it travels.
public final class Expressions {
  private final List<Expression> all = new ArrayList<>();

  private Expressions() {}

  /// {@return the expressions of a device's type and its ancestors}
  public static List<Expression> of(ResolvedDevice device, Release release) {
    Expressions expressions = new Expressions();
    for (Property property : release.properties(device.type())) {
      property.automatic().ifPresent(choice -> expressions.all.add(choice.value()));
    }
    release.members(device.type()).forEach(expressions::member);
    release.section(device.type()).stream()
        .flatMap(section -> Layout.all(section).stream())
        .forEach(expressions::section);
    release
        .lineage(device.type())
        .forEach(type -> {
          expressions.registration(type.registration());
          type.ram().forEach(expressions::ram);
          type.realize().forEach(refuse -> expressions.all.add(refuse.when()));
        });
    return expressions.all;
  }

  private void member(Member member) {
    member.reset().ifPresent(all::add);
    all.add(member.meaningful());
    switch (member.type()) {
      case MemberType.Scalars(_, Expression length) -> all.add(length);
      case MemberType.Bytes(Expression length) -> all.add(length);
      case MemberType.Struct(List<Member> members) -> members.forEach(this::member);
      case MemberType.Structs(List<Member> members, Expression length, Expression present) -> {
        all.add(length);
        all.add(present);
        members.forEach(this::member);
      }
      case MemberType.Scalar _, MemberType.Nodes _ -> {}
    }
  }

  private void section(Section section) {
    section
        .fields()
        .forEach(field -> {
          if (field.existence() instanceof Existence.Test(Expression test)) {
            all.add(test);
          }
        });
    section.subsections().forEach(subsection -> all.add(subsection.needed()));
    Hooks hooks = section.hooks();
    List.of(hooks.preSave(), hooks.preLoad(), hooks.postLoad(), hooks.postSave())
        .forEach(this::hook);
  }

  private void hook(Hook hook) {
    for (Statement statement : hook.statements()) {
      all.add(
          switch (statement) {
            case Statement.Assignment assignment -> assignment.value();
            case Statement.Refuse refuse -> refuse.when();
            case Statement.Return end -> end.when();
          });
    }
  }

  private void registration(Registration registration) {
    registration.instanceId().ifPresent(all::add);
    all.add(registration.below());
    all.add(registration.needed());
    all.add(registration.unmigratable());
  }

  private void ram(RamBlock block) {
    all.add(block.usedLength());
    all.add(block.present());
    all.add(block.below());
  }
}
