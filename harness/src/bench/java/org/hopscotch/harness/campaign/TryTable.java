package org.hopscotch.harness.campaign;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs {@link TryBenchmark} and prints docs/benchmarks.md's table of tries; ends with 1 when a try
/// costs more than it may. Figures are medians, which other processes on the core hardly move.
public final class TryTable {
  private static final double FEWEST_A_SECOND = 5000;
  private static final double MOST_TO_BARE = 3;
  private static final double MICROS = 1e6;

  private TryTable() {}

  /// Takes no arguments, and a minute.
  public static void main(String[] args) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(TryBenchmark.class.getName())
            .forks(1)
            .warmupIterations(4)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(6)
            .measurementTime(TimeValue.seconds(2))
            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
            .shouldFailOnError(true)
            .build();
    Map<String, Double> micros = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      micros.put(
          result.getPrimaryResult().getLabel(),
          result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    double full = micros.get("full");
    double bare = micros.get("bare");
    System.out.printf("%n%s%n%n", new Tries().counts());
    System.out.printf("| | median µs | a second and core | to bare |%n|---|--:|--:|--:|%n");
    System.out.printf("| full try | %.0f | %.0f | %.2f |%n", full, MICROS / full, full / bare);
    System.out.printf("| its saves and loads | %.0f | %.0f | 1.00 |%n%n", bare, MICROS / bare);
    System.out.printf(
        "Due are at least %.0f tries a second and core, each at most %.0f times its saves and"
            + " loads.%n",
        FEWEST_A_SECOND, MOST_TO_BARE);
    if (MICROS / full < FEWEST_A_SECOND || full / bare > MOST_TO_BARE) {
      System.exit(1);
    }
  }
}
