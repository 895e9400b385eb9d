package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;

/// Why a member has another value on one host than on the other before anything arrives: what its
/// reset says on each, and asks for.
final class ValueExplanation {
  private static final int LONGEST = 100;

  private ValueExplanation() {}

  /// {@return why the two ends of a hop give a member different values; empty where they do not}
  static List<String> of(Hop hop, String device, String path) {
    Optional<ResolvedDevice> source = hop.source().device(device);
    Optional<ResolvedDevice> destination = hop.destination().device(device);
    if (source.isEmpty() || destination.isEmpty()) {
      return List.of();
    }
    Optional<Member> before = hop.source().member(source.get(), path);
    Optional<Member> after = hop.destination().member(destination.get(), path);
    if (before.isEmpty() || after.isEmpty()) {
      return onOneSide(hop, source.get(), destination.get(), path);
    }
    List<String> words = new ArrayList<>();
    List<Expression> asked = new ArrayList<>(lengths(before.get()));
    asked.addAll(lengths(after.get()));
    before.get().reset().ifPresent(asked::add);
    after.get().reset().ifPresent(asked::add);
    if (!before.get().reset().equals(after.get().reset())) {
      words.add(
          "The reset of %s is %s on %s and %s on %s."
              .formatted(
                  End.plain(path),
                  reset(before.get()),
                  hop.sourceName(),
                  reset(after.get()),
                  hop.destinationName()));
    }
    words.addAll(
        new Inputs(hop, source.get(), destination.get())
            .differing("The reset of " + End.plain(path), asked));
    return words;
  }

  private static List<String> onOneSide(
      Hop hop, ResolvedDevice source, ResolvedDevice destination, String path) {
    Optional<Member> before = hop.source().member(source, path);
    Optional<Member> after = hop.destination().member(destination, path);
    if (before.isPresent() == after.isPresent()) {
      return List.of();
    }
    String without = before.isPresent() ? hop.destinationName() : hop.sourceName();
    String implied =
        before
            .or(() -> after)
            .flatMap(Member::implied)
            .map(value -> ", which counts as " + ExpressionText.print(value))
            .orElse("");
    List<String> words = new ArrayList<>();
    words.add("%s has no %s%s.".formatted(without, End.plain(path), implied));
    List<Expression> asked = before.or(() -> after).flatMap(Member::reset).stream().toList();
    if (before.or(() -> after).isPresent()) {
      words.add(
          "On %s its reset is %s."
              .formatted(
                  before.isPresent() ? hop.sourceName() : hop.destinationName(),
                  reset(before.or(() -> after).orElseThrow())));
    }
    words.addAll(
        new Inputs(hop, source, destination).differing("The reset of " + End.plain(path), asked));
    return words;
  }

  private static List<Expression> lengths(Member member) {
    return switch (member.type()) {
      case MemberType.Scalars(_, Expression length) -> List.of(length);
      case MemberType.Bytes(Expression length) -> List.of(length);
      case MemberType.Structs(_, Expression length, Expression present) -> List.of(length, present);
      case MemberType.Scalar _, MemberType.Struct _, MemberType.Nodes _ -> List.of();
    };
  }

  /// {@return what a reset makes of a member}
  static String reset(Member member) {
    String text = member.reset().map(ExpressionText::print).orElse("nothing");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
