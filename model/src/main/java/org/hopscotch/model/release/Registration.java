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
}
