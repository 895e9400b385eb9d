package org.hopscotch.generators;

import java.util.Arrays;
import java.util.function.Predicate;

/// Makes a byte string that has some property as short as it can, then as plain as it can: runs are
/// left out, large ones first, then bytes become zero. Deterministic, and bounded by a number of
/// evaluations.
public final class ByteMinimizer {
  private final Predicate<byte[]> property;
  private int evaluationsLeft;
  private byte[] best;

  private ByteMinimizer(byte[] bytes, Predicate<byte[]> property, int evaluations) {
    this.best = bytes;
    this.property = property;
    this.evaluationsLeft = evaluations;
  }

  /// {@return the smallest bytes found that still have the property}
  ///
  /// @param bytes that have it
  /// @param evaluations the most times `property` is asked
  public static byte[] minimize(byte[] bytes, Predicate<byte[]> property, int evaluations) {
    ByteMinimizer minimizer = new ByteMinimizer(bytes, property, evaluations);
    int before;
    do {
      before = minimizer.best.length;
      minimizer.leaveOutRuns();
    } while (minimizer.best.length < before && minimizer.evaluationsLeft > 0);
    minimizer.zero();
    return minimizer.best;
  }

  private void leaveOutRuns() {
    for (int run = Integer.highestOneBit(Math.max(best.length, 1)); run > 0; run /= 2) {
      // From the end, so that what is left out does not move what is still to be tried.
      for (int start = (best.length - 1) / run * run; start >= 0; start -= run) {
        if (start < best.length) {
          int end = Math.min(start + run, best.length);
          byte[] shorter = new byte[best.length - (end - start)];
          System.arraycopy(best, 0, shorter, 0, start);
          System.arraycopy(best, end, shorter, start, best.length - end);
          consider(shorter);
        }
      }
    }
  }

  private void zero() {
    for (int run = Integer.highestOneBit(Math.max(best.length, 1)); run > 0; run /= 2) {
      for (int start = 0; start < best.length; start += run) {
        byte[] plainer = best.clone();
        Arrays.fill(plainer, start, Math.min(start + run, plainer.length), (byte) 0);
        if (!Arrays.equals(plainer, best)) {
          consider(plainer);
        }
      }
    }
  }

  private void consider(byte[] candidate) {
    if (evaluationsLeft > 0) {
      evaluationsLeft--;
      if (property.test(candidate)) {
        best = candidate;
      }
    }
  }
}
