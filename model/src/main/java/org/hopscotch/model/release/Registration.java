package org.hopscotch.model.release;

import java.util.Optional;
import java.util.OptionalInt;
import org.hopscotch.model.schema.Expression;

/// How a device registers its section (wire-format section 3.1).
///
/// @param priority higher ones are saved first
/// @param instanceId given by the device itself, over its properties; without it, and where it is
///     -1, counted among equal names
/// @param aliasId another instance id under which it is found
/// @param below whether the device's path, if it has one, stands before the section's name
/// @param needed whether the section is sent at all
/// @param unmigratable when the guest may not leave, nor arrive
/// @param earlySetup sent before RAM pages
public record Registration(
    int priority,
    Optional<Expression> instanceId,
    OptionalInt aliasId,
    Expression below,
    Expression needed,
    Expression unmigratable,
    boolean earlySetup) {

  /// A section like most: default priority, counted, always sent.
  public static final Registration USUAL =
      new Registration(
          0,
          Optional.empty(),
          OptionalInt.empty(),
          Expression.TRUE,
          Expression.TRUE,
          Expression.FALSE,
          false);

  /// {@return this registration with another priority}
  public Registration priority(int other) {
    return new Registration(other, instanceId, aliasId, below, needed, unmigratable, earlySetup);
  }

  /// {@return this registration with an instance id of the device's own, over its properties}
  public Registration instanceId(Expression id) {
    return new Registration(
        priority, Optional.of(id), aliasId, below, needed, unmigratable, earlySetup);
  }

  /// {@return this registration with another instance id to be found under}
  public Registration aliasId(int id) {
    return new Registration(
        priority, instanceId, OptionalInt.of(id), below, needed, unmigratable, earlySetup);
  }

  /// {@return this registration of a section whose name follows the device's path while a condition
  /// holds}
  public Registration below(Expression condition) {
    return new Registration(
        priority, instanceId, aliasId, condition, needed, unmigratable, earlySetup);
  }

  /// {@return this registration of a section that is sent only while a condition holds}
  public Registration needed(Expression condition) {
    return new Registration(
        priority, instanceId, aliasId, below, condition, unmigratable, earlySetup);
  }

  /// {@return this registration of a guest that stays while a condition holds}
  public Registration unmigratable(Expression condition) {
    return new Registration(priority, instanceId, aliasId, below, needed, condition, earlySetup);
  }

  /// {@return this registration of a section that is sent before RAM pages}
  public Registration sentEarly() {
    return new Registration(priority, instanceId, aliasId, below, needed, unmigratable, true);
  }
}
