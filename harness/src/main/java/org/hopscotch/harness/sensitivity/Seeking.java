package org.hopscotch.harness.sensitivity;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimizer;
import org.hopscotch.generators.choice.Recording;
import org.hopscotch.harness.minimise.Breach;
import org.hopscotch.harness.minimise.Smallest;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.ScenarioKinds;
import org.hopscotch.model.scenario.ScenarioSize;

/// Draws cases until one shows a defect, and makes that one small.
///
/// @param driver how cases are drawn
/// @param most how many
/// @param small whether what is found is made small
record Seeking(Driver driver, long most, boolean small) {
  /// How often each of the two ways to make a case small may judge.
  private static final int EVALUATIONS = 3000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// How cases are drawn.
  enum Driver {
    /// As everywhere.
    BIASED,
    /// Without bias and swarm.
    NAIVE;

    private Choices choices(long seed, long number) {
      return switch (this) {
        case BIASED -> Choices.seeded(seed, number);
        case NAIVE -> Choices.uniform(seed, number);
      };
    }
  }

  private record Caught(Breach breach, Recording recording) {}

  /// {@return what comes of it}
  ///
  /// @param drawn is told the number of each case
  Trial trial(Sought sought, long seed, LongConsumer drawn) {
    long begun = THREADS.getCurrentThreadCpuTime();
    long unplayed = 0;
    Optional<Caught> caught = Optional.empty();
    long tries = 0;
    while (caught.isEmpty() && tries < most) {
      drawn.accept(tries);
      try {
        caught = judged(sought, driver.choices(seed, tries));
      } catch (RuntimeException e) {
        // Counted and told: such a case hides what it would have shown.
        unplayed++;
      }
      tries++;
    }
    long nanos = THREADS.getCurrentThreadCpuTime() - begun;
    Optional<Trial.Small> least = small ? caught.map(one -> made(sought, one)) : Optional.empty();
    return new Trial(seed, tries, nanos, caught.map(Caught::breach), least, unplayed);
  }

  private static Optional<Caught> judged(Sought sought, Choices choices) {
    PlantedCase drawn = sought.draw(choices);
    return drawn
        .shown()
        .apply(drawn.scenario())
        .primary()
        .map(breach -> new Caught(breach, choices.recording()));
  }

  /// First by choices, then by passes.
  private static Trial.Small made(Sought sought, Caught caught) {
    long begun = THREADS.getCurrentThreadCpuTime();
    PlantedCase simple =
        Minimizer.minimize(sought, PlantedCase::primary, caught.recording(), EVALUATIONS).value();
    Scenario least = Smallest.of(simple.scenario(), simple.shown(), EVALUATIONS);
    return new Trial.Small(
        simple.shown().apply(least).primary().orElse(caught.breach()),
        ScenarioSize.of(least),
        ScenarioKinds.of(least),
        THREADS.getCurrentThreadCpuTime() - begun);
  }
}
