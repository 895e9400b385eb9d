package org.hopscotch.harness.campaign;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.hopscotch.generators.Damage;
import org.hopscotch.generators.Damages;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.generators.choice.Minimizer;
import org.hopscotch.generators.choice.Recording;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;

/// Real streams, damaged: whatever is done to them, the decoder gives a value or a refusal.
final class DamagedStreams implements Experiment<DamagedStreams.Case> {
  private final Originals originals;
  private final DecoderTotal invariant;

  DamagedStreams(List<Path> files, DecoderTotal invariant) {
    this.originals = new Originals(files);
    this.invariant = invariant;
  }

  /// A stream and what was done to it.
  record Case(String name, byte[] original, List<Damage> damages) {
    byte[] damaged() {
      return Damage.applyAll(damages, original);
    }

    String origin() {
      return "%s: %s".formatted(name, damages.stream().map(Damage::words).toList());
    }
  }

  @Override
  public String name() {
    return "damaged real streams";
  }

  @Override
  public Set<InvariantId> promises() {
    return Set.of(InvariantId.DECODER_TOTAL);
  }

  @Override
  public Set<String> features() {
    return Damage.KINDS;
  }

  @Override
  public Case draw(Choices choices) {
    Originals.Original original =
        originals.get(choices.below(originals.count()), choices.chance(1, 4));
    return new Case(
        original.name(),
        original.bytes(),
        Damages.draw(choices, original.bytes().length, original.landmarks()));
  }

  @Override
  public SortedMap<InvariantId, Judgement> judge(Case drawn, BiConsumer<String, String> became) {
    DecoderTotal.Judged judged = invariant.judge(drawn.damaged());
    became.accept("damaged streams", judged.accepted() ? "still accepted" : "refused");
    return Experiment.only(InvariantId.DECODER_TOTAL, judged.judgement());
  }

  @Override
  public void describe(Case drawn, BiConsumer<String, String> kinds) {
    drawn.damages().forEach(damage -> kinds.accept("damages", damage.kind()));
  }

  @Override
  public String extension() {
    return "mig";
  }

  @Override
  public byte[] print(Case drawn) {
    return drawn.damaged();
  }

  /// The damages are fewest by now; then the bytes are made few and plain.
  @Override
  public Caught violation(long number, Minimized<Case, String> small) {
    byte[] damaged = small.value().damaged();
    Violation violation =
        Violation.of(
            number,
            DecoderTotal.ID,
            small.cause().orElse(Violation.FLAKY),
            new TreeSet<>(),
            invariant.judge(damaged).judgement().because(),
            small.value().origin());
    return new Caught(violation, () -> minimized(invariant, damaged));
  }

  /// {@return the fewest and plainest bytes that are still not decoded for the same reason; the
  /// bytes themselves when they are}
  static byte[] minimized(DecoderTotal invariant, byte[] input) {
    return Minimizer.minimize(
            choices -> choices.rest(Integer.MAX_VALUE),
            bytes -> Experiment.cause(invariant.judge(bytes).judgement()),
            Recording.ofBytes(input),
            EVALUATIONS)
        .value();
  }
}
