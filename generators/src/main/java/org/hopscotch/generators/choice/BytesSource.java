package org.hopscotch.generators.choice;

/// Choices out of a fuzzer's bytes. Each takes as many bytes as its bound has, so that a changed
/// byte changes one choice and moves no other; when they run out every further one is 0.
final class BytesSource extends Source {
  private final byte[] bytes;
  private int next;

  BytesSource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  long below(long bound) {
    int width = (Long.SIZE - Long.numberOfLeadingZeros(bound - 1) + Byte.SIZE - 1) / Byte.SIZE;
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << Byte.SIZE | (next < bytes.length ? bytes[next++] & 0xff : 0);
    }
    return bound == 0 ? value : Long.remainderUnsigned(value, bound);
  }

  /// A byte of 0 never lets it happen, so that lists end where the bytes do.
  @Override
  boolean chance(int numerator, int denominator) {
    long value = below(1 << Byte.SIZE);
    return value * denominator > 255L * (denominator - numerator);
  }

  @Override
  int rest(int most) {
    return Math.min(bytes.length - next, most);
  }

  @Override
  void pass() {
    // No byte says what had to be.
  }
}
