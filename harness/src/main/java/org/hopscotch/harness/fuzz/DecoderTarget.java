package org.hopscotch.harness.fuzz;

import org.hopscotch.harness.invariant.DecoderTotal;

/// Any bytes, read as a migration stream: `decoder-total`.
public final class DecoderTarget {
  private static final DecoderTotal INVARIANT = new DecoderTotal();

  private DecoderTarget() {}

  /// Judges one input.
  ///
  /// @throws BrokenPromiseError when the promise was broken
  public static void run(byte[] input) {
    BrokenPromiseError.throwIfViolated(INVARIANT.judge(input).judgement());
  }
}
