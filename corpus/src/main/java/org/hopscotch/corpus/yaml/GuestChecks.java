package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.ZeroedMemory;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// Whether the values that a guest gives are those of one device's members.
final class GuestChecks {
  private final Release release;
  private final DeviceType type;
  private final Optional<Bindings> bindings;

  /// @param bindings of the device on the first stop, when it starts
  GuestChecks(Release release, DeviceType type, Optional<Bindings> bindings) {
    this.release = release;
    this.type = type;
    this.bindings = bindings;
  }

  void check(DeviceState state, Place place) {
    members(release.members(type), state, place, type.name());
  }

  private void members(List<Member> known, DeviceState state, Place place, String owner) {
    Map<String, Member> byName =
        known.stream().collect(Collectors.toMap(Member::name, Function.identity()));
    state
        .members()
        .forEach((name, value) -> {
          Place at = place.peek(List.of(name)).orElse(place);
          Optional<Member> member = Optional.ofNullable(byName.get(name));
          if (member.isPresent()) {
            value(member.get(), value, at);
          } else {
            at.note(
                "no member '%s' of %s in %s%s"
                    .formatted(name, owner, release, hint(name, byName.keySet())));
          }
        });
  }

  private static String hint(String name, Set<String> names) {
    String near = Spelling.hint(name, names);
    return near.isEmpty() && !names.isEmpty() ? "; it has " + String.join(", ", names) : near;
  }

  private void value(Member member, Value value, Place place) {
    switch (member.type()) {
      case MemberType.Scalar(ScalarType scalar) -> {
        if (value instanceof Value.Number(long number)) {
          fits(scalar, number, place);
        } else {
          place.note("expected a number, as %s is".formatted(scalar.wireName()));
        }
      }
      case MemberType.Scalars(ScalarType scalar, Expression length) ->
          numbers(member, scalar, length, value, place);
      case MemberType.Bytes(Expression length) -> {
        if (value instanceof Value.Bytes(byte[] bytes)) {
          length(member, length, bytes.length, "bytes", place);
        } else {
          place.note("expected bytes, such as hex 00ff");
        }
      }
      case MemberType.Struct(List<Member> inner) -> struct(member, inner, value, place);
      case MemberType.Structs(List<Member> inner, Expression length, _) ->
          structs(member, inner, length, value, place);
      case MemberType.Nodes _ -> {
        if (value instanceof Value.Elements(List<Value> nodes)) {
          nodes(member.name(), nodes, place);
        } else {
          place.note("expected a list of nodes");
        }
      }
    }
  }

  private void numbers(
      Member member, ScalarType scalar, Expression length, Value value, Place place) {
    if (value instanceof Value.Numbers(long[] numbers)) {
      length(member, length, numbers.length, "numbers", place);
      for (long number : numbers) {
        fits(scalar, number, place);
      }
    } else {
      place.note("expected a list of numbers, %s each".formatted(scalar.wireName()));
    }
  }

  /// All members of a struct have to be said, since it is replaced as a whole.
  private void struct(Member member, List<Member> inner, Value value, Place place) {
    if (!(value instanceof Value.Struct(DeviceState state))) {
      place.note("expected a map of members");
      return;
    }
    members(inner, state, place, "member " + member.name());
    Set<String> given = state.members().keySet();
    List<String> missing =
        inner.stream().map(Member::name).filter(name -> !given.contains(name)).toList();
    if (!missing.isEmpty()) {
      place.note("a struct is given whole; missing %s".formatted(String.join(", ", missing)));
    }
  }

  private void structs(
      Member member, List<Member> inner, Expression length, Value value, Place place) {
    if (!(value instanceof Value.Elements(List<Value> elements))) {
      place.note("expected a list of maps of members");
      return;
    }
    length(member, length, elements.size(), "elements", place);
    for (int i = 0; i < elements.size(); i++) {
      if (!elements.get(i).equals(Value.NULL)) {
        struct(member, inner, elements.get(i), place.item(i));
      }
    }
  }

  /// A node's members are known from the section that sends it.
  private void nodes(String member, List<Value> nodes, Place place) {
    Optional<Section> section = release.section(type).flatMap(root -> node(root, member));
    for (int i = 0; i < nodes.size(); i++) {
      if (section.isPresent() && nodes.get(i) instanceof Value.Struct(DeviceState state)) {
        Set<String> given = state.members().keySet();
        List<String> missing =
            ZeroedMemory.of(section.get()).members().keySet().stream()
                .filter(name -> !given.contains(name))
                .toList();
        if (!missing.isEmpty()) {
          place
              .item(i)
              .note("a node is given whole; missing %s".formatted(String.join(", ", missing)));
        }
      }
    }
  }

  private static Optional<Section> node(Section section, String member) {
    for (Field field : section.fields()) {
      if (field.name().equals(member) && field.type() instanceof FieldType.List(_, Section node)) {
        return Optional.of(node);
      }
    }
    return section.subsections().stream()
        .flatMap(subsection -> node(subsection.section(), member).stream())
        .findFirst();
  }

  private void length(Member member, Expression length, int found, String what, Place place) {
    OptionalLong expected = number(length);
    if (expected.isPresent() && expected.getAsLong() != found) {
      boolean declared =
          release.lineage(type).stream()
              .flatMap(one -> one.members().stream())
              .anyMatch(member::equals);
      place.note(
          "expected %d %s, found %d%s"
              .formatted(
                  expected.getAsLong(),
                  what,
                  found,
                  declared || expected.getAsLong() != 0
                      ? ""
                      : "; the members do not say how long it is"));
    }
  }

  private OptionalLong number(Expression length) {
    if (length instanceof Expression.Constant(long number)) {
      return OptionalLong.of(number);
    }
    try {
      return bindings
          .map(values -> OptionalLong.of(DeviceExpressions.number(length, values)))
          .orElse(OptionalLong.empty());
    } catch (IllegalArgumentException _) {
      return OptionalLong.empty(); // noted where the expression is
    }
  }

  private static void fits(ScalarType type, long number, Place place) {
    boolean bool = type == ScalarType.BOOL && number >> 1 != 0;
    if (bool || type.normalise(number) != number) {
      place.note("expected a number that fits %s, found %d".formatted(type.wireName(), number));
    }
  }
}
