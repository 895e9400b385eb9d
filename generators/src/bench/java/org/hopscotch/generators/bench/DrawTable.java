package org.hopscotch.generators.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs {@link DrawBenchmark} and prints docs/benchmarks.md's description of the machine and table;
/// ends with 1 when a draw with recording costs more than it may.
///
/// All ways run in each of several rounds, in a new JVM every time, so that what else the machine
/// does meets them alike. Ratios are of medians, which it hardly moves.
public final class DrawTable {
  private static final int ROUNDS = 3;
  private static final double MOST_TO_UNRECORDED = 1.5;
  private static final double MOST_TO_LOOP = 3;

  private DrawTable() {}

  /// Takes no arguments, and a few minutes.
  public static void main(String[] args) throws RunnerException, IOException {
    Map<Way, RunResult> results = measure();
    System.out.printf("%n%s%n%n%s%n", machine(results.get(Way.SEEDED)), table(results));
    double toUnrecorded = median(results, Way.SEEDED) / median(results, Way.UNRECORDED);
    double toLoop = median(results, Way.SEEDED) / median(results, Way.LOOP);
    System.out.printf(
        "Recorded to unrecorded %.2f, at most %.1f; to the loop %.2f, at most %.1f.%n",
        toUnrecorded, MOST_TO_UNRECORDED, toLoop, MOST_TO_LOOP);
    if (toUnrecorded > MOST_TO_UNRECORDED || toLoop > MOST_TO_LOOP) {
      System.exit(1);
    }
  }

  private static Map<Way, RunResult> measure() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(DrawBenchmark.class.getName())
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(500))
            .measurementIterations(6)
            .measurementTime(TimeValue.milliseconds(500))
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
            .shouldFailOnError(true)
            .build();
    Map<Way, List<BenchmarkResult>> parts = new EnumMap<>(Way.class);
    Map<Way, RunResult> results = new EnumMap<>(Way.class);
    for (int round = 0; round < ROUNDS; round++) {
      for (RunResult result : new Runner(options).run()) {
        List<BenchmarkResult> part = parts.computeIfAbsent(Way.of(result), _ -> new ArrayList<>());
        part.addAll(result.getBenchmarkResults());
        results.put(Way.of(result), new RunResult(result.getParams(), part));
      }
    }
    return results;
  }

  private static String machine(RunResult result) throws IOException {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return "%s, %d cores, %d GiB; %s; %s %s; JMH %s, %d rounds of %d iterations of %s"
        .formatted(
            cpu(),
            Runtime.getRuntime().availableProcessors(),
            Math.round(system.getTotalMemorySize() / (double) (1 << 30)),
            System.getProperty("os.name"),
            System.getProperty("java.vm.name"),
            Runtime.version(),
            result.getParams().getJmhVersion(),
            ROUNDS,
            result.getParams().getMeasurement().getCount(),
            result.getParams().getMeasurement().getTime());
  }

  /// {@return what Linux calls the processor, elsewhere its kind}
  private static String cpu() throws IOException {
    Path description = Path.of("/proc/cpuinfo");
    List<String> lines = Files.exists(description) ? Files.readAllLines(description) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String table(Map<Way, RunResult> results) {
    Map<Way, Double> leaves = leaves();
    double unrecorded = median(results, Way.UNRECORDED) / leaves.get(Way.UNRECORDED);
    double loop = median(results, Way.LOOP) / leaves.get(Way.LOOP);
    var table =
        new StringBuilder(
            """
            | device by | median ns | mean ns | bytes | leaves | ns/leaf | to unrecorded | to loop |
            |---|--:|--:|--:|--:|--:|--:|--:|
            """);
    for (Way way : Way.values()) {
      RunResult result = results.get(way);
      double each = median(results, way) / leaves.get(way);
      table.append(
          "| %s | %.0f | %.0f ± %.0f | %.0f | %.0f | %.0f | %.2f | %.2f |%n"
              .formatted(
                  way.title(),
                  median(results, way),
                  result.getPrimaryResult().getScore(),
                  result.getPrimaryResult().getScoreError(),
                  result.getSecondaryResults().get("gc.alloc.rate.norm").getScore(),
                  leaves.get(way),
                  each,
                  each / unrecorded,
                  each / loop));
    }
    return table.toString();
  }

  private static Map<Way, Double> leaves() {
    DrawBenchmark benchmark = new DrawBenchmark();
    benchmark.setUp();
    Map<Way, Double> leaves = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      leaves.put(way, way.leaves(benchmark));
    }
    benchmark.tearDown();
    return leaves;
  }

  private static double median(Map<Way, RunResult> results, Way way) {
    return results.get(way).getPrimaryResult().getStatistics().getPercentile(50);
  }
}
