package org.hopscotch.generators.choice;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes what was found simple: it edits the recorded choices, draws again, and keeps what is
/// simpler and still has the same cause. So it needs no rules for any kind of value, and never
/// makes one that the generator would not. What is simple is the order of
/// {@link Recording#compareTo}; docs/shrinking.md says what is tried.
///
/// It is deterministic, and bounded by how often a value may be judged.
public final class Minimizer {
  private static final int MOST_CASES = 10_000;
  private static final int MOST_EVALUATIONS = 100_000;

  private Minimizer() {}

  /// {@return the simplest that was found, never less simple than `found`}
  ///
  /// @param cause judges a value: empty when nothing is wrong with it, else the class of what is
  ///     wrong, compared by `equals`. Only what has the same as `found` is accepted; other causes
  ///     that come up are remembered as slips
  /// @param found the choices of a value that has a cause, or had one
  /// @param evaluations how often `cause` may be asked, at least once
  /// @throws IllegalArgumentException if that is less than once
  public static <T, C> Minimized<T, C> minimize(
      Generator<T> generator, Function<T, Optional<C>> cause, Recording found, int evaluations) {
    if (evaluations < 1) {
      throw new IllegalArgumentException(
          "no minimising with %d evaluations".formatted(evaluations));
    }
    return new Search<>(generator, cause, found, evaluations).minimized();
  }

  /// {@return the simplest value with some property: what tests of generators and of shrinking ask
  /// for}
  ///
  /// @throws IllegalStateException if none of the first cases has the property
  public static <T> T minimal(Generator<T> generator, Predicate<T> condition) {
    return minimal(generator, condition, 0);
  }

  /// {@return the same, beginning with the first case of a seed that has the property}
  ///
  /// @throws IllegalStateException if none of its first cases has
  public static <T> T minimal(Generator<T> generator, Predicate<T> condition, long seed) {
    for (int number = 0; number < MOST_CASES; number++) {
      if (condition.test(generator.draw(Choices.unrecorded(seed, number)))) {
        Choices found = Choices.seeded(seed, number);
        generator.draw(found);
        return minimize(
                generator,
                value -> condition.test(value) ? Optional.of(true) : Optional.empty(),
                found.recording(),
                MOST_EVALUATIONS)
            .value();
      }
    }
    throw new IllegalStateException(
        "none of the first %d cases of seed %d has the property".formatted(MOST_CASES, seed));
  }
}
