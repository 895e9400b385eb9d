package org.hopscotch.harness.campaign;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A full try (draw, resolve, all saves and loads, all promises) beside the bare saves and loads in
/// it: the same hosts are started as often, and as many guests saved and streams loaded.
///
/// Both run in the same JVM before either is measured, so that the compiler has seen both.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TryBenchmark {
  private static final int WARM_ROUNDS = 4;

  private Tries tries;
  private int next;

  /// Draws all tries, and makes each in both ways.
  @Setup
  public void setUp() {
    tries = new Tries();
    int different = 0;
    for (int i = 0; i < WARM_ROUNDS * Tries.COUNT; i++) {
      different += tries.full(number()).equals(tries.bare(number())) ? 0 : 1;
    }
    if (different == 0) {
      throw new IllegalStateException("nothing was done");
    }
  }

  /// One try.
  @Benchmark
  public Object full() {
    return tries.full(number());
  }

  /// Its saves and loads.
  @Benchmark
  public Object bare() {
    return tries.bare(number());
  }

  private int number() {
    next = next + 1 & Tries.COUNT - 1;
    return next;
  }
}
