package org.hopscotch.harness.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.model.scenario.InvariantId;
import org.junit.jupiter.api.Test;

/// What a story tells at each stop.
class StoryTest {
  private static final String TIMER =
      """
      timer:
        section:
          name: timer
          version_id: 1
          minimum_version_id: 1
          fields:
          - {name: count, type: uint32}
      """;
  private static final String ONE = "configuration: {devices: {dev0: {type: timer}}}\n";

  @Test
  void theFirstStopSaysThatTheGuestMayNotLeave() {
    String story =
        Cases.story(
            Cases.of(TIMER + "  unmigratable: true\n", "", ONE, "\"5.1\"", "\"5.2\"", "\"5.1\""));
    assertThat(story)
        .contains("may not leave: ")
        .contains("The stops after it were not tried.")
        .doesNotContain("stalls")
        .doesNotContain("2. 5.2");
  }

  @Test
  void tellsWhatMovedAndWhatIsInsideStructs() {
    String types =
        TIMER
            + """
              members:
                speed: {type: uint8}
                config: {bytes: 256, reset: 80}
            """
            + "    pair:\n      struct:\n        a: {type: uint8, reset: 3}\n"
            + "        b: {type: uint32, reset: 4711}\n";
    String rest = ONE + "guest: {dev0: {speed: 7, count: 1000000}}\n";
    String story = Cases.story(Cases.of(types, "", rest, "\"5.1\"", "\"5.2\""));
    assertThat(story)
        .contains("pair.a = 3, pair.b = 4711")
        .contains("count = 0xf4240")
        .contains("count  uint32  0xf4240")
        .contains("speed = 0 (was 7)")
        .contains("… (256")
        .doesNotContain("50".repeat(40));
  }

  @Test
  void offsetsAreThoseOfTheListing() {
    String changes = "- add-field: {type: timer, field: {name: latch, type: uint8}}\n";
    String story = Cases.story(Cases.of(TIMER, changes, ONE, "\"5.2\"", "\"5.1\""));
    assertThat(story).contains("the destination refuses at offset 0x000000");
  }

  @Test
  void whatAllHostsHaveOfTheMigrationObjectIsNotTold() {
    String yaml =
        Cases.of(TIMER, "", ONE, "\"5.2\"", "\"5.1\"").replace("5.1", "9.2").replace("5.2", "10.0");
    assertThat(Cases.story(yaml)).contains("1. 10.0 -M pc-9.2").doesNotContain("migration.");
    String row =
        "- add-row: {table: hw_compat_5_1, version: \"5.1\", migration.store-global-state: off}\n";
    assertThat(
            Cases.story(Cases.of(TIMER, row.replace("off", "\"off\""), ONE, "\"5.2\"", "\"5.1\"")))
        .contains("migration.store-global-state = off, from row 1 of hw_compat_5_1")
        .contains("migration.store-global-state = on");
  }

  @Test
  void aVerdictThatDoesNotApplySaysWhatItWouldTake() {
    String yaml =
        Cases.of(TIMER, "", ONE, "\"5.1\"", "\"5.2\"")
            .replace("round-trip: holds", "newer-to-older: violated")
            .replace("kind: regression", "kind: break\nclass: [F-ADD]\nno-repair: x");
    assertThat(Cases.replay(yaml).surprises())
        .filteredOn(one -> one.invariant() == InvariantId.NEWER_TO_OLDER)
        .extracting(CaseReplay.Surprise::because)
        .containsExactly(
            "no hop leads from a release to an older one that has the machine type too");
  }

  @Test
  void namesOfGarbageKeepToTheirLine() {
    String types = TIMER + TIMER.replace("timer", "late").replace("count", "f");
    String changes = "- add-field: {type: timer, field: {name: latch, buffer: 17}}\n";
    String rest =
        """
        configuration:
          devices: {dev0: {type: timer}, dev1: {type: late}}
          globals: [{migration.send-section-footer: "off"}]
        guest: {dev0: {latch: hex 04 00 00 00 01 03 01 02 03 00 00 00 00 00 00 00 00}}
        """;
    String story = Cases.story(Cases.of(types, changes, rest, "\"5.2\"", "\"5.1\""));
    assertThat(story).contains("\\x01\\x02\\x03").doesNotContain("\u0001");
  }
}
