package org.hopscotch.generators.bench;

import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;

/// The ways to make a device, in the order of the table.
public enum Way {
  /// Of a seed.
  SEEDED("`Choices.seeded`, recorded"),

  /// The same devices without remembering how.
  UNRECORDED("`Choices.unrecorded`"),

  /// The same devices without the engine.
  LOOP("loop written by hand"),

  /// The same devices from what was recorded before.
  RECORDED("`Choices.recorded`, recorded"),

  /// Other devices, as a fuzzer would have them made.
  BYTES("`Choices.ofBytes`, recorded"),

  /// Other devices.
  JQWIK("jqwik's arbitraries");

  private final String title;

  Way(String title) {
    this.title = title;
  }

  /// {@return the way that was measured}
  static Way of(RunResult result) {
    return valueOf(result.getParams().getParam("way"));
  }

  /// {@return what the table calls it}
  String title() {
    return title;
  }

  /// {@return how many leaves its devices have in the mean}
  double leaves(DrawBenchmark benchmark) {
    return Stream.generate(() -> draw(benchmark))
        .limit(DrawBenchmark.CASES)
        .mapToInt(Device::leaves)
        .average()
        .orElseThrow();
  }

  /// {@return the next device}
  Device draw(DrawBenchmark benchmark) {
    return switch (this) {
      case SEEDED -> benchmark.seeded();
      case UNRECORDED -> benchmark.unrecorded();
      case LOOP -> benchmark.loop();
      case RECORDED -> benchmark.recorded();
      case BYTES -> benchmark.bytes();
      case JQWIK -> benchmark.jqwik();
    };
  }
}
