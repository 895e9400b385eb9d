package org.hopscotch.generators.choice;

/// Choices made before, perhaps edited: one too large for its bound is taken as the largest that
/// fits, and when they run out every further one is 0.
final class RecordedSource extends Source {
  private final long[] values;
  private int next;

  RecordedSource(long[] values) {
    this.values = values;
  }

  @Override
  long below(long bound) {
    if (next >= values.length) {
      return 0;
    }
    long value = values[next++];
    return bound == 0 || Long.compareUnsigned(value, bound) < 0 ? value : bound - 1;
  }

  @Override
  long biased(long bound) {
    return below(bound);
  }

  @Override
  boolean chance(int numerator, int denominator) {
    return below(2) != 0;
  }

  @Override
  int oneOf(long mask, int count) {
    int bit = (int) below(count);
    return (mask >>> bit & 1) == 0 ? 0 : bit;
  }

  @Override
  int length(int min, int max) {
    return UNPLANNED;
  }

  @Override
  int rest(int most) {
    return Math.min(values.length - next, most);
  }

  @Override
  void pass() {
    next = Math.min(next + 1, values.length);
  }
}
