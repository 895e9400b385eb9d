package org.hopscotch.model.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Evaluation;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// What a device's members hold when the device was made, and after a reset.
///
/// A member whose reset gives no value keeps the one it has; a device that was just made has
/// whatever memory held before.
final class DeviceMemory {
  /// More than any device has, and little enough to be had.
  private static final long MOST = 1L << 24;

  private final Bindings bindings;
  private final long leftover;

  /// @param leftover the bits of what nobody sets, repeated
  DeviceMemory(Bindings bindings, long leftover) {
    this.bindings = bindings;
    this.leftover = leftover;
  }

  /// {@return the members of a device that was made and reset}
  DeviceState fresh(List<Member> members) {
    return reset(members, DeviceState.EMPTY);
  }

  /// {@return `before` after a reset}
  DeviceState reset(List<Member> members, DeviceState before) {
    Map<String, Value> all = new LinkedHashMap<>(before.members());
    for (Member member : members) {
      Optional<Value> old = Optional.ofNullable(all.get(member.name()));
      all.put(member.name(), value(member, old, all));
    }
    return new DeviceState(all);
  }

  /// {@return what a member holds after a guest gave it a value: arrays stay as long as they are,
  /// lists get what is given}
  static Value entered(Value before, Value given) {
    return switch (before) {
      case Value.Numbers(long[] old) when given instanceof Value.Numbers(long[] more) -> {
        long[] all = old.clone();
        System.arraycopy(more, 0, all, 0, Math.min(old.length, more.length));
        yield new Value.Numbers(all);
      }
      case Value.Bytes(byte[] old) when given instanceof Value.Bytes(byte[] more) -> {
        byte[] all = old.clone();
        System.arraycopy(more, 0, all, 0, Math.min(old.length, more.length));
        yield new Value.Bytes(all);
      }
      case Value.Struct(DeviceState old) when given instanceof Value.Struct(DeviceState more) -> {
        Map<String, Value> all = new LinkedHashMap<>(old.members());
        more.members().forEach((name, value) -> all.merge(name, value, DeviceMemory::entered));
        yield new Value.Struct(new DeviceState(all));
      }
      case Value.Elements(List<Value> old)
          when !old.isEmpty() && given instanceof Value.Elements(List<Value> more) -> {
        List<Value> all = new ArrayList<>(old);
        for (int i = 0; i < Math.min(old.size(), more.size()); i++) {
          all.set(i, entered(old.get(i), more.get(i)));
        }
        yield new Value.Elements(all);
      }
      case Value.Number _, Value.Numbers _, Value.Bytes _, Value.Struct _ -> given;
      case Value.Elements _, Value.Null _ -> given;
    };
  }

  private Value value(Member member, Optional<Value> old, Map<String, Value> sofar) {
    return switch (member.type()) {
      case MemberType.Struct(List<Member> inner) -> struct(inner, old);
      case MemberType.Structs(List<Member> inner, Expression length, Expression present) ->
          structs(inner, length(member, length), number(present), old);
      case MemberType.Nodes _ -> reset(member, old, new Value.Elements(List.of()));
      case MemberType.Scalar(ScalarType type) ->
          member.reset().isPresent()
              ? scalar(type, evaluated(member.reset().get(), sofar))
              : old.orElse(Value.of(Evaluation.stored(type, leftover)));
      case MemberType.Scalars(ScalarType type, Expression length) ->
          numbers(member, type, length(member, length), old, sofar);
      case MemberType.Bytes(Expression length) -> bytes(member, length(member, length), old, sofar);
    };
  }

  private static Value reset(Member member, Optional<Value> old, Value empty) {
    return member.reset().isPresent() ? empty : old.orElse(empty);
  }

  private Value struct(List<Member> inner, Optional<Value> old) {
    DeviceState before =
        old.orElse(Value.NULL) instanceof Value.Struct(DeviceState state)
            ? state
            : DeviceState.EMPTY;
    return new Value.Struct(reset(inner, before));
  }

  private Value structs(List<Member> inner, int length, long present, Optional<Value> old) {
    List<Value> values = new ArrayList<>();
    List<Value> before =
        old.orElse(Value.NULL) instanceof Value.Elements(List<Value> held) ? held : List.of();
    for (int i = 0; i < length; i++) {
      Optional<Value> one = i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
      boolean there = i >= Long.SIZE || (present >>> i & 1) != 0;
      values.add(there ? struct(inner, one) : Value.NULL);
    }
    return new Value.Elements(values);
  }

  private Value numbers(
      Member member, ScalarType type, int length, Optional<Value> old, Map<String, Value> sofar) {
    if (member.reset().isEmpty() && old.isPresent()) {
      return old.get();
    }
    long[] filled = new long[length];
    Value value = member.reset().map(r -> evaluated(r, sofar)).orElse(Value.of(leftover));
    Arrays.setAll(filled, i -> Evaluation.stored(type, at(value, i)));
    return new Value.Numbers(filled);
  }

  private Value bytes(Member member, int length, Optional<Value> old, Map<String, Value> sofar) {
    if (member.reset().isEmpty() && old.isPresent()) {
      return old.get();
    }
    byte[] filled = new byte[length];
    Value value = member.reset().map(r -> evaluated(r, sofar)).orElse(Value.of(leftover));
    for (int i = 0; i < length; i++) {
      filled[i] = (byte) at(value, i);
    }
    return new Value.Bytes(filled);
  }

  private static Value scalar(ScalarType type, Value value) {
    return Value.of(Evaluation.stored(type, at(value, 0)));
  }

  private static long at(Value value, int index) {
    return switch (value) {
      case Value.Number(long number) -> number;
      case Value.Numbers(long[] numbers) -> index < numbers.length ? numbers[index] : 0;
      case Value.Bytes(byte[] bytes) -> index < bytes.length ? bytes[index] : 0;
      case Value.Struct _, Value.Elements _, Value.Null _ -> 0;
    };
  }

  private int length(Member member, Expression length) {
    long number = number(length);
    if (number < 0 || number > MOST) {
      throw new IllegalArgumentException(
          "%d is no length of member %s, at most 0x%x".formatted(number, member.name(), MOST));
    }
    return (int) number;
  }

  private long number(Expression expression) {
    return DeviceExpressions.number(expression, bindings);
  }

  private Value evaluated(Expression expression, Map<String, Value> sofar) {
    return expression instanceof Expression.Constant(long number)
        ? Value.of(number)
        : DeviceExpressions.value(expression, new DeviceState(sofar), bindings);
  }
}
