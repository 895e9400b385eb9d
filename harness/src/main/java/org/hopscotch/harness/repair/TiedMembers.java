package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Expression;

/// Members that are after a reset, or count, only what a property says.
///
/// @param on while what is new holds
record TiedMembers(Pair pair, Expression on, Set<Tie.Part> parts) {

  /// {@return the members that the older release lacks}
  static List<Member> added(Pair pair) {
    List<String> old = before(pair).stream().map(Member::name).toList();
    return changed(pair).stream().filter(one -> !old.contains(one.name())).toList();
  }

  /// {@return the members that are new, or another thing than before; those of new fields that a
  /// property keeps from travelling already are none, unless they mean something without}
  static List<Member> changed(Pair pair) {
    List<Member> old = before(pair);
    Set<String> off =
        pair.section().map(one -> Mentions.off(one, pair.device().bindings())).orElse(Set.of());
    return pair.newer().members(pair.type()).stream()
        .filter(one -> !old.contains(one))
        .filter(one ->
            !off.contains(one.name())
                || !one.implied().equals(one.reset())
                || old.stream().anyMatch(o -> o.name().equals(one.name())))
        .toList();
  }

  private static List<Member> before(Pair pair) {
    return pair.older().members(pair.oldType().orElseThrow());
  }

  List<Change> changes() {
    List<Change> all = new ArrayList<>();
    List<Member> old = before(pair);
    for (Member now : changed(pair)) {
      Optional<Member> before = old.stream().filter(o -> o.name().equals(now.name())).findFirst();
      Member tied = tied(now, before);
      if (!tied.equals(now)) {
        Optional<String> declaring = pair.declaringMember(now.name());
        all.add(
            declaring.isPresent()
                ? new Change.SetMember(declaring.get(), tied)
                : new Change.AddMember(
                    pair.section().isPresent() ? pair.owner() : pair.type().name(), tied));
      }
    }
    return all;
  }

  private Member tied(Member now, Optional<Member> before) {
    Optional<Expression> reset = now.reset();
    MemberType type = now.type();
    if (parts.contains(Tie.Part.RESETS)) {
      Optional<Expression> old =
          before.isPresent() ? before.get().reset() : now.implied().filter(this::isKnown);
      if (old.isPresent() && !old.equals(reset)) {
        reset = Optional.of(reset.map(r -> Layout.choose(on, r, old.get())).orElse(old.get()));
      }
      if (before.isPresent()) {
        type = tied(type, before.get().type());
      }
    }
    boolean isNew = before.isEmpty() && now.visible() && parts.contains(Tie.Part.MEANING);
    Expression meaningful = isNew ? Layout.and(on, now.meaningful()) : now.meaningful();
    return new Member(now.name(), type, reset, now.visible(), meaningful, now.implied());
  }

  /// A reset knows the properties only.
  private boolean isKnown(Expression expression) {
    return new Constants(pair.device().bindings(), 0).of(expression).isPresent();
  }

  private MemberType tied(MemberType now, MemberType before) {
    return now instanceof MemberType.Struct(List<Member> members)
            && before instanceof MemberType.Struct(List<Member> old)
        ? new MemberType.Struct(
            members.stream()
                .map(one ->
                    old.stream()
                        .filter(o -> o.name().equals(one.name()))
                        .findFirst()
                        .map(o -> tied(one, Optional.of(o)))
                        .orElse(one))
                .toList())
        : now;
  }
}
