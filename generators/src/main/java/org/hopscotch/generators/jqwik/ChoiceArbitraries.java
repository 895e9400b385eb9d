package org.hopscotch.generators.jqwik;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Generator;

/// The bridge from generators that draw from {@link Choices} to jqwik.
public final class ChoiceArbitraries {
  private ChoiceArbitraries() {}

  /// {@return an arbitrary of what a generator draws. When a property fails, its sample becomes
  /// smaller by edits of the choices, which get through everything that flat-mapped arbitraries get
  /// stuck in. It has no edge cases of its own: choices prefer edges already}
  ///
  /// @param generator of values that nobody changes
  public static <T> Arbitrary<T> of(Generator<T> generator) {
    return Arbitraries.fromGenerator(
        random -> ChoiceShrinkable.drawn(generator, Choices.seeded(random.nextLong(), 0)));
  }
}
