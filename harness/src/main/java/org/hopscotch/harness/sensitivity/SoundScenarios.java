package org.hopscotch.harness.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.history.DrawnScenarios;
import org.hopscotch.generators.history.Histories;
import org.hopscotch.harness.minimise.Breach;

/// Scenarios over sound histories, none of which may break a promise.
final class SoundScenarios {
  private static final int PART = 1000;
  private static final DrawnScenarios DRAWN = DrawnScenarios.over(Histories.sound());

  private SoundScenarios() {}

  /// {@return what judges so many, in parts; each part tells what is broken, in a line}
  ///
  /// @param judged is run after each
  static List<Callable<List<String>>> parts(long seed, long count, Runnable judged) {
    List<Callable<List<String>>> parts = new ArrayList<>();
    for (long from = 0; from < count; from += PART) {
      long first = from;
      parts.add(() -> falsely(seed, first, Math.min(first + PART, count), judged));
    }
    return parts;
  }

  private static List<String> falsely(long seed, long from, long to, Runnable judged) {
    List<String> falsely = new ArrayList<>();
    for (long number = from; number < to; number++) {
      String broken = broken(seed, number);
      if (!broken.isEmpty()) {
        falsely.add("case %d of seed %d: %s".formatted(number, seed, broken));
      }
      judged.run();
    }
    return falsely;
  }

  private static String broken(long seed, long number) {
    try {
      return Right.shown(DRAWN.draw(Choices.unrecorded(seed, number)).scenario())
          .primary()
          .map(SoundScenarios::words)
          .orElse("");
    } catch (RuntimeException e) {
      return "cannot be played: " + e;
    }
  }

  private static String words(Breach breach) {
    return breach.invariant().id() + ": " + breach.reasonClass();
  }
}
