package org.hopscotch.harness.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Repairs are found, and are repairs.
class RepairsTest {
  private static final Journey.Subjects ENGINE = _ -> new EngineSubject();
  private static final Path CASES = Repository.root().resolve("corpus/cases");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Case read(Path file) throws IOException {
    try {
      return CaseYaml.read(Files.readString(file));
    } catch (CaseException e) {
      throw new AssertionError(file + ": " + e.problems(), e);
    }
  }

  private static Scenario scenario(String name) throws IOException {
    return read(CASES.resolve(name + ".yaml")).scenario();
  }

  private static Scenario with(Scenario scenario, Map<String, List<Change>> changes) {
    Scenario changed = scenario;
    for (Map.Entry<String, List<Change>> one : changes.entrySet()) {
      changed = changed.with(one.getKey(), old -> Evolution.changed(old, one.getValue()));
    }
    return changed;
  }

  private static Standing standing(Scenario scenario) {
    return new Judge(ENGINE, 1).standing(scenario);
  }

  private static Verifier.Result verified(Scenario broken, Scenario repaired, String release) {
    return new Verifier(new Judge(ENGINE, 100), broken, release).verify(repaired, false);
  }

  /// What a case records mends the way that was taken; where it leaves the way back broken, what is
  /// found may do more, and then does not save the same.
  @Test
  void findsForAlmostEveryCaseWhatItRecords() throws IOException {
    int recorded = 0;
    List<String> otherwise = new ArrayList<>();
    for (Path file : files()) {
      Case one = read(file);
      if (one.kind() != Case.Kind.BREAK || one.repair().isEmpty()) {
        continue;
      }
      Scenario mended = with(one.scenario(), one.repair().get().changes());
      if (standing(mended).isKept()) {
        recorded++;
        String difference = difference(one.scenario(), mended);
        if (!difference.isEmpty()) {
          otherwise.add(file.getFileName() + ": " + difference);
        }
      }
    }
    assertThat(recorded).isGreaterThanOrEqualTo(110);
    assertThat(otherwise).as("of %d cases", recorded).hasSizeLessThanOrEqualTo(recorded / 20);
  }

  private static String difference(Scenario broken, Scenario mended) {
    Found found = Repairs.find(broken, ENGINE);
    if (found.proposals().isEmpty()) {
      return "nothing found, %d tried".formatted(found.judged());
    }
    Proposal best = found.proposals().getFirst();
    boolean bodies = verified(broken, mended, best.release()) != Verifier.Result.PARTIAL;
    return String.join(
        "; ",
        RepairLikeness.differences(mended, with(broken, best.changes()), best.release(), bodies));
  }

  /// Otherwise the test above could not fail.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "virtio-blk-num-queues-newer-to-older",
        "subsection-blind",
        "version-raised",
        "fields-swapped",
        "pre-load-wrong-value",
        "section-renamed",
        "hook-refuses-legal-state"
      })
  void aReleaseThatIsNotMendedIsNotLikeOneThatIs(String name) throws IOException {
    Case one = read(CASES.resolve(name + ".yaml"));
    Scenario mended = with(one.scenario(), one.repair().orElseThrow().changes());
    assertThat(RepairLikeness.differences(mended, one.scenario(), "5.2", true)).isNotEmpty();
  }

  @Test
  void whatIsFoundCanBePastedAndIsReplayed() throws IOException, CaseException {
    int pasted = 0;
    for (Path file : files()) {
      Case one = read(file);
      Found found = Repairs.find(one.scenario(), ENGINE);
      if (one.kind() == Case.Kind.REGRESSION) {
        assertThat(found.proposals()).as(file.toString()).isEmpty();
      }
      for (Proposal proposal : found.proposals()) {
        String yaml = pasted(Files.readString(file), one.scenario(), proposal);
        CaseReplay replay = CaseReplay.of(CaseYaml.read(yaml), ENGINE);
        assertThat(replay.repaired()).as(yaml).isPresent();
        assertThat(replay.surprises()).as(yaml).isEmpty();
        assertThat(proposal.words()).isNotBlank();
        pasted++;
      }
      assertThat(found.proposals()).extracting(Proposal::kind).doesNotHaveDuplicates();
    }
    assertThat(pasted).isGreaterThan(130);
  }

  private static String pasted(String yaml, Scenario scenario, Proposal proposal) {
    String without = yaml.replaceAll("(?ms)^(repair|no-repair):.*?(?=^\\S|\\z)", "");
    return without
        + "repair:\n  releases:\n"
        + CaseYaml.print(scenario.history(), proposal.changes()).indent(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-lengths-cancel", "virtio-mem-early", "chain-without-row"})
  void findsTheSameEveryTime(String name) throws IOException {
    assertThat(Repairs.find(scenario(name), ENGINE))
        .isEqualTo(Repairs.find(scenario(name), ENGINE));
  }

  @Test
  void changesReleasesInTheMiddleOnlyWhereTheNewestIsNotEnough() throws IOException {
    assertThat(Repairs.find(scenario("chain-without-row"), ENGINE).proposals().getFirst().changes())
        .containsOnlyKeys("6.0", "5.2");
    assertThat(Repairs.find(scenario("row-in-the-wrong-table"), ENGINE).proposals())
        .allSatisfy(one -> assertThat(one.changes()).containsOnlyKeys("6.0"));
  }

  /// What only a host's surroundings or options decide, no release mends.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "features-from-the-host",
        "instances-in-another-order",
        "virtio-blk-queues-follow-smp",
        "isa-vga-load-asserts"
      })
  void findsNothingWhereNothingMends(String name) throws IOException {
    assertThat(Repairs.find(scenario(name), ENGINE).proposals()).isEmpty();
  }

  @Test
  void takingTheSubsectionAwayIsNoRepair() throws IOException {
    Scenario broken = scenario("subsection-blind");
    Change removed = new Change.RemoveSubsection("timer-x", "timerx", "timerx/latch");
    Scenario without = with(broken, Map.of("5.2", List.of(removed)));
    assertThat(standing(without).isKept()).isTrue();
    assertThat(verified(broken, without, "5.2")).isEqualTo(Verifier.Result.NOT);
  }

  @Test
  void puttingTheDefaultBackForAllIsNoRepair() throws IOException {
    Scenario broken = scenario("vga-edid");
    Change back = new Change.SetDefault("VGA", "edid", "off", Optional.empty());
    Scenario without = with(broken, Map.of("4.1", List.of(back)));
    assertThat(standing(without).isKept()).isTrue();
    assertThat(verified(broken, without, "4.1")).isEqualTo(Verifier.Result.NOT);
  }

  @Test
  void aRowThatBreaksAnotherMachineTypeIsNoRepair() throws IOException {
    Scenario broken = scenario("row-in-the-wrong-table");
    Change removed = new Change.RemoveRow("hw_compat_5_2", "base", "speed");
    Scenario without = with(broken, Map.of("6.0", List.of(removed)));
    assertThat(standing(without).isKept()).isTrue();
    assertThat(verified(broken, without, "6.0")).isEqualTo(Verifier.Result.NOT);
  }

  @Test
  void whatMendsOneDirectionOnlyIsNotWhole() throws IOException {
    Scenario broken = scenario("below-minimum");
    Case one = read(CASES.resolve("below-minimum.yaml"));
    Scenario mended = with(broken, one.repair().orElseThrow().changes());
    assertThat(standing(mended).isKept()).isTrue();
    assertThat(verified(broken, mended, "5.2")).isEqualTo(Verifier.Result.PARTIAL);
  }

  @Test
  void aBlackBoxCannotBeChanged() throws IOException {
    Journey.Subjects closed =
        _ ->
            new Subject() {
              @Override
              public Start start(Host host) {
                return new EngineSubject().start(host);
              }

              @Override
              public boolean showsMembers() {
                return false;
              }
            };
    assertThat(Repairs.find(scenario("subsection-blind"), closed))
        .isEqualTo(new Found(List.of(), 0));
  }
}
