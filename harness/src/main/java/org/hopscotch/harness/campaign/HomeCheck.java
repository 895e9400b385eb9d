package org.hopscotch.harness.campaign;

import java.util.Optional;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.invariant.View;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.Refusal;

/// Whether a drawn guest is one that there can be: its own release takes it on a host like its own.
/// What a check or hook there refuses, no guest does, or the same release refuses a guest that was
/// just reset as well.
final class HomeCheck {
  private HomeCheck() {}

  /// {@return which check refuses a guest at home though it takes one that was just reset; empty
  /// for a guest to judge}
  static Optional<String> refusal(Journey journey) {
    Optional<Refusal> refusal = refused(journey);
    if (refusal.isEmpty()) {
      return Optional.empty();
    }
    Scenario scenario = journey.scenario();
    Scenario reset = new Scenario(scenario.history(), GuestState.EMPTY, scenario.route());
    return refused(journey.of(reset)).isPresent()
        ? Optional.empty()
        : Optional.of(words(scenario.route().getFirst(), refusal.get()));
  }

  private static Optional<Refusal> refused(Journey journey) {
    Stop home = journey.route().getFirst();
    return journey
        .visit(0)
        .leaving()
        .map(View::first)
        .flatMap(save ->
            switch (save) {
              case Instance.NotSaved(Outcome outcome) -> refusal(outcome);
              case Instance.Saved saved ->
                  refusal(journey.arrive(saved.stream(), home, 0).outcome());
            });
  }

  private static Optional<Refusal> refusal(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused && isCheck(refused.refusal().reason())
        ? Optional.of(refused.refusal())
        : Optional.empty();
  }

  /// {@return whether a device looks at values, in what it refuses for}
  private static boolean isCheck(Refusal.Reason reason) {
    return reason instanceof Refusal.HookRefused
        || reason instanceof Refusal.ValidationFailed
        || reason instanceof Refusal.NotEqual
        || reason instanceof Refusal.NotPositiveLessOrEqual
        || reason instanceof Refusal.BadPciConfig
        || reason instanceof Refusal.BadIrqState;
  }

  private static String words(Stop home, Refusal refusal) {
    String what =
        switch (refusal.reason()) {
          case Refusal.HookRefused(String words) -> "hook: " + words;
          case Refusal.ValidationFailed(String name) -> "validation " + name;
          default -> "compared with the device's own";
        };
    return "%s, %s (%s)".formatted(home.release(), refusal.path(), what);
  }
}
