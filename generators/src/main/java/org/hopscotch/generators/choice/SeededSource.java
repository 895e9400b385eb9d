package org.hopscotch.generators.choice;

import java.util.SplittableRandom;

/// Random choices, biased to where bugs live.
sealed class SeededSource extends Source permits UniformSource {
  private static final int LONGEST_TAIL = 16;
  private static final int SMALL = 16;

  private final SplittableRandom random;

  SeededSource(long seed) {
    this.random = new SplittableRandom(seed);
  }

  @Override
  final long below(long bound) {
    long bits = random.nextLong();
    return bound == 0 ? bits : Math.unsignedMultiplyHigh(bits, bound);
  }

  /// A quarter each: anything, small numbers, neighbours of powers of two, neighbours of the ends
  /// and the middle.
  @Override
  long biased(long bound) {
    long bits = random.nextLong();
    long value =
        switch ((int) bits & 3) {
          case 0 -> below(bound);
          case 1 -> bits >>> 2 & SMALL - 1;
          case 2 -> (1L << place(bound, bits)) + (bits >>> 2 & 3) - 1;
          default -> end(bound, bits >>> 2);
        };
    return bound == 0 || Long.compareUnsigned(value, bound) < 0 ? value : below(bound);
  }

  /// A bit that numbers below `bound` have.
  private static int place(long bound, long bits) {
    int width = Long.SIZE - Long.numberOfLeadingZeros(bound - 1);
    return (int) (((bits >>> Integer.SIZE) * width) >>> Integer.SIZE);
  }

  private static long end(long bound, long bits) {
    long last = bound - 1;
    return switch ((int) bits & 7) {
      case 0 -> 0;
      case 1 -> last;
      case 2 -> last - 1;
      case 3 -> last >>> 1;
      case 4 -> (last >>> 1) + 1;
      case 5 -> (last >>> 1) - 1;
      case 6 -> 1;
      default -> last - (bits >>> 3 & SMALL - 1);
    };
  }

  @Override
  final boolean chance(int numerator, int denominator) {
    return below(denominator) < numerator;
  }

  @Override
  final int oneOf(long mask, int count) {
    int nth = (int) below(Long.bitCount(mask));
    long left = mask;
    for (int i = 0; i < nth; i++) {
      left &= left - 1;
    }
    return Long.numberOfTrailingZeros(left);
  }

  /// An eighth each empty and full, else mostly short.
  @Override
  int length(int min, int max) {
    long bits = random.nextLong();
    int span = max - min;
    return switch ((int) bits & 7) {
      case 0 -> min;
      case 1 -> min + Math.min(span, LONGEST_TAIL);
      case 2 -> min + (int) Math.unsignedMultiplyHigh(bits, span + 1L);
      default -> min + Math.min(span, Long.numberOfTrailingZeros(bits >>> 3) + 1);
    };
  }

  @Override
  final int rest(int most) {
    return length(0, most);
  }

  @Override
  final void pass() {
    // Nothing was drawn for it.
  }
}
