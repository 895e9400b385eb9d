package org.hopscotch.generators.history;

import java.util.Optional;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.ScalarType;

/// Expressions and members in few words.
final class Say {
  private Say() {}

  static Expression number(long value) {
    return value == 0
        ? Expression.FALSE
        : value == 1 ? Expression.TRUE : new Expression.Constant(value);
  }

  static Expression member(String name) {
    return new Expression.Member(name);
  }

  static Expression property(String name) {
    return new Expression.Property(name);
  }

  static Expression not(Expression operand) {
    return new Expression.Unary(Expression.Prefix.NOT, operand);
  }

  static Expression and(Expression one, Expression other) {
    if (one.equals(Expression.TRUE)) {
      return other;
    }
    return other.equals(Expression.TRUE) ? one : binary(Infix.AND, one, other);
  }

  static Expression binary(Infix operator, Expression left, Expression right) {
    return new Expression.Binary(operator, left, right);
  }

  static Expression differs(String member, long value) {
    return binary(Infix.NOT_EQUAL, member(member), number(value));
  }

  static Expression atMost(String member, long value) {
    return binary(Infix.LESS_OR_EQUAL, member(member), number(value));
  }

  /// {@return a visible member that a reset sets to a number, as it is in older guests}
  static Member member(String name, MemberType type, long reset) {
    Optional<Expression> value = Optional.of(number(reset));
    return new Member(name, type, value, true, Expression.TRUE, value);
  }

  /// {@return one number}
  static Member scalar(String name, ScalarType type, long reset) {
    return member(name, new MemberType.Scalar(type), reset);
  }

  /// {@return several numbers}
  static Member scalars(String name, ScalarType type, int length) {
    return member(name, new MemberType.Scalars(type, number(length)), 0);
  }

  /// {@return bytes}
  static Member bytes(String name, int length) {
    return member(name, new MemberType.Bytes(number(length)), 0);
  }

  /// {@return a member as one with values that a condition takes only}
  static Member legal(Member one, Expression condition) {
    return new Member(
        one.name(),
        one.type(),
        one.reset(),
        one.visible(),
        one.meaningful(),
        one.implied(),
        condition);
  }
}
