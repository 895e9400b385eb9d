package org.hopscotch.harness.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.Value;

/// What a start and a reset do to a device's members: each gets its reset value in turn; one
/// without keeps what it has, and at a start that is whatever the memory held.
///
/// @param leftover what memory holds that nobody set
record RulesMemory(Map<String, Long> properties, long leftover) {
  private static final Section NOTHING = new Section("", 0, 0);

  void reset(Map<String, Cell> members, List<Member> declared) {
    for (Member member : declared) {
      Optional<Cell> before = Optional.ofNullable(members.get(member.name()));
      members.put(member.name(), reset(member, before, members));
    }
  }

  private Cell reset(Member member, Optional<Cell> before, Map<String, Cell> around) {
    return switch (member.type()) {
      case MemberType.Struct(List<Member> inner) -> struct(inner, before);
      case MemberType.Structs(List<Member> inner, Expression length, Expression present) -> {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < number(length); i++) {
          boolean isThere = i >= 64 || (number(present) >> i & 1) != 0;
          Optional<Cell> old = before.isPresent() ? at(before.get().elements(), i) : before;
          cells.add(isThere ? struct(inner, old) : Cell.nothing());
        }
        yield new Cell.Elements(cells);
      }
      case MemberType.Nodes _ ->
          before.isPresent() && member.reset().isEmpty()
              ? before.get()
              : new Cell.Elements(new ArrayList<>());
      case MemberType.Scalar(ScalarType type) ->
          before.isPresent() && member.reset().isEmpty()
              ? before.get()
              : Cell.of(Meaning.kept(type, at(value(member, around), 0)));
      case MemberType.Scalars(ScalarType type, Expression length) -> {
        if (before.isPresent() && member.reset().isEmpty()) {
          yield before.get();
        }
        Value value = value(member, around);
        long[] numbers = new long[(int) number(length)];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = Meaning.kept(type, at(value, i));
        }
        yield new Cell.Leaf(new Value.Numbers(numbers));
      }
      case MemberType.Bytes(Expression length) -> {
        if (before.isPresent() && member.reset().isEmpty()) {
          yield before.get();
        }
        Value value = value(member, around);
        byte[] bytes = new byte[(int) number(length)];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) at(value, i);
        }
        yield new Cell.Leaf(new Value.Bytes(bytes));
      }
    };
  }

  private Cell struct(List<Member> inner, Optional<Cell> before) {
    Cell struct =
        before.isPresent() && before.get() instanceof Cell.Struct
            ? before.get()
            : new Cell.Struct(new LinkedHashMap<>());
    reset(struct.struct(), inner);
    return struct;
  }

  private static Optional<Cell> at(List<Cell> cells, int index) {
    return index < cells.size() ? Optional.of(cells.get(index)) : Optional.empty();
  }

  private Value value(Member member, Map<String, Cell> around) {
    return member.reset().isPresent()
        ? Meaning.value(member.reset().get(), Opaque.device(NOTHING, around, properties), 0)
        : Value.of(leftover);
  }

  /// {@return one element of a value; a number is all of them, and what an array lacks is 0}
  private static long at(Value value, int index) {
    return switch (value) {
      case Value.Number(long number) -> number;
      case Value.Numbers(long[] numbers) -> index < numbers.length ? numbers[index] : 0;
      case Value.Bytes(byte[] bytes) -> index < bytes.length ? bytes[index] : 0;
      case Value.Struct _, Value.Elements _, Value.Null _ -> 0;
    };
  }

  private long number(Expression expression) {
    Opaque nowhere = Opaque.device(NOTHING, Map.of(), properties);
    return Cell.of(Meaning.value(expression, nowhere, 0)).number();
  }
}
