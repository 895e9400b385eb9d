package org.hopscotch.generators.choice;

import java.util.Optional;

/// The calculator of the shrinking challenge: numbers, added and divided.
sealed interface Expression {
  /// Expressions of at most 5 operations one inside the other.
  Generator<Expression> GENERATOR = choices -> drawn(choices, 5);

  /// {@return what comes out; empty when something is divided by 0}
  Optional<Integer> value();

  /// {@return whether nothing is divided by a plain 0, which would be too easy}
  boolean dividesByNoNumber0();

  /// A number.
  record Literal(int number) implements Expression {
    @Override
    public Optional<Integer> value() {
      return Optional.of(number);
    }

    @Override
    public boolean dividesByNoNumber0() {
      return true;
    }

    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  /// A sum.
  record Sum(Expression left, Expression right) implements Expression {
    @Override
    public Optional<Integer> value() {
      return left.value().flatMap(one -> right.value().map(other -> one + other));
    }

    @Override
    public boolean dividesByNoNumber0() {
      return left.dividesByNoNumber0() && right.dividesByNoNumber0();
    }

    @Override
    public String toString() {
      return "(" + left + " + " + right + ")";
    }
  }

  /// A quotient.
  record Quotient(Expression left, Expression right) implements Expression {
    @Override
    public Optional<Integer> value() {
      Optional<Integer> divisor = right.value().filter(number -> number != 0);
      return left.value().flatMap(number -> divisor.map(by -> number / by));
    }

    @Override
    public boolean dividesByNoNumber0() {
      return !right.equals(new Literal(0))
          && left.dividesByNoNumber0()
          && right.dividesByNoNumber0();
    }

    @Override
    public String toString() {
      return "(" + left + " / " + right + ")";
    }
  }

  private static Expression drawn(Choices choices, int depth) {
    return choices.span(
        "expression",
        c ->
            switch (depth == 0 ? 0 : c.below(3)) {
              case 0 -> new Literal((int) c.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
              case 1 -> new Sum(drawn(c, depth - 1), drawn(c, depth - 1));
              default -> new Quotient(drawn(c, depth - 1), drawn(c, depth - 1));
            });
  }
}
