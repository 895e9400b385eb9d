package org.hopscotch.model.wire;

import java.io.Serial;

/// Carries a {@link Refusal} out of nested reading. Without a stack trace, since malformed input is
/// ordinary here: a fuzzer meets it a million times a second.
public final class RefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(null, null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  @Override
  public String getMessage() {
    return refusal.toString();
  }
}
