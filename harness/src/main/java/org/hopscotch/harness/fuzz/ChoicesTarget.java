package org.hopscotch.harness.fuzz;

import java.util.function.Function;
import org.hopscotch.generators.Guests;
import org.hopscotch.generators.MigrationStreams;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Generator;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.model.scenario.Judgement;

/// Any bytes, taken as choices: each input draws a value, so that what guides the fuzzer guides the
/// search through values.
public final class ChoicesTarget {
  private ChoicesTarget() {}

  /// Draws a guest, which must arrive as it was sent.
  ///
  /// @throws BrokenPromiseError when it does not
  public static void guest(byte[] input) {
    run(input, Guests::draw, new RoundTrip()::judge);
  }

  /// Draws a stream, which must be read to its end and encode to the same bytes.
  ///
  /// @throws BrokenPromiseError when it is not
  public static void stream(byte[] input) {
    run(
        input,
        MigrationStreams::draw,
        stream -> new DecoderTotal().judge(stream.toBytes()).ofWhole());
  }

  /// Draws a value from one input and judges it.
  ///
  /// @throws BrokenPromiseError when the promise was broken
  public static <T> void run(byte[] input, Generator<T> generator, Function<T, Judgement> judge) {
    BrokenPromiseError.throwIfViolated(judge.apply(generator.draw(Choices.ofBytes(input))));
  }
}
