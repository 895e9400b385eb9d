package org.hopscotch.harness.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hopscotch.harness.subject.RealQemu.RELEASE;
import static org.hopscotch.harness.subject.RealQemu.saved;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Invariants;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The QEMU of this machine, where there is one, judged by the promises that judge the engine.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RealQemuSubjectTest {
  private static final Configuration BOTH = RealQemu.with("e1000", "virtio-rng-pci");

  private QemuSubject qemu;

  @BeforeEach
  void findQemu() {
    qemu = RealQemu.orSkip();
  }

  @Test
  void promisesHoldOfAMachineOfItsOwnRelease() {
    for (Configuration configuration : List.of(Configuration.BARE, BOTH)) {
      Stop stop = stop("pc-q35-7.2", configuration, false);
      Stop reset = stop("pc-q35-7.2", configuration, true);
      assertThat(held(List.of(stop, stop)))
          .containsEntry(InvariantId.ROUND_TRIP, 2)
          .containsEntry(InvariantId.SAME_RELEASE, 1)
          .containsEntry(InvariantId.DECODER_TOTAL, 2)
          .hasSize(3);
      assertThat(held(List.of(stop, reset, stop)))
          .containsEntry(InvariantId.ROUND_TRIP, 3)
          .containsEntry(InvariantId.SAME_RELEASE, 2)
          .containsEntry(InvariantId.CHAIN_STABLE, 1)
          .containsEntry(InvariantId.DECODER_TOTAL, 3)
          .hasSize(4);
    }
  }

  @Test
  void promisesHoldOfAnOlderMachine() {
    Stop stop = stop("pc-q35-5.2", BOTH, false);
    assertThat(held(List.of(stop, stop, stop)))
        .containsEntry(InvariantId.ROUND_TRIP, 3)
        .containsEntry(InvariantId.OLD_MACHINE_SAME_RELEASE, 2)
        .containsEntry(InvariantId.CHAIN_STABLE, 1)
        .containsEntry(InvariantId.DECODER_TOTAL, 3)
        .hasSize(4);
  }

  @Test
  void anUnknownMachineDoesNotStartAndSaysWhy() {
    assertThat(held(List.of(stop("pc-q35-99", Configuration.BARE, false))))
        .containsEntry(InvariantId.UNKNOWN_MACHINE, 1)
        .hasSize(1);
    assertThat(qemu.start(new Host(RELEASE, "pc-q35-99", Configuration.BARE)))
        .isInstanceOfSatisfying(
            Subject.DidNotStart.class,
            failed ->
                assertThat(((StartFailure.Reported) failed.failure()).words())
                    .contains("unsupported machine type"));
  }

  @Test
  void anUnknownPropertyDoesNotStart() {
    Configuration wrong =
        Configuration.BARE.withGlobals(List.of(new Configuration.Global("mch", "no-such", "a,b")));
    assertThat(qemu.start(new Host(RELEASE, "pc-q35-7.2", wrong)))
        .isInstanceOfSatisfying(
            Subject.DidNotStart.class,
            failed ->
                assertThat(((StartFailure.Reported) failed.failure()).words()).contains("no-such"));
  }

  @Test
  void aDeviceThatTheDestinationLacksIsRefusedCleanly() {
    List<Stop> route =
        List.of(
            stop("pc-q35-7.2", BOTH, false),
            stop("pc-q35-7.2", RealQemu.with("virtio-rng-pci"), false),
            stop("pc-q35-7.2", BOTH, false));
    Map<InvariantId, List<Judgement>> judged = judged(route);
    assertThat(judged.get(InvariantId.SAME_RELEASE))
        .filteredOn(judgement -> judgement.verdict() != Verdict.DOES_NOT_APPLY)
        .as("the hop that follows is not about a guest that never came")
        .singleElement()
        .satisfies(judgement -> {
          assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATED);
          assertThat(judgement.reasonClass()).isEqualTo("reported");
          assertThat(judgement.because()).contains("section or instance", "0000:00:03.0/e1000");
        });
    assertThat(judged.get(InvariantId.REFUSED_CLEANLY))
        .singleElement()
        .extracting(Judgement::verdict)
        .isEqualTo(Verdict.HOLDS);
    assertThat(violated(judged)).containsExactly(InvariantId.SAME_RELEASE);
  }

  /// No loader notices: the destination drops what it was sent.
  @Test
  void aPropertyThatDiffersIsSeenInWhatIsSavedNext() {
    Configuration other =
        BOTH.withGlobals(List.of(new Configuration.Global("e1000", "migrate_tso_props", "off")));
    Map<InvariantId, List<Judgement>> judged =
        judged(List.of(stop("pc-q35-7.2", BOTH, false), stop("pc-q35-7.2", other, false)));
    assertThat(judged.get(InvariantId.SAME_RELEASE))
        .singleElement()
        .satisfies(judgement -> {
          assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATED);
          assertThat(judgement.because()).contains("0000:00:03.0/e1000");
        });
  }

  @Test
  void savesAgainWhatItHasSaved() {
    try (Instance instance = RealQemu.start(qemu, "pc-q35-7.2", BOTH)) {
      Instance.Saved first = saved(instance);
      assertThat(first.sections())
          .extracting(Instance.SectionBody::idstr)
          .contains("0000:00:03.0/e1000", "0000:00:04.0/virtio-rng", "globalstate", "cpu");
      assertThat(saved(instance).stream()).isEqualTo(first.stream());
      instance.reset();
      Instance.Saved reset = saved(instance);
      assertThat(reset.sections()).hasSameSizeAs(first.sections());
      assertThat(saved(instance).stream()).isEqualTo(reset.stream());
      assertThat(instance.load(first.stream())).isInstanceOf(Outcome.Arrived.class);
      assertThat(saved(instance).stream()).isEqualTo(first.stream());
    }
  }

  @Test
  void refusesDamageInItsOwnWords() {
    byte[] stream;
    try (Instance source = RealQemu.start(qemu, "pc-q35-7.2", BOTH)) {
      stream = saved(source).stream();
    }
    byte[] magic = stream.clone();
    magic[3]++;
    assertRefused(magic, Phase.HEADER, "Not a migration stream");
    byte[] machine = stream.clone();
    machine[13]++;
    assertRefused(machine, Phase.CONFIGURATION, "Machine type received is");
    assertRefused(
        Arrays.copyOf(stream, stream.length / 2), Phase.DEVICE, "error while loading state");
  }

  private void assertRefused(byte[] stream, Phase phase, String words) {
    try (Instance destination = RealQemu.start(qemu, "pc-q35-7.2", BOTH)) {
      assertThat(destination.load(stream))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> {
                assertThat(refused.side()).isEqualTo(Side.DESTINATION);
                assertThat(refused.phase()).isEqualTo(phase);
                assertThat(((Refusal.Reported) refused.refusal().reason()).words())
                    .anyMatch(line -> line.contains(words))
                    .noneMatch(line -> line.startsWith("warning"));
              });
      assertThat(destination.save())
          .isInstanceOfSatisfying(
              Instance.NotSaved.class,
              not -> assertThat(not.outcome()).isInstanceOf(Outcome.Died.class));
    }
  }

  // ---- what is judged

  private static Stop stop(String machine, Configuration configuration, boolean reset) {
    return new Stop(RELEASE, machine, configuration, Surroundings.PLAIN, reset);
  }

  private Map<InvariantId, List<Judgement>> judged(List<Stop> route) {
    Scenario scenario =
        new Scenario(new History(List.of(RELEASE)), new GuestState(Map.of()), route);
    Journey journey = new Journey(scenario, _ -> qemu);
    Map<InvariantId, List<Judgement>> judged = new EnumMap<>(InvariantId.class);
    for (Invariant invariant : Invariants.all()) {
      judged.put(invariant.id(), invariant.judge(journey));
    }
    return judged;
  }

  private static List<InvariantId> violated(Map<InvariantId, List<Judgement>> judged) {
    List<InvariantId> violated = new ArrayList<>(judged.keySet());
    violated.removeIf(id -> Invariant.verdict(judged.get(id)) != Verdict.VIOLATED);
    return violated;
  }

  /// {@return how often each promise was kept; nothing else may come of them but that they do not
  /// apply}
  private Map<InvariantId, Integer> held(List<Stop> route) {
    Map<InvariantId, List<Judgement>> judged = judged(route);
    assertThat(judged.values().stream().flatMap(Collection::stream))
        .extracting(Judgement::verdict)
        .as(judged.toString())
        .containsOnly(Verdict.HOLDS, Verdict.DOES_NOT_APPLY);
    Map<InvariantId, Integer> held = new EnumMap<>(InvariantId.class);
    judged.forEach((id, judgements) -> {
      long count = judgements.stream().filter(j -> j.verdict() == Verdict.HOLDS).count();
      if (count > 0) {
        held.put(id, (int) count);
      }
    });
    return held;
  }
}
