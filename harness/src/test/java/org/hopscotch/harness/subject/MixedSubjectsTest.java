package org.hopscotch.harness.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hopscotch.corpus.ImportedHost;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.corpus.VmstateDump;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Invariants;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One route over two subjects: a guest of a real QEMU hops to the engine, which knows the devices
/// from what that QEMU saved, and back to a real QEMU.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MixedSubjectsTest {
  private static final String MACHINE = "pc-q35-7.2";
  private static final Configuration DEVICES = RealQemu.with("e1000", "qemu-xhci");

  @TempDir private Path folder;

  /// The engine as an imported host: whatever is to be started, it is that one.
  private record Imported(ImportedHost imported) implements Subject {
    @Override
    public Start start(Host host) {
      Start start = new EngineSubject().start(imported.host().withLeftover(host.leftover()));
      if (start instanceof Started(Instance instance)) {
        instance.enter(imported.state());
      }
      return start;
    }

    /// Its members are those of a description, which are not the ones that anybody declared.
    @Override
    public boolean showsMembers() {
      return false;
    }
  }

  @Test
  void aGuestOfARealQemuHopsToTheEngineAndBack() throws IOException {
    QemuSubject qemu = RealQemu.orSkip();
    ImportedHost imported = imported(qemu);
    Stop real = new Stop(RealQemu.RELEASE, MACHINE, DEVICES, Surroundings.PLAIN, false);
    Stop engine =
        new Stop(
            imported.host().release(),
            imported.host().machine(),
            imported.host().configuration(),
            imported.host().surroundings(),
            false);
    Scenario scenario =
        new Scenario(
            new History(List.of(RealQemu.RELEASE, imported.host().release())),
            new GuestState(Map.of()),
            List.of(real, engine, real));
    Journey journey =
        new Journey(
            scenario,
            stop -> stop.release().equals(RealQemu.RELEASE) ? qemu : new Imported(imported));

    Map<InvariantId, List<Verdict>> verdicts = new EnumMap<>(InvariantId.class);
    for (Invariant invariant : Invariants.all()) {
      List<Judgement> judgements = invariant.judge(journey);
      assertThat(judgements)
          .as(invariant.id().id())
          .allMatch(judgement -> judgement.verdict() != Verdict.VIOLATED);
      verdicts.put(invariant.id(), judgements.stream().map(Judgement::verdict).toList());
    }
    assertThat(verdicts)
        .containsEntry(InvariantId.OLDER_TO_NEWER, List.of(Verdict.HOLDS))
        .containsEntry(InvariantId.NEWER_TO_OLDER, List.of(Verdict.HOLDS))
        .containsEntry(InvariantId.CHAIN_STABLE, List.of(Verdict.HOLDS))
        .containsEntry(
            InvariantId.ROUND_TRIP, List.of(Verdict.HOLDS, Verdict.HOLDS, Verdict.HOLDS));
    assertThat(journey.visit(2).outcome()).isInstanceOf(Outcome.Arrived.class);
  }

  /// The number says which is newer; it is the same QEMU.
  private ImportedHost imported(QemuSubject qemu) throws IOException {
    Path file = folder.resolve("saved.mig");
    try (Instance source = RealQemu.start(qemu, MACHINE, DEVICES)) {
      Files.write(file, RealQemu.saved(source).stream());
    }
    return ImportedHost.of("7.2.99", LoaderFamily.UP_TO_9_1, StreamFile.at(file), VmstateDump.NONE);
  }
}
