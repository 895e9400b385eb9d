package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// Draws other values than those of a reset for the members of one device or struct: such as a
/// guest can give them. What `legal` forbids is not drawn, nor what is none of {@link FreeMembers}.
final class MemberValues {
  private static final Section NOTHING = new Section("", 0, 0);
  private static final List<Integer> NEAR = List.of(0, 1, -1);
  private static final int TRIES = 4;
  private static final int MOST_ELEMENTS = 4;
  private static final int SWARM = 16;

  private final Choices choices;
  private final StructUse use;
  private final Bindings host;
  private final Optional<Scope> around;
  private final DeviceState reset;
  private DeviceState state;

  private MemberValues(
      Choices choices, StructUse use, Bindings host, Optional<Scope> around, DeviceState reset) {
    this.choices = choices;
    this.use = use;
    this.host = host;
    this.around = around;
    this.reset = reset;
    this.state = reset;
  }

  /// {@return the state of a device, of which some members are not as a reset leaves them}
  ///
  /// @param swarm a bit for each member, over and over: whether it may be drawn
  static DeviceState draw(
      Choices choices,
      StructUse use,
      List<Member> members,
      DeviceState reset,
      Bindings host,
      long swarm) {
    return new MemberValues(choices, use, host, Optional.empty(), reset).draw(members, swarm);
  }

  /// Counts are drawn before what they count.
  private DeviceState draw(List<Member> members, long swarm) {
    List<Member> ordered = new ArrayList<>(members);
    ordered.sort(Comparator.comparing(member -> use.fields().countedBy(member.name()).isEmpty()));
    int place = 0;
    for (Member member : ordered) {
      boolean on = (swarm >>> (place++ % SWARM) & 1) != 0;
      if (on && FreeMembers.isFree(member, use, host, reset) && choices.chance(1, 2)) {
        Optional<Value> before = reset.find(member.name());
        before
            .map(value -> choices.span("member", _ -> value(member, value)))
            .ifPresent(value -> state = state.with(member.name(), value));
      }
    }
    ordered.forEach(this::settle);
    return state;
  }

  /// Puts back what has become illegal by what was drawn later, and mostly what does not count.
  private void settle(Member member) {
    Optional<Value> before = reset.find(member.name());
    Optional<Value> drawn = state.find(member.name());
    if (before.isPresent() && !before.equals(drawn)) {
      boolean counts = holds(member.meaningful(), state) || choices.chance(1, 8);
      if (!counts || !isLegal(member, drawn.orElseThrow())) {
        state = state.with(member.name(), before.get());
      }
    }
  }

  // ---- values

  private Value value(Member member, Value before) {
    return switch (member.type()) {
      case MemberType.Scalar(ScalarType type) when before instanceof Value.Number(long number) ->
          Value.of(number(member, type, number));
      case MemberType.Scalars(ScalarType type, _)
          when before instanceof Value.Numbers(long[] numbers) ->
          numbers(member, type, numbers.clone());
      case MemberType.Bytes _ when before instanceof Value.Bytes(byte[] bytes) ->
          bytes(member, bytes.clone());
      case MemberType.Struct(List<Member> inner)
          when before instanceof Value.Struct(DeviceState struct) ->
          struct(member, inner, struct);
      case MemberType.Structs(List<Member> inner, _, _)
          when before instanceof Value.Elements(List<Value> elements) ->
          structs(member, inner, elements);
      case MemberType.Nodes _ -> nodes(member, before);
      case MemberType.Scalar _, MemberType.Scalars _, MemberType.Bytes _ -> before;
      case MemberType.Struct _, MemberType.Structs _ -> before;
    };
  }

  private long number(Member member, ScalarType type, long before) {
    for (int i = 0; i < TRIES; i++) {
      long drawn = candidate(member, type, before);
      if (drawn == before || isLegal(member, Value.of(drawn))) {
        return drawn;
      }
    }
    return before;
  }

  private long candidate(Member member, ScalarType type, long before) {
    OptionalLong most = FreeMembers.most(member.name(), use, reset);
    if (most.isPresent()) {
      return choices.integer(0, most.getAsLong());
    }
    if (use.fields().sent(member.name()).stream().anyMatch(MemberValues::isLimited)) {
      return choices.integer(0, Math.max(before, 0));
    }
    if (use.fields().sent(member.name()).stream()
        .anyMatch(one -> one.type() instanceof FieldType.PciIrqState)) {
      return choices.below(2);
    }
    List<Long> constants = constants(member);
    return choices.chance(1, 2) && !constants.isEmpty()
        ? Scalars.cut(type, choices.oneOf(constants) + choices.oneOf(NEAR))
        : Scalars.draw(choices, type);
  }

  private static boolean isLimited(FieldUse.Sent sent) {
    return sent.type().equals(new FieldType.Scalar(ScalarType.INT32_POSITIVE_LE));
  }

  /// {@return numbers at which something changes that concerns the member}
  private List<Long> constants(Member member) {
    Set<Long> all =
        new LinkedHashSet<>(use.mentions().members().getOrDefault(member.name(), Set.of()));
    if (!member.legal().equals(Expression.TRUE)) {
      all.addAll(Known.constants(member.legal()));
    }
    member.implied().ifPresent(value -> all.addAll(Known.constants(value)));
    return List.copyOf(all);
  }

  private Value numbers(Member member, ScalarType type, long[] numbers) {
    int reach = reach(member.name(), numbers.length);
    if (reach > 0) {
      choices.list(
          "element",
          1,
          MOST_ELEMENTS,
          _ -> {
            int at = choices.below(reach);
            numbers[at] = number(member, type, numbers[at]);
            return at;
          });
    }
    return new Value.Numbers(numbers);
  }

  private Value bytes(Member member, byte[] bytes) {
    byte[] fixed = fixedBits(member.name(), bytes.length);
    int reach = reach(member.name(), bytes.length);
    if (reach > 0) {
      choices.list(
          "element",
          1,
          MOST_ELEMENTS,
          _ -> {
            int at = choices.below(reach);
            long drawn = number(member, ScalarType.UINT8, bytes[at] & 0xff);
            bytes[at] = (byte) ((bytes[at] & fixed[at]) | (drawn & ~fixed[at]));
            return at;
          });
    }
    return new Value.Bytes(bytes);
  }

  /// {@return the bits of PCI configuration that the loader compares with its own}
  private byte[] fixedBits(String member, int length) {
    byte[] fixed = new byte[length];
    if (use.fields().sent(member).stream()
        .anyMatch(one -> one.type() instanceof FieldType.PciConfig)) {
      for (int i = 0; i < length; i++) {
        fixed[i] = (byte) (mask("cmask", i) & ~mask("wmask", i) & ~mask("w1cmask", i));
      }
    }
    return fixed;
  }

  private int mask(String name, int at) {
    return reset.find(name).orElse(Value.NULL) instanceof Value.Bytes(byte[] bytes)
            && at < bytes.length
        ? bytes[at]
        : 0;
  }

  /// {@return how many elements of an array there are, as far as its counts reach}
  private int reach(String array, int length) {
    return (int)
        use.fields().countersOf(array).stream()
            .mapToLong(one ->
                state.find(one.counter()).orElse(Value.NULL) instanceof Value.Number(long count)
                    ? one.reach(count)
                    : length)
            .map(reach -> Math.clamp(reach, 0, length))
            .min()
            .orElse(length);
  }

  private Value struct(Member member, List<Member> inner, DeviceState before) {
    MemberValues inside =
        new MemberValues(choices, use.in(member.name()), host, Optional.of(scope(state)), before);
    return new Value.Struct(inside.draw(inner, -1));
  }

  private Value structs(Member member, List<Member> inner, List<Value> before) {
    List<Value> elements = new ArrayList<>(before);
    int reach = reach(member.name(), elements.size());
    if (reach > 0) {
      choices.list(
          "element",
          1,
          MOST_ELEMENTS,
          _ -> {
            int at = choices.below(reach);
            if (elements.get(at) instanceof Value.Struct(DeviceState one)) {
              elements.set(at, struct(member, inner, one));
            }
            return at;
          });
    }
    return new Value.Elements(elements);
  }

  private Value nodes(Member member, Value before) {
    for (FieldUse.Sent sent : use.fields().sent(member.name())) {
      if (sent.type() instanceof FieldType.List list) {
        return DeviceStates.nodes(choices, list);
      } else if (sent.type() instanceof FieldType.Tree tree) {
        return DeviceStates.nodes(choices, tree);
      }
    }
    return before;
  }

  // ---- what is legal

  /// {@return whether a guest can give a member a value; of an array, each of its numbers}
  private boolean isLegal(Member member, Value value) {
    if (member.legal().equals(Expression.TRUE)) {
      return true;
    }
    return switch (value) {
      case Value.Numbers(long[] numbers) -> {
        boolean all = true;
        for (long number : numbers) {
          all &= holds(member.legal(), state.with(member.name(), number));
        }
        yield all;
      }
      case Value.Bytes(byte[] bytes) -> {
        boolean all = true;
        for (byte one : bytes) {
          all &= holds(member.legal(), state.with(member.name(), one & 0xff));
        }
        yield all;
      }
      case Value.Number _, Value.Struct _, Value.Elements _, Value.Null _ ->
          holds(member.legal(), state.with(member.name(), value));
    };
  }

  private boolean holds(Expression condition, DeviceState in) {
    return scope(in).holds(condition, 0);
  }

  private Scope scope(DeviceState in) {
    return around
        .map(outer -> outer.child(NOTHING, in))
        .orElseGet(() -> new Scope(NOTHING, in, host));
  }
}
