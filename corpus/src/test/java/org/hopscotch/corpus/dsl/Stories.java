package org.hopscotch.corpus.dsl;

import static org.hopscotch.corpus.dsl.Fields.*;
import static org.hopscotch.corpus.dsl.Properties.*;
import static org.hopscotch.corpus.dsl.Telling.*;
import static org.hopscotch.model.scenario.InvariantId.CONFIGURATION_PINNED;
import static org.hopscotch.model.scenario.InvariantId.NEWER_TO_OLDER;
import static org.hopscotch.model.scenario.InvariantId.NOTHING_UNDEFINED;
import static org.hopscotch.model.scenario.InvariantId.OLDER_TO_NEWER;
import static org.hopscotch.model.scenario.InvariantId.OLD_MACHINE_SAME_RELEASE;
import static org.hopscotch.model.scenario.InvariantId.ROUND_TRIP;
import static org.hopscotch.model.scenario.InvariantId.UNKNOWN_MACHINE;
import static org.hopscotch.model.schema.ScalarType.UINT16;
import static org.hopscotch.model.schema.ScalarType.UINT8;

import java.util.Map;
import java.util.TreeMap;
import org.hopscotch.corpus.BreakClass;
import org.hopscotch.model.scenario.Severity;

/// Stories of the corpus, told in Java word by word as their files tell them.
final class Stories {
  private static final FirstRelease R51 =
      release("5.1")
          .device(
              device("timer-x")
                  .vmstate(
                      vmstate("timerx").versionId(1).minimumVersionId(1).fields(uint32("count"))))
          .machine(pc("5.1"));

  private Stories() {}

  /// {@return the stories, by the names of their files in corpus/cases}
  static Map<String, ToldCase> byFile() {
    Map<String, ToldCase> all = new TreeMap<>();
    all.put("version-raised.yaml", versionRaised());
    all.put("subsection-by-property.yaml", subsectionByProperty());
    all.put("absent-subsection-pre-load.yaml", preLoad());
    all.put("below-minimum-load-state-old.yaml", loadStateOld());
    all.put("chain-pinned-by-hand.yaml", pinnedByHand());
    all.put("precedence.yaml", precedence());
    all.put("machine-type-retired.yaml", retired());
    all.put("memory-backend-file-block-renamed.yaml", ramRenamed());
    all.put("hooks-massage.yaml", hooksMassage());
    return all;
  }

  private static ToldMachine pc(String version) {
    return machine("pc-" + version, version, "pc").alias("pc");
  }

  private static NextRelease next(ToldRelease like, String name) {
    return like.next(name).addMachine(pc(name));
  }

  private static ToldScenario timer(ToldRelease... releases) {
    return scenario(releases).device("dev0", "timer-x").guest("dev0", "count", 77);
  }

  private static ToldCase versionRaised() {
    NextRelease r52 =
        next(R51, "5.2").addField("timer-x", uint8("latch").since(2)).setVersions("timer-x", 2, 1);
    return timer(R51, r52)
        .from("5.2", "pc-5.1")
        .to("5.1", "pc-5.1")
        .about(
            "A new field, and the version raised for it: saving always writes version_id, so"
                + " every older release is shut out, for every machine type.")
        .classes(BreakClass.F_BUMP, BreakClass.F_ADD)
        .violated(NEWER_TO_OLDER, Severity.REFUSED, "section too new")
        .repair(
            r52.repaired()
                .setVersions("timer-x", 1, 1)
                .addProperty("timer-x", propBool("x-latch", true))
                .addRow("hw_compat_5_1", "timer-x", "x-latch", "off")
                .replaceField("timer-x", "latch", uint8("latch").test("property(x-latch)")));
  }

  private static ToldCase subsectionByProperty() {
    NextRelease r52 =
        next(R51, "5.2")
            .addProperty("timer-x", propBool("x-latch", true))
            .addRow("hw_compat_5_1", "timer-x", "x-latch", "off")
            .addMember("timer-x", member("latch", UINT8).meaningful("property(x-latch)"))
            .addSubsection(
                "timer-x",
                vmstate("timerx/latch")
                    .versionId(1)
                    .minimumVersionId(1)
                    .needed("property(x-latch)")
                    .fields(uint8("latch")));
    return timer(R51, r52)
        .from("5.2", "pc-5.1")
        .to("5.1", "pc-5.1")
        .about(
            "A subsection whose `needed` asks a property that hw_compat_5_1 turns off: for pc-5.1"
                + " it never travels, whatever the guest does.")
        .holds(NEWER_TO_OLDER);
  }

  private static ToldCase preLoad() {
    NextRelease r52 =
        next(R51, "5.2")
            .addMember("timer-x", member("latch", UINT8).reset("3").implied("3"))
            .addSubsection(
                "timer-x",
                vmstate("timerx/latch")
                    .versionId(1)
                    .minimumVersionId(1)
                    .needed("latch != 3")
                    .fields(uint8("latch")))
            .setHooks("timer-x", hooks().preLoad("latch = 3"));
    return timer(R51, r52)
        .from("5.1", "pc-5.1")
        .to("5.2", "pc-5.1")
        .about(
            "pre_load gives the value of a guest whose stream has no such subsection, before"
                + " anything is read: the repair of both cases before.")
        .holds(OLDER_TO_NEWER, NOTHING_UNDEFINED);
  }

  private static ToldCase loadStateOld() {
    NextRelease r52 =
        next(R51, "5.2")
            .addFieldBefore("timer-x", "count", uint8("latch"))
            .setVersions("timer-x", 2, 2)
            .setLoadStateOld("timer-x", 1, "latch = 0", uint32("count"));
    return timer(R51, r52)
        .from("5.1", "pc-5.1")
        .to("5.2", "pc-5.1")
        .about(
            "The same with load_state_old, which reads the layout of version 1 and gives the rest"
                + " its values: older streams arrive although they are below the minimum.")
        .holds(OLDER_TO_NEWER);
  }

  private static ToldCase pinnedByHand() {
    FirstRelease r51 =
        release("5.1")
            .device(
                device("virtio-device").abstractType(),
                device("virtio-blk-device")
                    .parent("virtio-device")
                    .properties(propUint16("num-queues", 1).visibleToGuest().implied("1"))
                    .members(
                        member("num_queues", UINT16).reset("property(num-queues)"),
                        memberArray("vring", UINT16, "property(num-queues)").leftFree())
                    .vmstate(
                        vmstate("virtio-blk")
                            .versionId(2)
                            .minimumVersionId(2)
                            .postLoad(
                                "refuse \"more queues than the device has\""
                                    + " when num_queues > property(num-queues)")
                            .fields(
                                uint8("status"),
                                uint16("num_queues"),
                                varray("vring", UINT16, "num_queues"))))
            .machine(pc("5.1"));
    NextRelease r52 =
        next(r51, "5.2")
            .setAutomaticDefault(
                "virtio-blk-device", "num-queues", "65535", "65535", "property(machine.cpus)");
    NextRelease r60 = next(r52, "6.0");
    return scenario(r51, r52, r60)
        .cpus(4)
        .deviceAt("0000:00:03.0", "disk", "virtio-blk-device")
        .guest("disk", "status", 7)
        .guest("disk", "vring", numbers(100))
        .from("5.1", "pc-5.1")
        .to("5.2", "pc-5.1")
        .property("disk", "num-queues", "1")
        .to("6.0", "pc-5.1")
        .about(
            "No row, and somebody knew: on B the number of queues is set by hand to what A had."
                + " The guest arrives there unharmed. C starts with its default, and the queues"
                + " that it has more are undefined there. What is set by hand has to be set at"
                + " every stop.")
        .classes(BreakClass.P_AUTO, BreakClass.C_CHAIN)
        .violated(NOTHING_UNDEFINED, Severity.CHANGED, "member undefined")
        .violated(CONFIGURATION_PINNED, Severity.CHANGED, "property not pinned")
        .violated(OLD_MACHINE_SAME_RELEASE, Severity.CHANGED, "looks different after a reset")
        .repair(
            r60.repaired().addRow("hw_compat_5_1", "virtio-blk-device", "num-queues", "1"),
            r52.repaired().addRow("hw_compat_5_1", "virtio-blk-device", "num-queues", "1"));
  }

  private static ToldCase precedence() {
    FirstRelease r51 =
        release("5.1")
            .device(
                device("base").abstractType().properties(propUint8("speed", 1).visibleToGuest()),
                device("leaf")
                    .parent("base")
                    .members(member("speed", UINT8).reset("property(speed)"))
                    .vmstate(
                        vmstate("leaf").versionId(1).minimumVersionId(1).fields(uint8("speed"))))
            .machine(pc("5.1"));
    NextRelease r52 =
        next(r51, "5.2")
            .setDefault("base", "speed", "2")
            .addRow("pc_compat_defaults", "base", "speed", "5")
            .addRow("hw_compat_5_1", "base", "speed", "6");
    return scenario(r51, r52)
        .global("leaf", "speed", "7")
        .device("dev0", "leaf")
        .property("dev0", "speed", "8")
        .from("5.1", "pc-5.1")
        .to("5.2", "pc-5.1")
        .about(
            "A family default, a row, a -global and the device's own option all speak of one"
                + " property: what comes later wins, so the option does.")
        .holds(CONFIGURATION_PINNED, OLDER_TO_NEWER);
  }

  private static ToldCase retired() {
    NextRelease r52 = next(R51, "5.2");
    NextRelease r60 = next(r52, "6.0").removeMachine("pc-5.1");
    return timer(R51, r52, r60)
        .from("5.1", "pc-5.1")
        .to("5.2", "pc-5.1")
        .to("6.0", "pc-5.1")
        .about(
            "C no longer offers the machine type: the guest travels as far as releases know it,"
                + " and there the start is refused with a clear word.")
        .holds(UNKNOWN_MACHINE, OLDER_TO_NEWER);
  }

  private static ToldCase ramRenamed() {
    FirstRelease r31 =
        release("3.1")
            .device(device("memory-backend-file").ram(ram("/objects/mem0", "0x100000")))
            .machine(pc("3.1"));
    NextRelease r40 = next(r31, "4.0").setRam("memory-backend-file", ram("mem0", "0x100000"));
    return scenario(r31, r40)
        .device("mem0", "memory-backend-file")
        .from("3.1", "pc-3.1")
        .to("4.0", "pc-3.1")
        .about(
            "Guest memory that lies in a file is called by the path of its object up to 3.1, by"
                + " the object's plain id from 4.0 on. RAM is found by name, so 4.0 does not know"
                + " the memory that a guest of 3.1 brings, nor 3.1 that of 4.0;"
                + " memory-backend-memfd is the same.")
        .classes(BreakClass.R_NAME)
        .source("Commit fa0cb34d22")
        .violated(OLDER_TO_NEWER, Severity.REFUSED, "unknown ram block")
        .repair(
            r40.repaired()
                .addProperty(
                    "memory-backend-file", propBool("x-use-canonical-path-for-ramblock-id", false))
                .addRow(
                    "hw_compat_3_1",
                    "memory-backend-file",
                    "x-use-canonical-path-for-ramblock-id",
                    "on")
                .setRam(
                    "memory-backend-file",
                    ram("mem0", "0x100000")
                        .present("!property(x-use-canonical-path-for-ramblock-id)"),
                    ram("/objects/mem0", "0x100000")
                        .present("property(x-use-canonical-path-for-ramblock-id)")));
  }

  private static ToldCase hooksMassage() {
    FirstRelease r51 =
        release("5.1")
            .device(
                device("bmdma")
                    .members(
                        member("status", UINT8), member("cmd", UINT8), member("bm", UINT8).hidden())
                    .vmstate(
                        vmstate("bmdma")
                            .versionId(1)
                            .minimumVersionId(1)
                            .preSave("bm = status | cmd << 4")
                            .postLoad("status = bm & 15, cmd = bm >> 4")
                            .fields(uint8("bm"))))
            .machine(pc("5.1"));
    return scenario(r51, next(r51, "5.2"))
        .device("dev0", "bmdma")
        .guest("dev0", "status", 5)
        .guest("dev0", "cmd", 9)
        .from("5.2", "pc-5.1")
        .to("5.1", "pc-5.1")
        .about(
            "A register that 5.2 keeps in two parts and 5.1 in one: pre_save puts the parts"
                + " together, post_load takes them apart.")
        .holds(NEWER_TO_OLDER, ROUND_TRIP);
  }
}
