package org.hopscotch.model.schema;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.state.Value;

/// The meaning of an {@link Expression}.
///
/// Operators work element by element on arrays and bytes, a number standing for each element; `==`
/// and `!=` compare arrays as a whole. A pointer counts as 0 when it is NULL and as 1 otherwise.
public final class Evaluation {
  private Evaluation() {}

  /// {@return whether a condition holds: its value is not 0, or for an array not all 0}
  public static boolean holds(Expression condition, Environment in) {
    return isTrue(value(condition, in));
  }

  /// {@return the number of elements, bytes or bits, as C's `int`}
  public static int count(Count count, Environment in) {
    return switch (count) {
      case Count.Fixed fixed -> fixed.n();
      case Count.OfMember of -> (int) number(in.member(of.member())) * of.times();
    };
  }

  /// {@return the value of an expression: a number, or numbers}
  public static Value value(Expression expression, Environment in) {
    return switch (expression) {
      case Expression.Constant c -> Value.of(c.value());
      case Expression.Member m -> in.member(m.path());
      case Expression.Property p -> Value.of(in.property(p.name()));
      case Expression.Version _ -> Value.of(in.version());
      case Expression.Unknown u -> truth(in.unknown(u.name()));
      case Expression.Unary u -> unary(u, in);
      case Expression.Binary b -> binary(b, in);
      case Expression.Conditional c ->
          value(holds(c.condition(), in) ? c.then() : c.otherwise(), in);
    };
  }

  private static Value unary(Expression.Unary unary, Environment in) {
    Value operand = value(unary.operand(), in);
    if (unary.operator() == Expression.Prefix.NOT) {
      return truth(!isTrue(operand));
    }
    return isArray(operand)
        ? new Value.Numbers(Arrays.stream(numbers(operand)).map(unary.operator()::apply).toArray())
        : Value.of(unary.operator().apply(number(operand)));
  }

  private static Value binary(Expression.Binary binary, Environment in) {
    Value left = value(binary.left(), in);
    if (binary.operator() == Infix.AND || binary.operator() == Infix.OR) {
      boolean decided = isTrue(left) == (binary.operator() == Infix.OR);
      return truth(decided ? isTrue(left) : holds(binary.right(), in));
    }
    Value right = value(binary.right(), in);
    if (!isArray(left) && !isArray(right)) {
      return Value.of(binary.operator().apply(number(left), number(right)));
    }
    return switch (binary.operator()) {
      case EQUAL -> truth(allEqual(left, right));
      case NOT_EQUAL -> truth(!allEqual(left, right));
      default -> new Value.Numbers(elementwise(left, right, binary.operator()::apply));
    };
  }

  private static boolean allEqual(Value left, Value right) {
    if (isArray(left) && isArray(right) && numbers(left).length != numbers(right).length) {
      return false;
    }
    return Arrays.stream(elementwise(left, right, (l, r) -> l ^ r)).allMatch(bits -> bits == 0);
  }

  private static long[] elementwise(Value left, Value right, LongBinaryOperator operator) {
    int length = isArray(left) ? numbers(left).length : numbers(right).length;
    long[] l = spread(left, length);
    long[] r = spread(right, length);
    long[] result = new long[length];
    for (int i = 0; i < length; i++) {
      result[i] = operator.applyAsLong(l[i], r[i]);
    }
    return result;
  }

  private static long[] spread(Value value, int length) {
    if (!isArray(value)) {
      long[] same = new long[length];
      Arrays.fill(same, number(value));
      return same;
    }
    if (numbers(value).length != length) {
      throw new IllegalArgumentException(
          "arrays of %d and %d elements".formatted(length, numbers(value).length));
    }
    return numbers(value);
  }

  private static boolean isArray(Value value) {
    return value instanceof Value.Numbers || value instanceof Value.Bytes;
  }

  private static boolean isTrue(Value value) {
    return isArray(value)
        ? Arrays.stream(numbers(value)).anyMatch(n -> n != 0)
        : number(value) != 0;
  }

  private static Value truth(boolean value) {
    return Value.of(value ? 1 : 0);
  }

  private static long number(Value value) {
    return switch (value) {
      case Value.Number n -> n.value();
      case Value.Null _ -> 0;
      case Value.Struct _, Value.Elements _ -> 1;
      case Value.Numbers _, Value.Bytes _ ->
          throw new IllegalArgumentException("an array where a number is due: " + value);
    };
  }

  /// {@return what a member of a type holds after `value` was assigned to it: a `bool` 0 or 1, an
  /// integer its low bytes}
  public static long stored(ScalarType type, long value) {
    return type == ScalarType.BOOL ? value == 0 ? 0 : 1 : type.normalise(value);
  }

  private static long[] numbers(Value value) {
    return switch (value) {
      case Value.Numbers n -> n.values();
      case Value.Bytes b -> {
        long[] numbers = new long[b.bytes().length];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = b.bytes()[i] & 0xff;
        }
        yield numbers;
      }
      case Value.Number _, Value.Struct _, Value.Elements _, Value.Null _ ->
          throw new IllegalArgumentException("not an array: " + value);
    };
  }

  /// {@return a value as a member of a kind takes it that `old` shows: a number fills an array, and
  /// numbers become bytes}
  static Value converted(Value value, Value old) {
    return switch (old) {
      case Value.Numbers numbers -> new Value.Numbers(spread(value, numbers.values().length));
      case Value.Bytes bytes -> {
        long[] numbers = spread(value, bytes.bytes().length);
        byte[] narrow = new byte[numbers.length];
        for (int i = 0; i < narrow.length; i++) {
          narrow[i] = (byte) numbers[i];
        }
        yield new Value.Bytes(narrow);
      }
      case Value.Number _, Value.Struct _, Value.Elements _, Value.Null _ -> value;
    };
  }
}
