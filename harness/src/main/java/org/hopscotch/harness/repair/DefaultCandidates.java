package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// New members get, before a load or by a reset, the value that guests without them live with.
final class DefaultCandidates implements Candidate.Source {
  @Override
  public Stream<Candidate> of(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (Pair pair : situation.pairsByType()) {
      if (pair.oldType().isEmpty() || pair.section().isEmpty()) {
        continue;
      }
      for (Member member : TiedMembers.added(pair)) {
        member.implied().ifPresent(implied -> all.addAll(of(situation, pair, member, implied)));
      }
    }
    return all.stream();
  }

  private static List<Candidate> of(
      Situation situation, Pair pair, Member member, Expression implied) {
    List<Candidate> all = new ArrayList<>();
    Section section = pair.section().orElseThrow();
    Hooks hooks = section.hooks();
    Hook loaded = assigned(hooks.preLoad(), member.name(), implied);
    String value = ExpressionText.print(implied);
    if (!loaded.equals(hooks.preLoad())) {
      all.add(
          new Candidate(
              RepairKind.DEFAULT,
              "In %s, pre_load of %s sets %s to %s, for streams that have none."
                  .formatted(situation.newer(), section.name(), member.name(), value),
              new Change.SetHooks(
                  pair.owner(),
                  section.name(),
                  new Hooks(hooks.preSave(), loaded, hooks.postLoad(), hooks.postSave()))));
    }
    if (!member.reset().equals(Optional.of(implied))) {
      all.add(
          new Candidate(
              RepairKind.DEFAULT,
              "In %s, a reset sets %s of %s to %s, as guests without it behave."
                  .formatted(situation.newer(), member.name(), pair.type().name(), value),
              set(
                  pair,
                  new Member(
                      member.name(),
                      member.type(),
                      Optional.of(implied),
                      member.visible(),
                      member.meaningful(),
                      member.implied()))));
    }
    return all;
  }

  private static Change set(Pair pair, Member member) {
    Optional<String> declaring = pair.declaringMember(member.name());
    return declaring.isPresent()
        ? new Change.SetMember(declaring.get(), member)
        : new Change.AddMember(pair.owner(), member);
  }

  /// {@return a hook that assigns a value to a member, in the place where it assigned another}
  private static Hook assigned(Hook hook, String member, Expression value) {
    Statement assignment = new Statement.Assignment(member, value);
    List<Statement> all = new ArrayList<>(hook.statements());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Statement.Assignment(String to, _) && to.equals(member)) {
        all.set(i, assignment);
        return new Hook(all);
      }
    }
    all.add(assignment);
    return new Hook(all);
  }
}
