package org.hopscotch.harness.campaign;

import java.util.Optional;

/// Consecutive cases that one thread judges: the unit in which a run is shared out, finished and
/// resumed.
///
/// What of a batch is made small depends on its own cases alone, so that neither threads nor shards
/// nor resumption change what is found. So a violation that all batches have is made small in each
/// of them, and later batches are larger: that takes less and less of the time.
///
/// @param index from 0; of a case alone none
/// @param from the first case
/// @param to behind the last case
public record Batch(long index, long from, long to) {
  static final long SMALLEST = 256;

  private static final long LARGEST = 8192;
  private static final long PART = 16;
  private static final long ALONE = -1;

  /// {@return the first batch of a run of so many cases}
  static Batch first(long tries) {
    return at(0, 0, tries);
  }

  /// {@return the one behind this, if there are more cases}
  Optional<Batch> next(long tries) {
    return to < tries ? Optional.of(at(index + 1, to, tries)) : Optional.empty();
  }

  /// {@return one case alone}
  static Batch only(long number) {
    return new Batch(ALONE, number, number + 1);
  }

  boolean isAlone() {
    return index == ALONE;
  }

  private static Batch at(long index, long from, long tries) {
    long size = Math.clamp(Long.highestOneBit(from / PART), SMALLEST, LARGEST);
    return new Batch(index, from, Math.min(from + size, tries));
  }
}
