package org.hopscotch.harness.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hopscotch.model.scenario.InvariantId.CONFIGURATION_PINNED;
import static org.hopscotch.model.scenario.InvariantId.NEWER_TO_OLDER;
import static org.hopscotch.model.scenario.InvariantId.OLDER_TO_NEWER;
import static org.hopscotch.model.scenario.InvariantId.OLD_MACHINE_SAME_RELEASE;
import static org.hopscotch.model.scenario.InvariantId.ROUND_TRIP;

import org.junit.jupiter.api.Test;

/// Why members are not what they were.
class ExplanationTest {
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
  void sectionsOfOneNameComeTwiceToTheFirst() {
    String types = TIMER.replace("timer:\n  s", "timer:\n  instance_id: 0\n  s");
    String rest =
        """
        configuration: {devices: {net0: {type: timer}, net1: {type: timer}}}
        guest: {net0: {count: 17}, net1: {count: 4711}}
        """;
    Explanation explanation =
        Cases.explained(Cases.of(types, "", rest, "\"5.1\"", "\"5.2\""), OLDER_TO_NEWER);
    assertThat(explanation.what())
        .contains("Section timer 0 came twice, from net0 and net1; device net0 took both, net1")
        .doesNotContain("always");
  }

  /// Both ends are equal there: the second one takes all the same.
  @Test
  void aTripWithinOneReleaseNamesThatReleaseAlone() {
    String types = TIMER + "  members:\n    hidden: {type: uint8}\n";
    String rest = ONE + "guest: {dev0: {hidden: 7}}\n";
    String yaml = Cases.of(types, "", rest, "\"5.1\"", "\"5.2\"");
    assertThat(Cases.explained(yaml, ROUND_TRIP).what())
        .contains("5.1 as the source never sends it; 5.1 as the destination never takes it")
        .doesNotContain("5.2");
    String there = Cases.of(types, "", rest, "\"5.2\"", "\"5.1\"", "\"5.2\"");
    assertThat(Cases.explained(there, ROUND_TRIP).what())
        .contains("5.2 as the source never sends it; 5.2 as the destination never takes it")
        .doesNotContain("5.2 as the source never sends it; 5.1");
  }

  @Test
  void whatAnOlderGuestIsLikeIsNoAdviceForAMemberThatItHas() {
    String types =
        TIMER.replace("count, type: uint32}", "count, type: uint32, test: property(send)}")
            + "  properties:\n    send: {kind: bool, default: \"off\"}\n";
    String changes = "- set-default: {type: timer, property: send, value: \"on\"}\n";
    String rest = ONE + "guest: {dev0: {count: 7}}\n";
    String row = "- add-row: {table: hw_compat_5_1, version: \"5.1\", timer.send: \"off\"}\n";
    Explanation explanation =
        Cases.explained(Cases.of(types, changes + row, rest, "\"5.1\"", "\"5.2\""), OLDER_TO_NEWER);
    assertThat(explanation.what())
        .contains("sends it while property(send), which does not hold (send is off)");
    assertThat(explanation.repairs()).noneMatch(repair -> repair.contains("pre_load"));
  }

  @Test
  void aResetThatAsksAPropertyIsTheCause() {
    String types =
        TIMER
            + "  properties:\n    fast: {kind: bool, default: \"off\"}\n"
            + "  members:\n    speed: {type: uint8, reset: property(fast)}\n";
    String changes = "- set-default: {type: timer, property: fast, value: \"on\"}\n";
    String yaml = Cases.of(types, changes, ONE, "\"5.1\"", "\"5.2\"");
    String cause =
        "The reset of speed asks property fast, which is off on 5.1 (the default) and on on 5.2";
    assertThat(Cases.explained(yaml, OLDER_TO_NEWER).what()).contains(cause);
    assertThat(Cases.explained(yaml, OLD_MACHINE_SAME_RELEASE).what()).contains(cause);
    assertThat(Cases.explained(yaml, OLDER_TO_NEWER).repairs())
        .contains("In 5.2, add { timer, fast, \"off\" } to hw_compat_5_1.")
        .noneMatch(repair -> repair.startsWith("Send speed"));
  }

  @Test
  void whatTheHostHasOtherwiseIsTheCause() {
    String types = TIMER + "  members:\n    speed: {type: uint8, reset: property(host.turbo)}\n";
    String yaml =
        Cases.of(
            types,
            "",
            ONE,
            "\"5.2\", machine: pc-5.1, host: {turbo: 1}",
            "\"5.1\", machine: pc-5.1, host: {turbo: 0}");
    assertThat(Cases.explained(yaml, NEWER_TO_OLDER).what())
        .contains("The reset of speed asks host.turbo, which is 1 on 5.2 and 0 on 5.1.");
    assertThat(Cases.story(yaml)).contains("asked for: host.turbo = 1");
  }

  @Test
  void hooksThatCopyAndComputeAreNamed() {
    String types =
        TIMER.replace(
                "  fields",
                "  pre_save: count = speed\n    post_load: speed = count + 1\n    fields")
            + "  members:\n    speed: {type: uint8}\n";
    String rest = ONE + "guest: {dev0: {speed: 7}}\n";
    assertThat(
            Cases.explained(Cases.of(types, "", rest, "\"5.1\"", "\"5.2\""), OLDER_TO_NEWER).what())
        .contains("speed is copied by pre_save of timer: count = speed.")
        .contains("Of count, 5.1 sends it always.")
        .contains("speed is computed by post_load of timer on 5.2: speed = count + 1.")
        .doesNotContain("keeps the value of the reset");
  }

  /// A difference of layouts is no reason for a property that is not pinned.
  @Test
  void aLayoutIsNoReasonForAProperty() {
    String types =
        TIMER + "  properties:\n    fast: {kind: bool, default: \"off\", visible: true}\n";
    String changes =
        """
        - set-default: {type: timer, property: fast, value: "on"}
        - add-field: {type: timer, field: {name: latch, type: uint8}}
        """;
    String yaml = Cases.of(types, changes, ONE, "\"5.2\"", "\"5.1\"");
    assertThat(Cases.explained(yaml, CONFIGURATION_PINNED).what()).doesNotContain("latch");
    assertThat(Cases.explained(yaml, NEWER_TO_OLDER).what())
        .contains("In 5.2 field latch of timer is new, without condition.");
  }

  @Test
  void advisesTheTableThatTheFamilyHas() {
    String types =
        TIMER
            + "  properties:\n    fast: {kind: bool, default: \"off\"}\n"
            + "  members:\n    speed: {type: uint8, reset: property(fast)}\n";
    String changes =
        """
        - set-default: {type: timer, property: fast, value: "on"}
        - add-property: {type: timer, property: odd, kind: bool, default: "on"}
        - add-row: {table: pc_compat_5_1, version: "5.1", family: pc, timer.odd: "off"}
        """;
    String yaml = Cases.of(types, changes, ONE, "\"5.1\"", "\"5.2\"");
    assertThat(Cases.explained(yaml, OLDER_TO_NEWER).repairs())
        .contains("In 5.2, add { timer, fast, \"off\" } to pc_compat_5_1.");
  }

  @Test
  void aSectionThatIsNotNeededIsNotSentAlways() {
    String types = TIMER.replace("timer:\n  s", "timer:\n  needed: property(host.armed)\n  s");
    String rest = ONE + "guest: {dev0: {count: 7}}\n";
    String stop = "\"5.1\", machine: pc-5.1, host: ";
    String what =
        Cases.explained(Cases.of(types, "", rest, stop + "{armed: 0}", "\"5.2\""), OLDER_TO_NEWER)
            .what();
    assertThat(what)
        .contains("sends its section while property(host.armed), which does not hold (host.armed")
        .contains("Where it does not arrive it keeps the value of the reset, 0.");
  }

  @Test
  void countedInstancesAreThoseOfOtherDevicesInAnotherOrder() {
    String rest = "guest: {a: {count: 1}, b: {count: 2}}\n";
    String machines =
        """
        - set-machine:
            name: pc-5.1
            version: "5.1"
            family: pc
            devices: {b: {type: timer}, a: {type: timer}}
        """;
    String yaml =
        Cases.of(TIMER, machines, rest, "\"5.1\"", "\"5.2\"")
            .replace(
                "{version: \"5.1\", family: pc}",
                "{version: \"5.1\", family: pc, devices: {a: {type: timer}, b: {type: timer}}}");
    assertThat(Cases.explained(yaml, OLDER_TO_NEWER).what())
        .contains("Section timer 0 is that of a on 5.1 and of b on 5.2.")
        .doesNotContain("always");
  }
}
