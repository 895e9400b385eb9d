package org.hopscotch.harness.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.corpus.Told;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A campaign over given releases finds what is wrong with them, and nothing else.
class GivenScenariosTest {
  private static final Journey.Subjects ENGINE = _ -> new EngineSubject();
  private static final Path CASES = Repository.root().resolve("corpus/cases");
  private static final int MOST_TRIES = 3000;

  /// Breaks that no draw comes to: hosts or configurations that differ between stops, devices in
  /// another order, a machine type by its alias, and bytes that spell a name.
  private static final Set<String> NOT_DRAWN =
      Set.of(
          "alias-is-another-machine.yaml",
          "data-looks-like-frame.yaml",
          "distribution-machine-type.yaml",
          "e1000-mitigation-on-one-host.yaml",
          "features-from-the-host.yaml",
          "instances-in-another-order.yaml",
          "nvdimm-label-carved-out.yaml",
          "pl031-wrong-on-another-host.yaml",
          "vfio-vendor-bytes-compared.yaml",
          "vhost-user-net-fewer-queues.yaml",
          "virtio-blk-queues-follow-smp.yaml",
          "virtio-net-uso-after-reboot.yaml");

  private static String text(String name) throws IOException {
    return Files.readString(CASES.resolve(name));
  }

  private static Ran campaign(GivenHistory given, int threads, long tries) throws Exception {
    return Ran.of(7, Experiments.over(given, ENGINE, Experiments.Selection.ALL), threads, tries);
  }

  /// {@return the history of a case, repaired, without the case's own configuration if wanted}
  private static GivenHistory repaired(String name, boolean configured)
      throws IOException, CaseException {
    Case one = CaseYaml.read(text(name));
    Scenario scenario = one.scenario();
    for (Map.Entry<String, List<Change>> release :
        one.repair().orElseThrow().changes().entrySet()) {
      scenario = scenario.with(release.getKey(), old -> Evolution.changed(old, release.getValue()));
    }
    GivenHistory given = HistoryYaml.read(text(name));
    return new GivenHistory(
        given.about(),
        Told.whole(scenario.history()),
        scenario.history(),
        configured ? given.configuration() : Optional.empty(),
        given.surroundings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "virtio-blk-num-queues-newer-to-older.yaml",
        "version-raised.yaml",
        "subsection-by-data-busy.yaml",
        "null-markers-disagree.yaml"
      })
  void staysSilentOnASoundHistory(String name) throws Exception {
    for (boolean configured : new boolean[] {true, false}) {
      Ran campaign = campaign(repaired(name, configured), 2, 400);
      assertThat(campaign.told()).extracting(Violation::because).isEmpty();
      assertThat(campaign.totals().verdicts()).containsOnlyKeys(ids());
      assertThat(campaign.remarks()).noneMatch(remark -> remark.contains("not exercised"));
    }
  }

  private static String[] ids() {
    return List.of(InvariantId.values()).stream().map(InvariantId::id).toArray(String[]::new);
  }

  @Test
  void findsTheBreaksOfTheCorpus() throws Exception {
    int findable = 0;
    StringBuilder missed = new StringBuilder();
    try (var files = Files.list(CASES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        String name = file.getFileName().toString();
        Case one = CaseYaml.read(Files.readString(file));
        if (one.kind() == Case.Kind.BREAK && !NOT_DRAWN.contains(name)) {
          findable++;
          if (!isFound(one, HistoryYaml.read(Files.readString(file)))) {
            missed.append(name).append(' ');
          }
        }
      }
    }
    assertThat(findable).isGreaterThan(120);
    assertThat(missed).isEmpty();
  }

  /// {@return whether a draw violates the first promise that a case's own scenario does}
  private static boolean isFound(Case one, GivenHistory given) {
    InvariantId primary =
        one.expect().entrySet().stream()
            .filter(expected -> expected.getValue().verdict() == Verdict.VIOLATED)
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst()
            .orElseThrow();
    GivenScenarios scenarios = new GivenScenarios(given, ENGINE, EnumSet.allOf(InvariantId.class));
    for (int number = 0; number < MOST_TRIES; number++) {
      Scenario drawn = scenarios.draw(Choices.unrecorded(7, number));
      SortedMap<InvariantId, Judgement> judged = scenarios.judge(drawn);
      if (judged.get(primary).verdict() == Verdict.VIOLATED) {
        return true;
      }
    }
    return false;
  }

  private static final String TWO_DEFECTS =
      """
      format: 1
      kind: history
      about: a version raised, and a subsection that is sent for what guests do
      releases:
      - release: "5.1"
        types:
          clock:
            section:
              name: clock
              version_id: 1
              minimum_version_id: 1
              fields:
              - {name: count, type: uint32}
          disk:
            section:
              name: disk
              version_id: 1
              minimum_version_id: 1
              fields:
              - {name: status, type: uint8}
        machines:
          pc-5.1: {version: "5.1", family: pc}
      - release: "5.2"
        like: "5.1"
        changes:
        - add-machine: {name: pc-5.2, version: "5.2", family: pc}
        - set-versions: {type: clock, version_id: 2, minimum_version_id: 1}
        - add-subsection:
            type: disk
            subsection:
              name: disk/latch
              version_id: 1
              minimum_version_id: 1
              needed: latch == 77
              fields:
              - {name: latch, type: uint8}
      """;

  @Test
  void findsTwoIndependentDefectsAndMakesThemSmall() throws Exception {
    // `latch == 77`: a guest with another value would lose it, which is a third.
    String yaml = TWO_DEFECTS.replace("latch == 77", "latch != 0");
    Ran ran = campaign(HistoryYaml.read(yaml), 2, 400);
    assertThat(ran.told())
        .extracting(Violation::reason)
        .containsExactlyInAnyOrder(
            "section too new (clock clock)", "unknown subsection (disk disk/disk/latch)");
    for (Violation one : ran.told()) {
      Case saved = CaseYaml.read(ran.text(one));
      assertThat(CaseReplay.of(saved, ENGINE).surprises()).isEmpty();
      assertThat(saved.told()).hasSize(2).last().isInstanceOf(Told.Like.class);
      assertThat(saved.scenario().route()).hasSize(2);
      assertThat(saved.scenario().route().getFirst().configuration().devices()).hasSize(1);
      assertThat(saved.scenario().guest().devices().values())
          .allSatisfy(state -> assertThat(state.members()).hasSize(1));
      assertThat(one.severity()).isPresent();
    }
  }

  @Test
  void findsAValueThatOnlyAConditionNames() throws Exception {
    assertThat(campaign(HistoryYaml.read(TWO_DEFECTS), 2, 600).told())
        .extracting(Violation::reason)
        .contains("unknown subsection (disk disk/disk/latch)");
  }

  @Test
  void findsTheSameWhateverTheThreads() throws Exception {
    assertThat(told(campaign(HistoryYaml.read(TWO_DEFECTS), 1, 600)))
        .isEqualTo(told(campaign(HistoryYaml.read(TWO_DEFECTS), 3, 600)));
  }

  private static String told(Ran campaign) {
    StringBuilder all = new StringBuilder(campaign.totals().drawn().toString());
    for (Found one : campaign.found()) {
      all.append(one.violation()).append(new String(one.content(), StandardCharsets.UTF_8));
    }
    return all.toString();
  }

  private static final String PARTICULAR =
      """
      format: 1
      kind: history
      about: a device that takes lengths up to 16
      releases:
      - release: "5.1"
        types:
          disk:
            members:
              len: {type: uint8LEGAL}
            section:
              name: disk
              version_id: 1
              minimum_version_id: 1
              post_load: refuse "too long" when len > 16
              fields:
              - {name: len, type: uint8}
        machines:
          pc-5.1: {version: "5.1", family: pc}
      """;

  @Test
  void countsGuestsThatTheirOwnReleaseRefusesAndAsksForWhatIsLegal() throws Exception {
    Ran campaign = campaign(HistoryYaml.read(PARTICULAR.replace("LEGAL", "")), 1, 200);
    assertThat(campaign.told()).isEmpty();
    assertThat(campaign.totals().drawn()).containsKey(GivenCounts.REFUSED_AT_HOME);
    assertThat(campaign.remarks())
        .anyMatch(remark -> remark.contains("disk (hook: too long)") && remark.contains("`legal`"));
    Ran legal =
        campaign(HistoryYaml.read(PARTICULAR.replace("LEGAL", ", legal: len <= 16")), 1, 200);
    assertThat(legal.told()).isEmpty();
    assertThat(legal.totals().drawn()).doesNotContainKey(GivenCounts.REFUSED_AT_HOME);
    assertThat(legal.totals().drawn().get("members that the guest changed"))
        .containsKey("disk.len");
  }

  @Test
  void aResetGuestThatIsRefusedAtHomeIsAFinding() throws Exception {
    String always = PARTICULAR.replace("LEGAL", "").replace("len > 16", "len < 16");
    assertThat(campaign(HistoryYaml.read(always), 1, 100).told())
        .extracting(Violation::reason)
        .contains("hook refused (disk disk)");
  }
}
