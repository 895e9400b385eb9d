package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.scenario.Scenario;

/// Leaves out the declaration of a member in all releases: it is what its field says then, or
/// nothing that is known of. Else makes it a member like most.
final class DropDeclaration implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      for (String member : Parts.outerFirst(Parts.of(of, type).declared)) {
        all.add(before -> Everywhere.type(before, type, new Without(member)::type));
      }
      for (String member : Parts.outerFirst(Parts.of(of, type).declared)) {
        all.add(before -> Everywhere.type(before, type, new Plain(member)::type));
      }
    }
    return all;
  }

  private static final class Without extends Rewriting {
    private final String gone;

    Without(String gone) {
      this.gone = gone;
    }

    @Override
    List<Member> members(Place at, List<Member> members) {
      return members.stream().filter(one -> !at.member(one.name()).equals(gone)).toList();
    }
  }

  private static final class Plain extends Rewriting {
    private final String plain;

    Plain(String plain) {
      this.plain = plain;
    }

    @Override
    List<Member> members(Place at, List<Member> members) {
      return members.stream()
          .map(
              one -> at.member(one.name()).equals(plain) ? new Member(one.name(), one.type()) : one)
          .toList();
    }
  }
}
