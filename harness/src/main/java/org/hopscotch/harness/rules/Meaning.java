package org.hopscotch.harness.rules;

import java.util.Arrays;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.state.Value;

/// What expressions, counts and existence tests mean.
///
/// Everything has a value: dividing by zero gives 0, of a shift count six bits are taken. Operators
/// work on arrays element by element, a number standing for every element; `==` and `!=` compare
/// arrays as a whole. A pointer is 0 when it is NULL, else 1.
final class Meaning {
  private Meaning() {}

  /// Wire-format section 4.3.
  static boolean exists(Field field, Opaque opaque, long version) {
    return switch (field.existence()) {
      case Existence.Since(int since) -> since <= version;
      case Existence.Test(Expression test) -> holds(test, opaque, version);
    };
  }

  /// {@return a count as C's `int`, which may be negative}
  static int count(Count count, Opaque opaque) {
    return switch (count) {
      case Count.Fixed(int n) -> n;
      case Count.OfMember(String member, int times) ->
          (int) amount(opaque.get(member).value()) * times;
    };
  }

  static boolean holds(Expression condition, Opaque opaque, long version) {
    return condition instanceof Expression.Constant(long constant)
        ? constant != 0
        : isTrue(value(condition, opaque, version));
  }

  static Value value(Expression expression, Opaque opaque, long version) {
    return switch (expression) {
      case Expression.Constant(long constant) -> Value.of(constant);
      case Expression.Member(String path) -> opaque.get(path).value();
      case Expression.Property(String name) -> Value.of(opaque.property(name));
      case Expression.Version _ -> Value.of(version);
      case Expression.Unknown(String name) ->
          throw new IllegalArgumentException("nobody knows " + name);
      case Expression.Unary(Expression.Prefix operator, Expression operand) ->
          prefixed(operator, value(operand, opaque, version));
      case Expression.Binary(Infix operator, Expression left, Expression right) -> {
        Value first = value(left, opaque, version);
        if (operator == Infix.AND) {
          yield truth(isTrue(first) && holds(right, opaque, version));
        }
        if (operator == Infix.OR) {
          yield truth(isTrue(first) || holds(right, opaque, version));
        }
        yield joined(operator, first, value(right, opaque, version));
      }
      case Expression.Conditional(Expression when, Expression then, Expression otherwise) ->
          value(holds(when, opaque, version) ? then : otherwise, opaque, version);
    };
  }

  private static Value prefixed(Expression.Prefix operator, Value operand) {
    if (operator == Expression.Prefix.NOT) {
      return truth(!isTrue(operand));
    }
    if (!isArray(operand)) {
      return Value.of(
          operator == Expression.Prefix.COMPLEMENT ? ~amount(operand) : -amount(operand));
    }
    long[] result = amounts(operand);
    for (int i = 0; i < result.length; i++) {
      result[i] = operator == Expression.Prefix.COMPLEMENT ? ~result[i] : -result[i];
    }
    return new Value.Numbers(result);
  }

  private static Value joined(Infix operator, Value left, Value right) {
    if (!isArray(left) && !isArray(right)) {
      return Value.of(result(operator, amount(left), amount(right)));
    }
    if (operator == Infix.EQUAL || operator == Infix.NOT_EQUAL) {
      return truth(alike(left, right) == (operator == Infix.EQUAL));
    }
    int length = amounts(isArray(left) ? left : right).length;
    long[] one = filled(left, length);
    long[] other = filled(right, length);
    long[] result = new long[length];
    for (int i = 0; i < length; i++) {
      result[i] = result(operator, one[i], other[i]);
    }
    return new Value.Numbers(result);
  }

  private static boolean alike(Value left, Value right) {
    if (isArray(left) && isArray(right)) {
      return Arrays.equals(amounts(left), amounts(right));
    }
    int length = amounts(isArray(left) ? left : right).length;
    return Arrays.equals(filled(left, length), filled(right, length));
  }

  private static long result(Infix operator, long a, long b) {
    return switch (operator) {
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? 0 : a / b;
      case REMAINDER -> b == 0 ? 0 : a % b;
      case PLUS -> a + b;
      case MINUS -> a - b;
      case SHIFT_LEFT -> a << (b & 63);
      case SHIFT_RIGHT -> a >> (b & 63);
      case LESS -> a < b ? 1 : 0;
      case LESS_OR_EQUAL -> a <= b ? 1 : 0;
      case GREATER -> a > b ? 1 : 0;
      case GREATER_OR_EQUAL -> a >= b ? 1 : 0;
      case EQUAL -> a == b ? 1 : 0;
      case NOT_EQUAL -> a != b ? 1 : 0;
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      case AND -> a != 0 && b != 0 ? 1 : 0;
      case OR -> a != 0 || b != 0 ? 1 : 0;
    };
  }

  private static boolean isArray(Value value) {
    return value instanceof Value.Numbers || value instanceof Value.Bytes;
  }

  private static boolean isTrue(Value value) {
    if (!isArray(value)) {
      return amount(value) != 0;
    }
    for (long one : amounts(value)) {
      if (one != 0) {
        return true;
      }
    }
    return false;
  }

  private static Value truth(boolean value) {
    return Value.of(value ? 1 : 0);
  }

  private static long amount(Value value) {
    return switch (value) {
      case Value.Number(long number) -> number;
      case Value.Null _ -> 0;
      case Value.Struct _, Value.Elements _ -> 1;
      case Value.Numbers _, Value.Bytes _ ->
          throw new IllegalArgumentException("one number is due, not " + value);
    };
  }

  private static long[] amounts(Value value) {
    return switch (value) {
      case Value.Numbers(long[] numbers) -> numbers.clone();
      case Value.Bytes(byte[] bytes) -> {
        long[] unsigned = new long[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
          unsigned[i] = bytes[i] & 0xff;
        }
        yield unsigned;
      }
      case Value.Number _, Value.Struct _, Value.Elements _, Value.Null _ ->
          throw new IllegalArgumentException("an array is due, not " + value);
    };
  }

  /// {@return an array of a length: a number as often, or just this array}
  private static long[] filled(Value value, int length) {
    if (!isArray(value)) {
      long[] same = new long[length];
      Arrays.fill(same, amount(value));
      return same;
    }
    if (amounts(value).length != length) {
      throw new IllegalArgumentException("not %d elements: %s".formatted(length, value));
    }
    return amounts(value);
  }

  /// {@return a value in the shape of the one that it replaces}
  static Value shaped(Value value, Value old) {
    return switch (old) {
      case Value.Numbers(long[] numbers) -> new Value.Numbers(filled(value, numbers.length));
      case Value.Bytes(byte[] bytes) -> {
        long[] wide = filled(value, bytes.length);
        byte[] narrow = new byte[wide.length];
        for (int i = 0; i < narrow.length; i++) {
          narrow[i] = (byte) wide[i];
        }
        yield new Value.Bytes(narrow);
      }
      case Value.Number _, Value.Struct _, Value.Elements _, Value.Null _ -> value;
    };
  }

  /// {@return what a C variable of a type holds after it was set to a number}
  static long kept(ScalarType type, long number) {
    if (type == ScalarType.BOOL) {
      return number == 0 ? 0 : 1;
    }
    return switch (type.width()) {
      case 1 -> type.signed() ? (byte) number : number & 0xff;
      case 2 -> type.signed() ? (short) number : number & 0xffff;
      case 4 -> type.signed() ? (int) number : number & 0xffffffffL;
      default -> number;
    };
  }
}
