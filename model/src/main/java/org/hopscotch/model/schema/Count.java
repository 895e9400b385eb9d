package org.hopscotch.model.schema;

import org.hopscotch.model.schema.Expression.Infix;

/// How many elements, bytes or bits a field has. Never on the wire: the loader takes it from its
/// own memory when it reaches the field (wire-format section 4.6).
public sealed interface Count {

  /// {@return a count that the schema says}
  static Count of(int n) {
    return new Fixed(n);
  }

  /// {@return the value of a member}
  static Count of(String member) {
    return new OfMember(member, 1);
  }

  /// {@return the count that a text stands for: `8`, `num` or `num * 4`}
  ///
  /// @throws IllegalArgumentException for any other text
  static Count parse(String text) {
    return switch (ExpressionText.parse(text)) {
      case Expression.Constant(long value) -> of(exact(value));
      case Expression.Member(String path) -> of(path);
      case Expression.Binary(
              Infix operator,
              Expression.Member(String path),
              Expression.Constant(long times))
          when operator == Infix.MULTIPLY ->
          new OfMember(path, exact(times));
      case Expression.Binary _, Expression.Unary _, Expression.Conditional _ -> throw noCount(text);
      case Expression.Property _, Expression.Version _, Expression.Unknown _ -> throw noCount(text);
    };
  }

  private static IllegalArgumentException noCount(String text) {
    return new IllegalArgumentException(
        "expected a number, a member, or a member times a number, found '%s'".formatted(text));
  }

  private static int exact(long number) {
    if (number != (int) number) {
      throw new IllegalArgumentException("expected a number of at most 32 bits, found " + number);
    }
    return (int) number;
  }

  /// A count that the schema says.
  record Fixed(int n) implements Count {

    /// @throws IllegalArgumentException when negative
    public Fixed {
      if (n < 0) {
        throw new IllegalArgumentException("negative count " + n);
      }
    }
  }

  /// The value of a member, as C's `int`, times a constant: `MULTIPLY` and `MULTIPLY_ELEMENTS`.
  record OfMember(String member, int times) implements Count {}
}
