package org.hopscotch.generators.history;

import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.history.Defect.Need;
import org.hopscotch.generators.history.Witness.Way;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// Unsound steps that change hooks, resets and what is sent at all.
final class HookDefects {
  static final List<Defect> ALL =
      List.of(
          Defect.ofField(
              "post-load-refuses",
              "a post_load that refuses what older releases legally send",
              HookDefects::refuses),
          Defect.ofType(
              "post-load-refuses-default",
              "a post_load that refuses the value of a subsection that stayed out",
              HookDefects::refusesDefault),
          Defect.ofField(
              "conversion-one-way",
              "a pre_save that converts, and no post_load that converts back",
              HookDefects::oneWay),
          Defect.ofField(
              "conversion-across",
              "a member that means something else, and older ones that do not know",
              HookDefects::across),
          Defect.ofType(
              "state-never-sent", "a new member that does not travel", HookDefects::neverSent),
          Defect.of(
              "section-not-needed",
              "a section that is no longer sent",
              HookDefects::notNeeded,
              Need.SCALAR),
          Defect.ofType(
              "unmigratable", "a device that may not migrate any more", HookDefects::unmigratable),
          Defect.ofType(
              "realize-refuses",
              "a device that is not made any more as older machine types have it",
              HookDefects::realize),
          Defect.ofField(
              "reset-changed", "another value after a reset", HookDefects::resetChanged));

  private HookDefects() {}

  private static Statement refuse(String words, Expression when) {
    return new Statement.Refuse(words, when);
  }

  /// No guest of the new release has such a value.
  private static Witness refuses(Target.Lone lone) {
    Target on = lone.of();
    String name = lone.member().name();
    long usual = DeviceTypes.usual(lone.member());
    Expression other = Say.differs(name, usual);
    on.change(new Change.SetMember(on.name(), Say.legal(lone.member(), Say.not(other))));
    on.postLoad(refuse(name + " is not supported", other));
    return on.ifSet(Way.FORTH, name);
  }

  private static Witness refusesDefault(Target on) {
    Expression own = on.next().pinned(on.name());
    String name = on.next().names().next("mode");
    Member member =
        new Part(Say.scalar(name, ScalarType.UINT32, 0), Families.unused(1))
            .under(own)
            .members()
            .getFirst();
    on.addMember(member);
    Field field = Families.scalar(name, ScalarType.UINT32);
    on.add(
        new Subsection(
            new Section(on.newSubsection(), 1, 1, field), Say.and(own, Say.differs(name, 0))));
    on.postLoad(refuse(name + " is not set", Say.and(own, Say.not(Say.member(name)))));
    return on.some(Way.AMONG);
  }

  private static Witness oneWay(Target.Lone lone) {
    String name = lone.member().name();
    lone.of()
        .preSave(
            new Statement.Assignment(
                name, Say.binary(Infix.BIT_XOR, Say.member(name), Say.number(1))));
    return lone.of().some(Way.ANY);
  }

  private static Witness across(Target.Lone lone) {
    String name = lone.member().name();
    Expression turned = Say.binary(Infix.BIT_XOR, Say.member(name), Say.number(1));
    lone.of().preSave(new Statement.Assignment(name, turned));
    lone.of().postLoad(new Statement.Assignment(name, turned));
    return lone.of().some(Way.ANY);
  }

  private static Witness neverSent(Target on) {
    Expression own = on.next().pinned(on.name());
    String name = on.next().names().next("mode");
    on.addMember(
        new Part(Say.scalar(name, ScalarType.UINT32, 0), Families.unused(1))
            .under(own)
            .members()
            .getFirst());
    return on.some(Way.AMONG);
  }

  private static Optional<Witness> notNeeded(Growing next) {
    return next.oldType()
        .map(type -> {
          Target on = new Target(next, type);
          on.change(
              new Change.SetRegistration(on.name(), type.registration().needed(Expression.FALSE)));
          return on.some(Way.ANY);
        });
  }

  private static Witness unmigratable(Target on) {
    on.change(
        new Change.SetRegistration(
            on.name(), on.type().registration().unmigratable(Expression.TRUE)));
    return on.some(Way.FORTH);
  }

  private static Witness realize(Target on) {
    Expression own = on.next().pinned(on.name());
    on.change(
        new Change.SetRealize(
            on.name(),
            List.of(new Statement.Refuse("legacy mode is not supported", Say.not(own)))));
    return on.some(Way.ANY);
  }

  /// The guest does not see the new value before it reboots.
  private static Witness resetChanged(Target.Lone lone) {
    Target on = lone.of();
    String name = lone.member().name();
    ScalarType type = ((MemberType.Scalar) lone.member().type()).type();
    long usual = DeviceTypes.usual(lone.member());
    on.change(new Change.SetMember(on.name(), Say.scalar(name, type, usual == 0 ? 1 : 0)));
    return on.some(Way.ANY);
  }
}
