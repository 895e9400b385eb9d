package org.hopscotch.generators.bench;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.hopscotch.generators.choice.Choices;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/// Devices of {@value #CASES} cases in turn, made in every way there is.
///
/// Whichever is measured, all have run in its JVM before: else the compiler would see one kind of
/// choices only, which no campaign that also shrinks has, and make them cheaper than they are.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DrawBenchmark {
  static final int CASES = 1 << 10;

  private static final int WARM_ROUNDS = 8;
  private static final int MOST_BYTES = 1 << 10;
  private static final int JQWIK_SIZE = 1000;
  private static final long SEED = 1;

  /// Enough for the clock, and few enough to be over, mostly, before another process gets the core.
  private static final int BATCH = 8;

  /// How the measured devices are made.
  @Param public Way way;

  private final long[][] recordings = new long[CASES][];
  private final byte[][] bytes = new byte[CASES][MOST_BYTES];
  private Random random;
  private RandomGenerator<Device> arbitrary;
  private int next;

  /// Records all cases, holds the loop written by hand against them, and makes devices in all ways.
  @Setup
  public void setUp() {
    SplittableRandom content = new SplittableRandom(SEED);
    for (int number = 0; number < CASES; number++) {
      Choices choices = Choices.seeded(SEED, number);
      Device device = Devices.device(choices);
      if (!device.equals(DeviceLoop.device(SEED, number))) {
        throw new IllegalStateException(
            "DeviceLoop is no longer the generator written by hand: its draws differ");
      }
      recordings[number] = choices.recording().values();
      content.nextBytes(bytes[number]);
    }
    random = Random.from(content);
    JqwikSession.start();
    arbitrary = DeviceArbitraries.device().generator(JQWIK_SIZE);
    for (int i = 0; i < WARM_ROUNDS * CASES; i++) {
      for (Way each : Way.values()) {
        each.draw(this);
      }
    }
  }

  /// Lets jqwik forget what it keeps for generators.
  @TearDown
  public void tearDown() {
    JqwikSession.finish();
  }

  /// Makes {@value #BATCH} devices.
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void draw(Blackhole devices) {
    for (int i = 0; i < BATCH; i++) {
      devices.consume(way.draw(this));
    }
  }

  Device seeded() {
    return Devices.device(Choices.seeded(SEED, number()));
  }

  Device unrecorded() {
    return Devices.device(Choices.unrecorded(SEED, number()));
  }

  Device loop() {
    return DeviceLoop.device(SEED, number());
  }

  Device recorded() {
    return Devices.device(Choices.recorded(recordings[number()]));
  }

  Device bytes() {
    return Devices.device(Choices.ofBytes(bytes[number()]));
  }

  Device jqwik() {
    return arbitrary.next(random).value();
  }

  private int number() {
    next = next + 1 & CASES - 1;
    return next;
  }
}
