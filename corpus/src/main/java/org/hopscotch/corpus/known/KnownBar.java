package org.hopscotch.corpus.known;

/// A base address register: where it lies, and how much it maps.
///
/// @param number from 0, two of them for a 64-bit one
/// @param io whether it maps ports rather than memory
/// @param wide whether the next register is its upper half
/// @param size in bytes, a power of two
public record KnownBar(int number, boolean io, boolean wide, long size) {

  private static final int FIRST = 0x10;
  private static final int BYTES = 4;
  private static final int WIDE = 0x04;

  /// @throws IllegalArgumentException for a size that is no power of two
  public KnownBar {
    if (Long.bitCount(size) != 1) {
      throw new IllegalArgumentException("not a power of two: " + size);
    }
  }

  /// {@return where it lies in the configuration space}
  public int offset() {
    return FIRST + number * BYTES;
  }

  /// {@return how many bytes it has there}
  public int bytes() {
    return wide ? 2 * BYTES : BYTES;
  }

  /// {@return whether what stands in its place says that it is of this kind}
  boolean fits(byte[] config) {
    int kind = config[offset()];
    return (kind & 1) == (io ? 1 : 0) && (io || (kind & WIDE) == (wide ? WIDE : 0));
  }
}
