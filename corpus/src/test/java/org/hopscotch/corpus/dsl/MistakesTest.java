package org.hopscotch.corpus.dsl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hopscotch.corpus.dsl.Fields.*;
import static org.hopscotch.corpus.dsl.Properties.*;
import static org.hopscotch.corpus.dsl.Telling.*;
import static org.hopscotch.model.scenario.InvariantId.NEWER_TO_OLDER;
import static org.hopscotch.model.schema.ScalarType.UINT8;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What cannot be is told at the word that says it, with its name.
class MistakesTest {
  private static final VMState TIMER =
      vmstate("timerx").versionId(1).minimumVersionId(1).fields(uint32("count"));
  private static final FirstRelease R51 =
      release("5.1")
          .device(device("timer-x").vmstate(TIMER).properties(propUint8("num", 1)))
          .machine(machine("pc-5.1", "5.1", "pc"));
  private static final NextRelease R52 = R51.next("5.2");

  private static void refused(ThrowingCallable mistake, String... words) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void inSections() {
    refused(() -> TIMER.fields(uint8("count")), "field count twice in timerx");
    refused(() -> uint8("latch").test("a >"), "field latch", "an operand");
    refused(() -> varray("ring", UINT8, "n + 1"), "ring", "'n + 1'");
    refused(() -> validate("short", "len <"), "validate short");
    refused(() -> TIMER.postLoad("refuse when 1"), "post_load of timerx", "quoted words");
    refused(() -> TIMER.needed("("), "needed of timerx");
    refused(() -> TIMER.loadStateOld(0, "x", uint8("a")), "load_state_old of timerx");
    refused(() -> TIMER.loadStateOld(0, "", uint8("a"), uint8("a")), "field a twice");
    refused(() -> TIMER.subsections(vmstate("a"), vmstate("a")), "subsection a twice in timerx");
    refused(() -> TIMER.subsections(vmstate("a").priority(1)), "subsection a");
    refused(() -> struct("s", TIMER.needed("0")), "struct timerx");
    refused(() -> arrayOf(uint8Array("regs", 2), 2), "field regs");
  }

  @Test
  void inDeviceTypes() {
    ToldDevice device = device("timer-x").vmstate(TIMER);
    refused(() -> propUint8("num", 256), "num");
    refused(() -> prop("num", "uint15", "1"), "uint15", "did you mean 'uint16'?");
    refused(() -> device.properties(propBool("p", true), propBool("p", true)), "property p twice");
    refused(() -> device.members(member("m", UINT8), member("m", UINT8)), "member m twice");
    refused(() -> member("m", UINT8).reset("1 +"), "operand");
    refused(() -> memberArray("m", UINT8, "x +"), "length of m");
    refused(() -> device.realize("a = 1"), "realize of timer-x", "only refusals");
    refused(() -> device.instanceId("1 +"), "instance id of timer-x");
    refused(() -> device.ram(ram("a", "1"), ram("a", "2")), "RAM block a twice in timer-x");
  }

  @Test
  void inReleases() {
    refused(() -> R51.device(device("timer-x")), "5.1", "device type twice: timer-x");
    refused(() -> R51.device(device("y").parent("timer")), "5.1", "no parent type: timer");
    refused(
        () -> R51.device(device("y").vmstate(vmstate("y").fields(uint8("a").test("b > 1")))),
        "no member 'b' of y in 5.1");
    refused(
        () -> R51.device(device("y").vmstate(vmstate("y").needed("property(x-a)"))),
        "no property 'x-a' of y in 5.1");
    refused(() -> R51.machine(machine("pc-5.1", "pc")), "machine type twice: pc-5.1");
    refused(
        () -> R51.machine(machine("q", "pc").device("d", "timer-y")),
        "no device type 'timer-y' in 5.1; did you mean 'timer-x'?");
    refused(() -> R51.table(table("hw_compat_5_0").row("timer", "num", "1")), "'timer'");
    refused(
        () -> R51.table(table("hw_compat_5_0").row("timer-x", "nun", "1")),
        "row of hw_compat_5_0",
        "no property 'nun' in timer-x of 5.1; did you mean 'num'?");
    refused(() -> R51.table(table("odd").row("timer-x", "num", "1")), "table odd");
    refused(() -> R51.table(table("hw_compat_5_0").row("timer-x", "num", "on")), "timer-x.num");
  }

  @Test
  void inChanges() {
    refused(() -> R52.addField("timer-y", uint8("a")), "no device type 'timer-y' in 5.2");
    refused(() -> R52.addField("timer-x", uint8("count")), "field count twice in timerx");
    refused(() -> R52.addFieldBefore("timer-x", "cnt", uint8("a")), "add-field in 5.2", "cnt");
    refused(() -> R52.removeField("timer-x", "latch"), "remove-field in 5.2", "latch");
    refused(() -> R52.removeField(in("timer-x", "slot"), "a"), "no section slot in timer-x");
    refused(() -> R52.addProperty("timer-x", propUint8("num", 2)), "already there: num");
    refused(() -> R52.setDefault("timer-x", "nam", "1"), "'nam'", "did you mean 'num'?");
    refused(() -> R52.setDefault("timer-x", "num", "on"), "set-default in 5.2", "num");
    refused(() -> R52.addRow("hw_compat_5_1", "timer-x", "num", "on"), "hw_compat_5_1", "num");
    refused(() -> R52.removeMachine("pc-5.0"), "remove-machine in 5.2", "pc-5.0");
    refused(() -> R52.setNeeded("timer-x", "timerx/a", "1 +"), "needed of timerx/a");
    refused(() -> R52.setNeeded("timer-x", "timerx/a", "1"), "timerx/a");
  }

  @Test
  void inScenarios() {
    NextRelease odd = R52.addField("timer-x", uint8("a").test("property(x-a)"));
    refused(() -> scenario(R51, odd), "no property 'x-a' of timer-x in 5.2");
    refused(() -> scenario(odd, R51), "no earlier release 5.1");
    ToldScenario start = scenario(R51, R52);
    refused(() -> start.device("dev0", "timer-y"), "'timer-y'", "did you mean 'timer-x'?");
    ToldScenario one = start.device("dev0", "timer-x");
    refused(() -> one.device("dev0", "timer-x"), "device dev0 twice");
    refused(() -> one.property("dev1", "num", "1"), "'dev1'", "did you mean 'dev0'?");
    refused(() -> one.property("dev0", "nam", "1"), "'nam'");
    refused(() -> one.global("timer-x", "nam", "1"), "'nam'");
    refused(() -> one.guest("dev0", "count", 1).guest("dev0", "count", 2), "count of dev0 twice");
    refused(() -> one.guest("dev0", "cuont", 1).from("5.1", "pc-5.1"), "no member 'cuont'");
    refused(() -> one.guest("dev1", "count", 1).from("5.1", "pc-5.1"), "no device 'dev1'");
    refused(() -> one.from("5.3", "pc-5.1"), "no release '5.3'");
    refused(() -> one.from("5.1", "pc-5.11"), "no machine type 'pc-5.11'");
    refused(() -> one.fromUnknownMachine("5.1", "pc-5.1"), "pc-5.1 is known");
  }

  @Test
  void inCases() {
    ToldCase told = scenario(R51, R52).from("5.1", "pc-5.1").to("5.2", "pc-5.1").about("A story.");
    refused(() -> told.violated(NEWER_TO_OLDER).toCase(), "either 'repair' or 'no-repair'");
    refused(() -> told.violated(NEWER_TO_OLDER).holds(NEWER_TO_OLDER), "newer-to-older");
    refused(() -> told.repair(R52.repaired(), R52.repaired()), "repaired twice: 5.2");
    refused(() -> told.repair(R52.repaired()).toCase(), "a regression has nothing to repair");
  }
}
