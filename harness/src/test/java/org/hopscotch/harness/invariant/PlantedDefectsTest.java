package org.hopscotch.harness.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.state.GuestState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Defects of a subject that the cases cannot tell of, since their releases are sound machinery:
/// the promise that each breaks notices, and is silent without it.
class PlantedDefectsTest {
  private static final Subject ENGINE = new EngineSubject();

  private static Scenario scenario(String name) throws IOException {
    try {
      return CaseYaml.read(
              Files.readString(Repository.root().resolve("corpus/cases/" + name + ".yaml")))
          .scenario();
    } catch (CaseException e) {
      throw new AssertionError(name + ": " + e.problems(), e);
    }
  }

  private static Verdict verdict(InvariantId id, Scenario scenario, Journey.Subjects subjects) {
    Invariant invariant = Invariants.of(id);
    List<Judgement> judgements = invariant.judge(new Journey(scenario, subjects));
    return Invariant.verdict(judgements);
  }

  @ParameterizedTest
  @ValueSource(strings = {"case-1-same-release", "case-5-newer-to-older", "chain-with-row"})
  void noPromiseIsBrokenWithoutADefect(String name) throws IOException {
    Scenario scenario = scenario(name);
    for (InvariantId id : InvariantId.values()) {
      assertThat(verdict(id, scenario, _ -> ENGINE)).as(id.id()).isNotEqualTo(Verdict.VIOLATED);
    }
  }

  @Test
  void unknownMachineNoticesAHostThatTakesAnother() throws IOException {
    Scenario scenario = scenario("case-4-unknown-machine");
    Subject guessing =
        host ->
            ENGINE.start(
                host.release().machine(host.machine()).isPresent()
                    ? host
                    : new Host(host.release(), "pc", host.configuration()));
    assertThat(verdict(InvariantId.UNKNOWN_MACHINE, scenario, _ -> ENGINE))
        .isEqualTo(Verdict.HOLDS);
    assertThat(verdict(InvariantId.UNKNOWN_MACHINE, scenario, _ -> guessing))
        .isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void chainStableNoticesAReleaseInTheMiddleThatChangesTheGuest() throws IOException {
    Scenario scenario = scenario("chain-with-row");
    Journey.Subjects changing =
        stop -> stop.release().name().equals("5.2") ? resettingAfterLoad() : ENGINE;
    assertThat(verdict(InvariantId.CHAIN_STABLE, scenario, _ -> ENGINE)).isEqualTo(Verdict.HOLDS);
    assertThat(verdict(InvariantId.CHAIN_STABLE, scenario, changing)).isEqualTo(Verdict.VIOLATED);
  }

  @ParameterizedTest
  @CsvSource({"AS_THE_RULES_SAY", "ROUND_TRIP", "DECODER_TOTAL"})
  void anotherByteInTheStreamIsNoticed(InvariantId id) throws IOException {
    Scenario scenario = scenario("case-1-same-release");
    Subject flipping = saving(saved -> withByte(saved, id == InvariantId.DECODER_TOTAL ? 0 : 1));
    assertThat(verdict(id, scenario, _ -> ENGINE)).isEqualTo(Verdict.HOLDS);
    assertThat(verdict(id, scenario, _ -> flipping)).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void refusedCleanlyNoticesASourceThatDoesNotSaveAgain() throws IOException {
    Scenario scenario = scenario("version-raised");
    Subject once = new Wrapped(instance -> new SavesOnce(instance));
    assertThat(verdict(InvariantId.REFUSED_CLEANLY, scenario, _ -> ENGINE))
        .isEqualTo(Verdict.HOLDS);
    assertThat(verdict(InvariantId.REFUSED_CLEANLY, scenario, _ -> once))
        .isEqualTo(Verdict.VIOLATED);
  }

  // ---- defective subjects

  private record Wrapped(UnaryOperator<Instance> wrapping) implements Subject {
    @Override
    public Start start(Host host) {
      return switch (ENGINE.start(host)) {
        case Started(Instance instance) -> new Started(wrapping.apply(instance));
        case DidNotStart failed -> failed;
      };
    }
  }

  private static Subject saving(UnaryOperator<Instance.Saved> change) {
    return new Wrapped(instance ->
        new Defective(instance) {
          @Override
          public Save save() {
            return super.save() instanceof Saved saved ? change.apply(saved) : super.save();
          }
        });
  }

  private static Subject resettingAfterLoad() {
    return new Wrapped(instance ->
        new Defective(instance) {
          @Override
          public Outcome load(byte[] stream) {
            Outcome outcome = super.load(stream);
            reset();
            return outcome;
          }
        });
  }

  /// Changes the stream's first byte, or one in the body of the last section.
  private static Instance.Saved withByte(Instance.Saved saved, int bodies) {
    byte[] stream = saved.stream().clone();
    int at = 0;
    if (bodies > 0) {
      String idstr = saved.sections().getLast().idstr();
      String text = new String(stream, StandardCharsets.ISO_8859_1);
      at = text.indexOf((char) idstr.length() + idstr) + 1 + idstr.length() + 8;
    }
    stream[at] ^= 0x40;
    return new Instance.Saved(stream, saved.sections());
  }

  private static class Defective implements Instance {
    private final Instance right;

    Defective(Instance right) {
      this.right = right;
    }

    @Override
    public boolean enter(GuestState guest) {
      return right.enter(guest);
    }

    @Override
    public Save save() {
      return right.save();
    }

    @Override
    public Outcome load(byte[] stream) {
      return right.load(stream);
    }

    @Override
    public void reset() {
      right.reset();
    }

    @Override
    public Optional<GuestState> look() {
      return right.look();
    }

    @Override
    public void close() {
      right.close();
    }
  }

  private static final class SavesOnce extends Defective {
    private boolean saved;

    SavesOnce(Instance right) {
      super(right);
    }

    @Override
    public Save save() {
      Save save = saved ? new NotSaved(new Outcome.Stalled("saved before")) : super.save();
      saved = true;
      return save;
    }
  }
}
