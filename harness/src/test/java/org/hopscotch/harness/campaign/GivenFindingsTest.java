package org.hopscotch.harness.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.harness.subject.EngineSubject;
import org.junit.jupiter.api.Test;

/// What a campaign over given releases makes of what it found: one finding of one cause, each of
/// which replays.
class GivenFindingsTest {
  private static final Journey.Subjects ENGINE = _ -> new EngineSubject();

  private static final String HISTORY =
      """
      format: 1
      kind: history
      about: three releases
      releases:
      - release: "9.0"
        types:
          TYPES
        machines:
          virt-9.0: {version: "9.0", family: virt}
      - release: "9.1"
        like: "9.0"
        changes:
        - add-machine: {name: virt-9.1, version: "9.1", family: virt}
      - release: "9.2"
        like: "9.1"
        changes:
        - add-machine: {name: virt-9.2, version: "9.2", family: virt}
      """;

  private static final String PLAIN =
      "a: {section: {name: a, version_id: 1, minimum_version_id: 1, fields: [%s]}}";

  private static String history(String types, String... changes) {
    StringBuilder yaml = new StringBuilder(HISTORY.replace("TYPES", types));
    for (String change : changes) {
      yaml.append("  - ").append(change).append('\n');
    }
    return yaml.toString();
  }

  private static Ran campaign(String yaml) throws Exception {
    return Ran.of(1, over(yaml, ENGINE), 2, 500);
  }

  private static Experiments over(String yaml, Journey.Subjects subjects) throws Exception {
    return Experiments.over(HistoryYaml.read(yaml), subjects, Experiments.Selection.ALL);
  }

  /// {@return the findings, after each was replayed}
  private static List<String> found(String yaml) throws Exception {
    List<String> reasons = new ArrayList<>();
    Ran ran = campaign(yaml);
    for (Violation one : ran.told()) {
      assertThat(CaseReplay.of(CaseYaml.read(ran.text(one)), ENGINE).surprises()).isEmpty();
      reasons.add(one.invariant() + ": " + one.reason());
    }
    return reasons;
  }

  @Test
  void playsNoGuestOnAReleaseThatKnowsMoreOfItThanItBrings() throws Exception {
    String list =
        "a: {members: {reqs: {nodes: true}}, section: {name: a, version_id: 1,"
            + " minimum_version_id: 1, fields: [{name: reqs, qtailq: {name: req, version_id: 1,"
            + " minimum_version_id: 0, fields: [{name: tag, type: uint32}]}}]}}";
    String added = "add-field: {type: a, section: req, field: {name: sense, type: uint8}}";
    assertThat(found(history(list, added))).hasSize(2);
  }

  @Test
  void pinsAChosenWordByTheWord() throws Exception {
    String chosen =
        "a: {properties: {msi: {kind: on_off_auto, default: auto,"
            + " automatic: {when: auto, value: 1}}}, section: {name: a, version_id: 1,"
            + " minimum_version_id: 1, fields: [{name: x, type: uint8}]}}";
    assertThat(found(history(chosen))).isEmpty();
  }

  @Test
  void savesAValueForEveryNameThatTheReleasesAskFor() throws Exception {
    String host =
        PLAIN.formatted("{name: x, type: uint8}")
            + "\n    b: {members: {h: {type: uint8, reset: property(host.gso) +"
            + " property(machine.acpi), visible: false}}}";
    String added = "add-field: {type: a, field: {name: y, type: uint8}}";
    assertThat(found(history(host, added)))
        .hasSize(2)
        .anyMatch(one -> one.startsWith("newer-to-older"))
        .anyMatch(one -> one.startsWith("older-to-newer"));
  }

  @Test
  void sectionThatIsReadOutOfStepIsOneFindingInEachDirection() throws Exception {
    String fields =
        PLAIN.formatted(
            "{name: x, type: uint8}, {name: y, type: uint8}, {name: z, type: uint8},"
                + " {name: w, type: uint8}");
    assertThat(
            found(
                history(
                    fields,
                    "replace-field: {type: a, field: x, by: {name: x, type: uint16}}",
                    "remove-field: {type: a, field: w}")))
        .filteredOn(one -> !one.contains("w)"))
        .allMatch(one -> one.endsWith("(a a)"))
        .hasSize(2);
  }

  @Test
  void machineThatDoesNotStartIsOneFinding() throws Exception {
    assertThat(
            found(
                history(
                    PLAIN.formatted("{name: x, type: uint8}"),
                    "set-registration: {type: a, instance_id: 7}")))
        .filteredOn(one -> one.contains("duplicate section"))
        .hasSize(1);
  }

  @Test
  void findingIsAboutTheTypeThatDeclaresAMember() throws Exception {
    String family =
        "base: {abstract: true, properties: {speed: {kind: uint32, default: '1', visible: true}},"
            + " members: {reg: {type: uint32, reset: property(speed)}}}\n"
            + "    a: {parent: base, section: {name: a, version_id: 1, minimum_version_id: 1,"
            + " fields: [{name: reg, type: uint32}]}}\n"
            + "    b: {parent: base, section: {name: b, version_id: 1, minimum_version_id: 1,"
            + " fields: [{name: reg, type: uint32}]}}";
    assertThat(found(history(family, "set-default: {type: base, property: speed, value: '2'}")))
        .containsExactly("old-machine-same-release: looks different after a reset (base reg)");
  }

  @Test
  void prefersAHopBetweenNeighbours() throws Exception {
    String raised = "set-versions: {type: a, version_id: 2, minimum_version_id: 1}";
    assertThat(campaign(history(PLAIN.formatted("{name: x, type: uint8}"), raised)).told())
        .singleElement()
        .extracting(Violation::because)
        .asString()
        .startsWith("9.2 -> 9.1 ");
  }

  @Test
  void drawsWhatSomebodySaysIsLegalAndNotesWhatIsNeverDrawn() throws Exception {
    String queues =
        "a: {properties: {n: {kind: uint16, default: '4', visible: true}}, members:"
            + " {nq: {type: uint16, reset: property(n)LEGAL},"
            + " ring: {type: uint32, length: property(n)}, odd: {type: uint8, legal: odd > 300}},"
            + " section: {name: a, version_id: 1, minimum_version_id: 1, fields: [{name: nq,"
            + " type: uint16}, {name: ring, type: uint32, array: nq}, {name: odd, type: uint8}]}}";
    Ran silent = campaign(history(queues.replace("LEGAL", "")));
    assertThat(silent.remarks())
        .contains("never drawn: a.nq, a.odd (no value that was drawn is `legal`)");
    Ran told = campaign(history(queues.replace("LEGAL", ", legal: nq <= property(n)")));
    assertThat(told.totals().drawn().get("members that the guest changed")).containsKey("a.nq");
    assertThat(told.remarks()).contains("never drawn: a.odd (no value that was drawn is `legal`)");
  }

  @Test
  void caseThatCannotBePlayedTakesNothingFromTheOthers() throws Exception {
    String raised = "set-versions: {type: a, version_id: 2, minimum_version_id: 1}";
    String yaml = history(PLAIN.formatted("{name: x, type: uint8}"), raised);
    int[] asked = {0};
    Journey.Subjects failing =
        _ -> {
          if (asked[0]++ % 500 == 499) {
            throw new IllegalArgumentException("planted");
          }
          return new EngineSubject();
        };
    Ran campaign = Ran.of(1, over(yaml, failing), 1, 300);
    assertThat(campaign.told()).isNotEmpty();
    assertThat(campaign.totals().unplayed()).isPositive();
    assertThat(campaign.remarks())
        .anyMatch(remark -> remark.startsWith("case ") && remark.contains("planted"));
  }

  @Test
  void makesSomeDozensOfKindsSmallAndCountsTheRest() throws Exception {
    StringBuilder types = new StringBuilder();
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < BatchJudge.MOST_KINDS + 4; i++) {
      types.append(
          "t%d: {section: {name: t%d, version_id: 1, minimum_version_id: 1, fields: []}}\n    "
              .formatted(i, i));
      changes.add("set-versions: {type: t%d, version_id: 2, minimum_version_id: 1}".formatted(i));
    }
    String yaml = history(types.toString(), changes.toArray(String[]::new));
    Ran campaign = Ran.of(1, over(yaml, ENGINE), 2, Batch.SMALLEST);
    assertThat(campaign.totals().found()).hasSizeLessThanOrEqualTo(BatchJudge.MOST_KINDS);
    assertThat(campaign.remarks())
        .anyMatch(remark -> remark.matches("and \\d+ more kinds of violation, not made small"));
  }
}
