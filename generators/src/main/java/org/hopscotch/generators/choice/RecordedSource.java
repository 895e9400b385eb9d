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
  boolean chance(int numerator, int denominator) {
    return below(2) != 0;
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
