package org.hopscotch.generators.pass;

import java.util.Optional;
import java.util.function.Function;
import org.hopscotch.model.schema.Expression;

/// Puts something else in the place of parts of an expression.
final class Replacement {
  private Replacement() {}

  /// {@return an expression in which each part that there is something for is replaced by it}
  static Expression of(Expression in, Function<Expression, Optional<Expression>> by) {
    Optional<Expression> other = by.apply(in);
    if (other.isPresent()) {
      return other.get();
    }
    return switch (in) {
      case Expression.Constant _, Expression.Member _, Expression.Property _ -> in;
      case Expression.Version _, Expression.Unknown _ -> in;
      case Expression.Unary(var operator, Expression operand) ->
          new Expression.Unary(operator, of(operand, by));
      case Expression.Binary(var operator, Expression left, Expression right) ->
          new Expression.Binary(operator, of(left, by), of(right, by));
      case Expression.Conditional(Expression condition, Expression then, Expression otherwise) ->
          new Expression.Conditional(of(condition, by), of(then, by), of(otherwise, by));
    };
  }
}
