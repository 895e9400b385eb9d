package org.hopscotch.harness.campaign;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.hopscotch.generators.Damage;
import org.hopscotch.generators.Damages;
import org.hopscotch.generators.Landmarks;
import org.hopscotch.generators.MigrationStreams;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.wire.MigrationStream;
import org.hopscotch.model.wire.StreamItem;

/// Drawn streams. One that is whole must be read to its end; a damaged one, taken or refused.
final class DrawnStreams implements Experiment<DrawnStreams.Case> {
  private final DecoderTotal invariant;

  DrawnStreams(DecoderTotal invariant) {
    this.invariant = invariant;
  }

  /// A stream and what was done to it, perhaps nothing.
  record Case(MigrationStream stream, List<Damage> damages) {
    byte[] bytes() {
      return Damage.applyAll(damages, stream.toBytes());
    }
  }

  @Override
  public String name() {
    return "drawn streams";
  }

  @Override
  public Set<InvariantId> promises() {
    return Set.of(InvariantId.DECODER_TOTAL);
  }

  @Override
  public Case draw(Choices choices) {
    MigrationStream stream = choices.span("stream", MigrationStreams::draw);
    int length = stream.toBytes().length;
    return new Case(
        stream,
        choices.chance(1, 2) ? Damages.draw(choices, length, new Landmarks(List.of())) : List.of());
  }

  @Override
  public void describe(Case drawn, BiConsumer<String, String> kinds) {
    for (StreamItem item : drawn.stream().items()) {
      kinds.accept("stream items", item.getClass().getSimpleName());
    }
  }

  @Override
  public SortedMap<InvariantId, Judgement> judge(Case drawn, BiConsumer<String, String> became) {
    DecoderTotal.Judged judged = invariant.judge(drawn.bytes());
    boolean whole = drawn.damages().isEmpty();
    became.accept(
        whole ? "whole drawn streams" : "damaged drawn streams",
        judged.accepted() ? "accepted" : "refused");
    return Experiment.only(
        InvariantId.DECODER_TOTAL, whole ? judged.ofWhole() : judged.judgement());
  }

  @Override
  public String extension() {
    return "mig";
  }

  @Override
  public byte[] print(Case drawn) {
    return drawn.bytes();
  }

  @Override
  public Caught violation(long number, Minimized<Case, String> small) {
    Case found = small.value();
    Violation violation =
        Violation.of(
            number,
            DecoderTotal.ID,
            small.cause().orElse(Violation.FLAKY),
            new TreeSet<>(),
            judge(found).get(InvariantId.DECODER_TOTAL).because(),
            "a drawn stream of %d items: %s"
                .formatted(
                    found.stream().items().size(),
                    found.damages().stream().map(Damage::words).toList()));
    return new Caught(violation, () -> DamagedStreams.minimized(invariant, found.bytes()));
  }
}
