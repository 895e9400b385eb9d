package org.hopscotch.harness.repair;

import java.util.Optional;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;

/// What an expression comes to where that does not depend on the guest.
///
/// @param bindings the properties of the host
/// @param version of the section
record Constants(Bindings bindings, int version) {

  /// {@return the value; empty where members or the unknown decide}
  Optional<Long> of(Expression expression) {
    return switch (expression) {
      case Expression.Constant(long value) -> Optional.of(value);
      case Expression.Property(String name) -> property(name);
      case Expression.Version _ -> Optional.of((long) version);
      case Expression.Member _, Expression.Unknown _ -> Optional.empty();
      case Expression.Unary u -> of(u.operand()).map(u.operator()::apply);
      case Expression.Binary b -> binary(b.operator(), of(b.left()), of(b.right()));
      case Expression.Conditional c ->
          of(c.condition()).flatMap(holds -> of(holds != 0 ? c.then() : c.otherwise()));
    };
  }

  private Optional<Long> property(String name) {
    return bindings.properties().containsKey(name)
        ? Optional.of(bindings.property(name))
        : Optional.empty();
  }

  private static Optional<Long> binary(
      Expression.Infix operator, Optional<Long> left, Optional<Long> right) {
    if (left.isPresent() && right.isPresent()) {
      return Optional.of(operator.apply(left.get(), right.get()));
    }
    Optional<Long> one = left.or(() -> right);
    return switch (operator) {
      case AND -> one.filter(value -> value == 0);
      case OR -> one.filter(value -> value != 0).map(_ -> 1L);
      case MULTIPLY, BIT_AND -> one.filter(value -> value == 0);
      case DIVIDE, REMAINDER, PLUS, MINUS, SHIFT_LEFT, SHIFT_RIGHT -> Optional.empty();
      case LESS_OR_EQUAL, GREATER_OR_EQUAL, LESS, GREATER, EQUAL, NOT_EQUAL -> Optional.empty();
      case BIT_XOR, BIT_OR -> Optional.empty();
    };
  }

  /// {@return whether a condition may hold for some guest}
  boolean mayHold(Expression condition) {
    return of(condition).map(value -> value != 0).orElse(true);
  }
}
