package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Statement;

/// Leaves out a member in all releases, with the fields that send it, what hooks do to it, and what
/// the guest did. Where an expression asks for it there stands the number that the guest gave it,
/// else that of a reset.
final class DropMember implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Parts parts = Parts.of(of, type);
      Set<String> members = new LinkedHashSet<>(parts.sent);
      members.addAll(parts.declared);
      for (String member : Parts.outerFirst(members)) {
        all.add(before -> without(before, type, member, number(before, type, member)));
      }
    }
    return all;
  }

  private static long number(Scenario of, String type, String member) {
    return Everywhere.done(of, type)
        .flatMap(state -> StateParts.number(state, member))
        .or(() ->
            Everywhere.declarations(of, type).stream()
                .flatMap(one -> reset(one, member).stream())
                .findFirst())
        .orElse(0L);
  }

  private static Optional<Long> reset(DeviceType type, String member) {
    return type.members().stream()
        .filter(one -> one.name().equals(member))
        .flatMap(one -> one.reset().stream())
        .flatMap(reset ->
            reset instanceof Expression.Constant(long value)
                ? Optional.of(value).stream()
                : Optional.<Long>empty().stream())
        .findFirst();
  }

  private static Scenario without(Scenario of, String type, String member, long number) {
    Rewriting rewriting = new Without(member, number);
    Scenario changed = Everywhere.related(of, type, rewriting::type);
    return Everywhere.guest(
        changed,
        Everywhere.idsOf(of, type),
        state -> StateParts.changed(state, member, _ -> Optional.empty()));
  }

  private static final class Without extends Rewriting {
    private final String gone;
    private final long number;

    Without(String gone, long number) {
      this.gone = gone;
      this.number = number;
    }

    @Override
    Expression expression(Place at, Expression expression) {
      return Replacement.of(
          expression,
          part ->
              part instanceof Expression.Member(String path) && at.mentions(path, gone)
                  ? Optional.of(new Expression.Constant(number))
                  : Optional.empty());
    }

    @Override
    Count count(Place at, Count count) {
      return count instanceof Count.OfMember(String path, int times) && at.mentions(path, gone)
          ? Count.of((int) number * times)
          : count;
    }

    @Override
    List<Member> members(Place at, List<Member> members) {
      return members.stream().filter(one -> !at.member(one.name()).equals(gone)).toList();
    }

    @Override
    List<Field> fields(Place at, List<Field> fields) {
      return fields.stream().filter(one -> !at.member(one.name()).equals(gone)).toList();
    }

    @Override
    List<Statement> statements(Place at, List<Statement> statements) {
      return statements.stream()
          .filter(one ->
              !(one instanceof Statement.Assignment(String path, _) && at.mentions(path, gone)))
          .toList();
    }
  }
}
