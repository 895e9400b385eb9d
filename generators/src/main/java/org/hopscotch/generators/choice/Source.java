package org.hopscotch.generators.choice;

/// Where choices come from. Bounds are unsigned; 0 stands for 2^64.
abstract sealed class Source permits SeededSource, RecordedSource, BytesSource {
  /// How long a list is to become, when the source has no plan: its flags tell.
  static final int UNPLANNED = -1;

  /// {@return a number below `bound`}
  abstract long below(long bound);

  /// {@return a number below `bound`; a source that means to explore prefers edges}
  long biased(long bound) {
    return below(bound);
  }

  /// {@return whether something of probability `numerator / denominator` happens}
  abstract boolean chance(int numerator, int denominator);

  /// {@return the place of one of the lowest `count` bits of `mask`, a set one; 0 when what the
  /// source says is not set}
  int oneOf(long mask, int count) {
    int bit = (int) below(count);
    return (mask >>> bit & 1) == 0 ? 0 : bit;
  }

  /// {@return whether features are ever switched off in a case}
  boolean swarms() {
    return true;
  }

  /// {@return how many elements a list of `min` to `max` is to have, or {@link #UNPLANNED}}
  int length(int min, int max) {
    return UNPLANNED;
  }

  /// {@return of how many bytes, up to `most`, the rest is to be made}
  abstract int rest(int most);

  /// Passes over a choice that the generator had to make as it did.
  abstract void pass();
}
