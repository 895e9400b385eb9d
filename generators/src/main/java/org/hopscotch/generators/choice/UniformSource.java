package org.hopscotch.generators.choice;

/// Random choices without a bias: what a generator would draw that knows nothing of bugs.
final class UniformSource extends SeededSource {
  UniformSource(long seed) {
    super(seed);
  }

  @Override
  long biased(long bound) {
    return below(bound);
  }

  @Override
  int length(int min, int max) {
    return min + (int) below(max - min + 1L);
  }

  @Override
  boolean swarms() {
    return false;
  }
}
