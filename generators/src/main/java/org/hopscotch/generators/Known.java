package org.hopscotch.generators;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.ExpressionParts;

/// What is known of an expression before there is a guest: its value as far as properties alone
/// decide it, and what it speaks of.
final class Known {
  private static final String PARENT = "parent.";

  private Known() {}

  /// {@return whether a condition cannot hold on a host, whatever the guest does}
  static boolean never(Expression condition, Bindings host) {
    OptionalLong value = value(condition, host);
    return value.isPresent() && value.getAsLong() == 0;
  }

  private static OptionalLong value(Expression expression, Bindings host) {
    return switch (expression) {
      case Expression.Constant(long value) -> OptionalLong.of(value);
      case Expression.Property(String name) -> property(name, host);
      case Expression.Member _, Expression.Version _, Expression.Unknown _ -> OptionalLong.empty();
      case Expression.Unary(Expression.Prefix operator, Expression operand) -> {
        OptionalLong value = value(operand, host);
        yield value.isPresent()
            ? OptionalLong.of(operator.apply(value.getAsLong()))
            : OptionalLong.empty();
      }
      case Expression.Binary(Infix operator, Expression left, Expression right) ->
          binary(operator, value(left, host), value(right, host));
      case Expression.Conditional(Expression condition, Expression then, Expression otherwise) -> {
        OptionalLong decided = value(condition, host);
        yield decided.isEmpty()
            ? OptionalLong.empty()
            : value(decided.getAsLong() != 0 ? then : otherwise, host);
      }
    };
  }

  private static OptionalLong property(String name, Bindings host) {
    return Optional.ofNullable(host.properties().get(name))
        .map(OptionalLong::of)
        .orElseGet(() ->
            name.startsWith("host.") || name.startsWith("machine.")
                ? OptionalLong.of(0)
                : OptionalLong.empty());
  }

  private static OptionalLong binary(Infix operator, OptionalLong left, OptionalLong right) {
    if (operator == Infix.AND && (isZero(left) || isZero(right))) {
      return OptionalLong.of(0);
    }
    if (operator == Infix.OR && (isTrue(left) || isTrue(right))) {
      return OptionalLong.of(1);
    }
    return left.isPresent() && right.isPresent()
        ? OptionalLong.of(operator.apply(left.getAsLong(), right.getAsLong()))
        : OptionalLong.empty();
  }

  private static boolean isZero(OptionalLong value) {
    return value.isPresent() && value.getAsLong() == 0;
  }

  private static boolean isTrue(OptionalLong value) {
    return value.isPresent() && value.getAsLong() != 0;
  }

  // ---- what it speaks of

  /// {@return the numbers in an expression}
  static Set<Long> constants(Expression expression) {
    Set<Long> numbers = new TreeSet<>();
    ExpressionParts.visit(
        expression,
        part -> {
          if (part instanceof Expression.Constant(long number)) {
            numbers.add(number);
          }
        });
    return numbers;
  }

  /// {@return the member of the device or struct that a path begins with}
  static String head(String path) {
    String own = path.startsWith(PARENT) ? path.substring(PARENT.length()) : path;
    int end = own.length();
    for (char mark : new char[] {'.', '['}) {
      int at = own.indexOf(mark);
      end = at > 0 ? Math.min(end, at) : end;
    }
    return own.substring(0, end);
  }
}
