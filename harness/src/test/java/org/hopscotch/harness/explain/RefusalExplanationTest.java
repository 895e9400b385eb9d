package org.hopscotch.harness.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hopscotch.model.scenario.InvariantId.NEWER_TO_OLDER;
import static org.hopscotch.model.scenario.InvariantId.OLDER_TO_NEWER;

import org.junit.jupiter.api.Test;

/// Why guests are refused.
class RefusalExplanationTest {
  private static final String ONE = "configuration: {devices: {dev0: {type: timer}}}\n";

  private static String timer(String... lines) {
    return """
    timer:
      section:
        name: timer
        version_id: 1
        minimum_version_id: 1
    """
        + String.join("\n", lines).indent(4);
  }

  @Test
  void namesTheFootersThatOneSideSends() {
    String types = timer("fields:", "- {name: count, type: uint32}");
    String yaml =
        Cases.of(
            types,
            "- add-row: {table: hw_compat_5_1, version: \"5.1\","
                + " migration.send-section-footer: \"off\"}\n",
            ONE,
            "\"5.2\"",
            "\"5.1\"");
    assertThat(Cases.explained(yaml, NEWER_TO_OLDER).what())
        .contains("5.2 sends no footers of sections and 5.1 expects them:")
        .contains("migration.send-section-footer is off (row 1 of hw_compat_5_1, for migration) on")
        .doesNotContain("longer on one of them");
  }

  @Test
  void withoutFootersTellsWhatWasNeverRead() {
    String types =
        timer("fields:", "- {name: count, type: uint32}")
            + timer("fields:", "- {name: f, type: uint8}").replace("timer", "late");
    String changes = "- add-field: {type: timer, field: {name: latch, type: uint8}}\n";
    String rest =
        """
        configuration:
          devices: {dev0: {type: timer}, dev1: {type: late}}
          globals: [{migration.send-section-footer: "off"}]
        guest: {dev1: {f: 7}}
        """;
    assertThat(
            Cases.explained(Cases.of(types, changes, rest, "\"5.2\"", "\"5.1\""), NEWER_TO_OLDER)
                .what())
        .contains("what was left of it was read as what follows. Never read: late 0.")
        .contains("In 5.2 field latch of timer is new, without condition.");
  }

  @Test
  void aSubsectionInsideAnElementIsNoOtherType() {
    String types =
        timer(
            "fields:",
            "- name: ifs",
            "  struct:",
            "    name: drive",
            "    version_id: 1",
            "    minimum_version_id: 1",
            "    fields:",
            "    - {name: status, type: uint8}");
    String changes =
        """
        - add-subsection:
            type: timer
            section: drive
            subsection:
              needed: status != 0
              name: drive/pio
              version_id: 1
              minimum_version_id: 1
              fields:
              - {name: phase, type: uint8}
        """;
    String rest = ONE + "guest: {dev0: {ifs: {status: 8, phase: 0}}}\n";
    Explanation explanation =
        Cases.explained(Cases.of(types, changes, rest, "\"5.2\"", "\"5.1\""), NEWER_TO_OLDER);
    assertThat(explanation.what())
        .contains("5.1 does not know subsection drive/pio. It is needed while status != 0")
        .doesNotContain("another type or length");
    assertThat(explanation.repairs())
        .containsExactly(
            "Let needed of drive/pio ask a property as well, and turn that off in hw_compat_5_1.");
  }

  @Test
  void aNeededThatAsksAPropertyLacksARow() {
    String changes =
        """
        - add-property: {type: timer, property: more, kind: bool, default: "on"}
        - add-subsection:
            type: timer
            subsection:
              needed: property(more)
              name: timer/more
              version_id: 1
              minimum_version_id: 1
              fields:
              - {name: phase, type: uint8}
        """;
    String types = timer("fields:", "- {name: count, type: uint32}");
    String yaml = Cases.of(types, changes, ONE, "\"5.2\"", "\"5.1\"");
    Explanation explanation = Cases.explained(yaml, NEWER_TO_OLDER);
    assertThat(explanation.what()).contains("On 5.2 more is on (the default).");
    assertThat(explanation.repairs())
        .contains(
            "In 5.2, add a row for timer.more to hw_compat_5_1: needed of timer/more asks it.")
        .noneMatch(repair -> repair.contains("as well"));
    assertThat(Cases.story(yaml))
        .contains("in timer/more: subsection")
        .doesNotContain("timer/timer/more");
  }

  @Test
  void aBuiltInDeviceOfAnotherTypeIsNamed() {
    String types =
        timer("fields:", "- {name: count, type: uint32}")
            + timer("fields:", "- {name: count, type: uint32}").replace("timer", "clock");
    String machine =
        """
        - set-machine:
            name: pc-5.1
            version: "5.1"
            family: pc
            devices: {nic0: {type: clock}}
        """;
    String yaml =
        Cases.of(types, machine, "", "\"5.1\"", "\"5.2\"")
            .replace(
                "{version: \"5.1\", family: pc}",
                "{version: \"5.1\", family: pc, devices: {nic0: {type: timer}}}");
    assertThat(Cases.explained(yaml, OLDER_TO_NEWER).what())
        .contains("nic0 is of type timer on 5.1 and of type clock on 5.2, whose section is clock.")
        .doesNotContain("was renamed");
  }

  @Test
  void aComparedMemberSaysWhereItsValueComesFrom() {
    String types =
        timer("fields:", "- {name: banks, type: uint8 equal}")
            + "  properties:\n    banks: {kind: uint8, default: \"4\"}\n"
            + "  members:\n    banks: {type: uint8, reset: property(banks)}\n";
    String changes = "- set-default: {type: timer, property: banks, value: \"8\"}\n";
    assertThat(
            Cases.explained(Cases.of(types, changes, ONE, "\"5.2\"", "\"5.1\""), NEWER_TO_OLDER)
                .what())
        .contains("banks is sent as 8, and is 4 on 5.1 already: it is compared, and never loaded.")
        .contains("There it comes from the reset of banks: property(banks). On 5.1 banks is 4.")
        .contains("The reset of banks asks property banks, which is 8 on 5.2");
  }

  @Test
  void aListPassesTheSinceOfItsField() {
    String types =
        timer(
            "fields:",
            "- name: requests",
            "  qtailq:",
            "    name: request",
            "    version_id: 1",
            "    minimum_version_id: 1",
            "    fields:",
            "    - {name: tag, type: uint32}");
    String rest = ONE + "guest: {dev0: {requests: [{tag: 1}]}}\n";
    assertThat(
            Cases.explained(Cases.of(types, "", rest, "\"5.1\"", "\"5.2\""), OLDER_TO_NEWER).what())
        .contains("A list passes the since of its field as the version of its elements")
        .contains("that of field requests is 0.");
  }

  @Test
  void aHostThatCannotMigrateSaysWhy() {
    String types =
        timer("fields:", "- {name: count, type: uint32}")
            + "  unmigratable: property(host.can) == 0\n";
    String yaml =
        Cases.of(
            types,
            "",
            ONE,
            "\"5.1\", machine: pc-5.1, host: {can: 1}",
            "\"5.2\", machine: pc-5.1, host: {can: 0}");
    assertThat(Cases.explained(yaml, OLDER_TO_NEWER).what())
        .contains("It stays while property(host.can) == 0; there host.can is 0.")
        .contains("The registration asks host.can, which is 1 on 5.1 and 0 on 5.2.");
  }
}
