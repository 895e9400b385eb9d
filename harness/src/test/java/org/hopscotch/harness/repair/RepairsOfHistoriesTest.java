package org.hopscotch.harness.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.subject.EngineSubject;
import org.junit.jupiter.api.Test;

/// Repairs where a history has more releases than the route.
class RepairsOfHistoriesTest {
  private static final String OLDEST =
      """
      format: 1
      kind: break
      about: A device over three releases and a stable branch.
      releases:
      - release: "9.0"
        types:
          dev:
            properties:
              speed: {kind: uint32, default: "100", visible: true}
            members:
              num: {type: uint8, legal: num <= 8}
            section:
              name: dev
              version_id: 1
              minimum_version_id: 1
              post_load: refuse "too many" when num > 8
              fields:
              - {name: num, type: uint8}
              - {name: mode, type: uint8, since: 2}
        machines:
          virt-9.0: {version: "9.0", family: virt}
      """;
  private static final String LATE =
      """
      - add-property: {type: dev, property: x-late, kind: bool, default: "on"}
      - add-row: {table: hw_compat_9_0, version: "9.0", dev.x-late: "off"}
      - add-subsection:
          type: dev
          subsection:
            name: dev/late
            version_id: 1
            minimum_version_id: 1
            needed: property(x-late)
            fields:
            - {name: late, type: uint32}
      """;
  private static final String PRIO =
      """
      - add-property: {type: dev, property: x-prio, kind: bool, default: "on"}
      - add-row: {table: hw_compat_9_1, version: "9.1", dev.x-prio: "off"}
      - add-field: {type: dev, field: {name: prio, type: uint8, test: property(x-prio)}}
      """;

  private static String stable(String changes) {
    return "- release: \"9.0.2\"\n  like: \"9.0\"\n  changes:\n" + changes.indent(2);
  }

  private static String later(String name, String like, String changes) {
    return "- release: \"%s\"\n  like: \"%s\"\n  changes:\n".formatted(name, like)
        + "  - add-machine: {name: virt-%s, version: \"%s\", family: virt}\n".formatted(name, name)
        + changes.indent(2);
  }

  private static String route(String guest, String machine, String... releases) {
    return "configuration: {devices: {dev0: {type: dev}}}\n"
        + (guest.isEmpty() ? "" : "guest: {dev0: {%s}}\n".formatted(guest))
        + "route:\n"
        + List.of(releases).stream()
            .map(one -> "- {release: \"%s\", machine: %s}\n".formatted(one, machine))
            .collect(Collectors.joining())
        + "expect: {round-trip: violated}\nno-repair: It is looked for.\n";
  }

  private static Found found(String... parts) throws CaseException {
    return Repairs.find(
        CaseYaml.read(OLDEST + String.join("", parts)).scenario(), _ -> new EngineSubject());
  }

  // ---- other releases

  @Test
  void aVersionThatAnOlderReleaseDoesNotTakeIsNotWritten() throws CaseException {
    Found found =
        found(
            stable("- set-versions: {type: dev, version_id: 2, minimum_version_id: 1}\n"),
            later("9.1", "9.0", LATE),
            route("", "virt-9.0", "9.0.2", "9.1"));
    assertThat(found.proposals())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.changes()).containsOnlyKeys("9.0.2"));
  }

  @Test
  void whatAReleaseBetweenSendsIsNotTakenAway() throws CaseException {
    Found found =
        found(
            later("9.1", "9.0", LATE),
            later(
                "9.2",
                "9.1",
                "- set-versions: {type: dev, version_id: 2, minimum_version_id: 2}\n"),
            route("", "virt-9.0", "9.2", "9.0"));
    assertThat(found.proposals())
        .isNotEmpty()
        .allSatisfy(one ->
            assertThat(one.changes().toString()).doesNotContain("RemoveSubsection", "RemoveType"));
  }

  @Test
  void aPropertyIsNotOffWhereAReleaseBetweenHasItOn() throws CaseException {
    Found found =
        found(
            later("9.1", "9.0", LATE),
            later(
                "9.2",
                "9.1",
                """
                - remove-property: {type: dev, property: x-late}
                - set-needed: {type: dev, subsection: dev/late, needed: 1}
                """),
            route("", "virt-9.0", "9.2", "9.0"));
    assertThat(found.proposals())
        .isNotEmpty()
        .noneSatisfy(
            one -> assertThat(one.words()).contains("x-late, which hw_compat_9_1 turns off"));
    assertThat(found.proposals().getFirst().words())
        .isEqualTo(
            "In 9.2, dev keeps its property x-late. "
                + "In 9.2, subsection dev/late asks again what it asks in 9.1.");
  }

  // ---- releases that came of one that is changed

  @Test
  void aRowOfAReleaseInTheMiddleGoesOnToWhatCameOfIt() throws CaseException {
    String speed = "- set-default: {type: dev, property: speed, value: \"1000\"}\n";
    Found found =
        found(
            later("9.1", "9.0", speed),
            later("9.2", "9.1", PRIO),
            route("", "virt-9.0", "9.0", "9.1"));
    Proposal best = found.proposals().getFirst();
    assertThat(best.words())
        .isEqualTo("In 9.1, and in 9.2 that came of it, hw_compat_9_0 sets dev.speed to 100.");
    assertThat(best.changes()).containsOnlyKeys("9.1", "9.2");
    assertThat(best.release()).isEqualTo("9.1");
  }

  @Test
  void whatALaterReleaseHasAlreadyIsNotMadeThereAgain() throws CaseException {
    String speed = "- set-default: {type: dev, property: speed, value: \"1000\"}\n";
    String row = "- add-row: {table: hw_compat_9_0, version: \"9.0\", dev.speed: \"100\"}\n";
    Found found =
        found(
            later("9.1", "9.0", speed),
            later("9.2", "9.1", row),
            route("", "virt-9.0", "9.0", "9.1"));
    assertThat(found.proposals().getFirst().changes()).containsOnlyKeys("9.1");
  }

  // ---- routes of one stop

  @Test
  void aReleaseAloneIsComparedWithTheOldestThatKnowsTheMachineType() throws CaseException {
    String speed = "- set-default: {type: dev, property: speed, value: \"1000\"}\n";
    Found found =
        found(later("9.1", "9.0", speed), later("9.2", "9.1", PRIO), route("", "virt-9.0", "9.1"));
    assertThat(found.proposals().getFirst().changes()).containsOnlyKeys("9.1", "9.2");
  }

  @Test
  void aReleaseThatIsNotOnTheRouteIsMended() throws CaseException {
    String feature =
        """
        - add-property: {type: dev, property: feat, kind: bool, default: "on", visible: true,
            implied: "off"}
        """;
    Found found =
        found(
            later("9.1", "9.0", LATE), later("9.2", "9.1", feature), route("", "virt-9.0", "9.0"));
    assertThat(found.proposals().getFirst().words())
        .isEqualTo("In 9.2, hw_compat_9_1 sets dev.feat to off.");
  }

  // ---- what is not to blame

  private static String refusing(String when) {
    return "- set-hooks: {type: dev, post_load: refuse \"too many\" when %s}\n".formatted(when);
  }

  @Test
  void aStricterRefusalBecomesWhatItWas() throws CaseException {
    Found found =
        found(
            later("9.1", "9.0", LATE),
            later("9.2", "9.1", PRIO + refusing("num > 6")),
            route("num: 7", "virt-9.1", "9.1", "9.2"));
    Proposal best = found.proposals().getFirst();
    assertThat(best.words())
        .isEqualTo("In 9.2, post_load of dev refuses \"too many\" only where 9.1 does.");
    assertThat(best.changes().get("9.2").toString()).contains("too many");
  }

  @Test
  void aFieldThatAsksAPropertyAlreadyIsLeftAlone() throws CaseException {
    String stats =
        """
        - add-subsection:
            type: dev
            subsection:
              name: dev/stats
              version_id: 1
              minimum_version_id: 1
              needed: total != 0
              fields:
              - {name: total, type: uint32}
        """;
    Found found =
        found(
            later("9.1", "9.0", LATE),
            later("9.2", "9.1", PRIO + stats),
            route("total: 1", "virt-9.1", "9.2", "9.1"));
    assertThat(found.proposals())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.words()).contains("x-stats").doesNotContain("prio"));
  }

  @Test
  void moreRamIsAskedAlone() throws CaseException {
    String ram = "- set-ram: {type: dev, ram: {dev.buf: {used: %s}}}\n";
    Found found =
        found(
            later("9.1", "9.0", LATE + ram.formatted(65536)),
            later("9.2", "9.1", PRIO + ram.formatted(131072)),
            route("", "virt-9.1", "9.1", "9.2"));
    assertThat(found.proposals())
        .extracting(Proposal::words)
        .containsExactly(
            "In 9.2, a new property dev.x-ram, which hw_compat_9_1 turns off, is asked by RAM.");
  }

  @Test
  void aPropertyThatARefusalAsksIsSet() throws CaseException {
    String check =
        """
        - add-property: {type: dev, property: x-old, kind: bool, default: "off"}
        - set-realize: {type: dev, realize: refuse "no index" when !property(x-old)}
        """;
    Found found =
        found(
            later("9.1", "9.0", LATE),
            later("9.2", "9.1", check),
            route("", "virt-9.1", "9.1", "9.2"));
    assertThat(found.proposals().getFirst().words())
        .isEqualTo("In 9.2, hw_compat_9_1 sets dev.x-old to on.");
  }
}
