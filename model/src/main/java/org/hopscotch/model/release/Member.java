package org.hopscotch.model.release;

import java.util.Optional;
import org.hopscotch.model.schema.Expression;

/// A member of a device's memory. Whether and how it travels is said by the fields of sections.
///
/// @param reset the value that a start and a reset give it, over the device's properties; a number
///     fills arrays. Without it both leave what was there, which is anything
/// @param visible whether the guest sees it
/// @param meaningful when its value counts; at other times it may be garbage
/// @param implied its value in a guest that is older than the member, over the properties; a
///     number fills arrays. Without it such a guest has none that could be compared
public record Member(
    String name,
    MemberType type,
    Optional<Expression> reset,
    boolean visible,
    Expression meaningful,
    Optional<Expression> implied,
    Expression legal) {

  /// A member that may have every value of its type.
  public Member(
      String name,
      MemberType type,
      Optional<Expression> reset,
      boolean visible,
      Expression meaningful,
      Optional<Expression> implied) {
    this(name, type, reset, visible, meaningful, implied, Expression.TRUE);
  }

  /// A visible member that is always meaningful, 0 after a reset and in older guests.
  public Member(String name, MemberType type) {
    this(
        name,
        type,
        Optional.of(Expression.FALSE),
        true,
        Expression.TRUE,
        Optional.of(Expression.FALSE));
  }

  /// {@return this member with another value after start and reset}
  ///
  /// @param value an expression over the device's properties
  public Member reset(String value) {
    return new Member(
        name, type, Optional.of(Expression.of(value)), visible, meaningful, implied, legal);
  }

  /// {@return this member as one that the guest does not see}
  public Member hidden() {
    return new Member(name, type, reset, false, meaningful, implied, legal);
  }

  /// {@return this member as one whose value counts only while a condition holds}
  public Member meaningful(String condition) {
    return new Member(name, type, reset, visible, Expression.of(condition), implied, legal);
  }

  /// {@return this member with another value in guests that are older than it}
  ///
  /// @param value an expression over the device's properties
  public Member implied(String value) {
    return new Member(
        name, type, reset, visible, meaningful, Optional.of(Expression.of(value)), legal);
  }

  /// {@return this member as one without value in guests that are older than it}
  public Member impliedNothing() {
    return new Member(name, type, reset, visible, meaningful, Optional.empty(), legal);
  }

  /// {@return this member as one that start and reset leave alone}
  public Member leftFree() {
    return new Member(name, type, Optional.empty(), visible, meaningful, implied, legal);
  }

  /// {@return this member as one that a guest gives only values for which a condition holds}
  public Member legal(String condition) {
    return new Member(name, type, reset, visible, meaningful, implied, Expression.of(condition));
  }
}
