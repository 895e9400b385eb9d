package org.hopscotch.harness.rules;

import org.hopscotch.model.wire.Refusal;

/// Ends a save or load from inside.
final class RefusedByRulesException extends RuntimeException {
  @java.io.Serial private static final long serialVersionUID = 1L;
  private final transient Refusal.Reason reason;

  RefusedByRulesException(Refusal.Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  Refusal.Reason reason() {
    return reason;
  }

  /// {@return whether the process does not live to report it: a failed assertion, or memory that
  /// is not there}
  boolean isDeadly() {
    return reason instanceof Refusal.ValidationFailed || reason instanceof Refusal.OutOfBounds;
  }
}
