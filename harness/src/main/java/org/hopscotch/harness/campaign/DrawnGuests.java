package org.hopscotch.harness.campaign;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.generators.Guests;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.schema.FieldKinds;

/// Drawn devices in drawn states: each must arrive as it was sent.
final class DrawnGuests implements Experiment<Guest> {
  private final RoundTrip invariant;

  DrawnGuests(RoundTrip invariant) {
    this.invariant = invariant;
  }

  @Override
  public String name() {
    return "drawn guests";
  }

  @Override
  public Set<InvariantId> promises() {
    return Set.of(InvariantId.ROUND_TRIP);
  }

  @Override
  public Guest draw(Choices choices) {
    return Guests.draw(choices);
  }

  @Override
  public SortedMap<InvariantId, Judgement> judge(Guest drawn, BiConsumer<String, String> became) {
    return Experiment.only(InvariantId.ROUND_TRIP, invariant.judge(drawn));
  }

  @Override
  public void describe(Guest drawn, BiConsumer<String, String> kinds) {
    FieldKinds.visit(drawn.section(), kinds);
  }

  @Override
  public String extension() {
    return "yaml";
  }

  @Override
  public byte[] print(Guest drawn) {
    return GuestYaml.print(drawn).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Caught violation(long number, Minimized<Guest, String> small) {
    Guest guest = small.value();
    Violation violation =
        Violation.of(
            number,
            RoundTrip.ID,
            small.cause().orElse(Violation.FLAKY),
            FieldKinds.of(guest.section()),
            invariant.judge(guest).because(),
            "a guest of %d choices, after %d steps of minimising"
                .formatted(small.recording().values().length, small.steps()));
    return new Caught(violation, () -> print(guest));
  }
}
