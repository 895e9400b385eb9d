package org.hopscotch.corpus.dsl;

import static org.hopscotch.corpus.dsl.Fields.*;
import static org.hopscotch.corpus.dsl.Properties.*;
import static org.hopscotch.corpus.dsl.Telling.*;
import static org.hopscotch.model.schema.ScalarType.INT8;
import static org.hopscotch.model.schema.ScalarType.UINT16;
import static org.hopscotch.model.schema.ScalarType.UINT32;
import static org.hopscotch.model.schema.ScalarType.UINT64;
import static org.hopscotch.model.schema.ScalarType.UINT8;

import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;

/// The case with every key, everything.yaml, in Java.
final class EverythingTold {
  private static final VMState REGS =
      vmstate("regs")
          .versionId(1)
          .minimumVersionId(1)
          .fields(uint8("a"), int8("b").test("parent.num > 1"));

  private static final VMState SLOT =
      vmstate("slot").versionId(1).minimumVersionId(1).fields(uint64("x"));

  private static final VMState NODE =
      vmstate("node").versionId(1).minimumVersionId(1).fields(uint8("v"));

  private static final VMState MORE =
      vmstate("disk/more")
          .versionId(1)
          .minimumVersionId(1)
          .needed("num > 2")
          .fields(uint32("extra"));

  private static final VMState DISK =
      vmstate("disk")
          .versionId(3)
          .minimumVersionId(2)
          .priority(2)
          .needed("property(queues) > 0")
          .unmigratable("num == 0xffff")
          .earlySetup()
          .preSave("regs.b = 1")
          .preLoad("num = 1")
          .postLoad("refuse \"no\" when num > 9, return 1 when version < 3")
          .postSave("regs.b = 0")
          .fields(
              uint16("num"),
              varray("ring", UINT8, "num"),
              bufferStartMiddle("blob", 4, 2).since(2),
              struct("regs", REGS),
              arrayOfPointerToStruct("slots", 2, SLOT),
              qtailq("queue", NODE),
              unused(3),
              validate("small", "num < 100"))
          .loadStateOld(1, "num = num + 1", uint16("num"))
          .subsections(MORE);

  private static final FirstRelease R51 =
      release("5.1")
          .loader(LoaderFamily.FROM_9_2)
          .device(
              device("bus").abstractType().interfaces("plug", "socket"),
              device("disk")
                  .parent("bus")
                  .instanceId("2 + 1")
                  .belowPath("property(machine.ram) > 0")
                  .realize(
                      "refuse \"one\" when property(machine.ram) == 1,"
                          + " refuse \"two\" when property(machine.ram) == 2")
                  .aliasId(4)
                  .vmstate(DISK)
                  .properties(
                      propUint16("queues", 65535)
                          .automatic("65535", "property(machine.cpus)")
                          .visibleToGuest()
                          .implied("1"),
                      propArray("modes", "slow,fast", propEnum("", "slow", "slow", "fast")),
                      propOnOffAuto("cache", "auto"))
                  .members(
                      member("num", UINT16).reset("property(queues)"),
                      memberArray("ring", UINT8, "property(queues)").leftFree(),
                      memberBytes("blob", "4")
                          .reset("0xff")
                          .hidden()
                          .meaningful("num > 1")
                          .impliedNothing()
                          .legal("num > 0"),
                      memberStruct("regs", member("a", UINT8), member("b", INT8).reset("a")),
                      memberPointers("slots", "2", "1", member("x", UINT64)),
                      memberNodes("queue"))
                  .ram(ram("vram", "property(machine.ram)", 0x1000000000L)),
              device("old").properties(propBool("gone", true)))
          .table(
              table("hw_compat_5_0")
                  .family("pc")
                  .row("disk", "cache", "off")
                  .strangeOptionalRow("disk", "none", "1")
                  .strangeRow("odd.driver", "p", "1"),
              table("hw_compat_4_9").row("plug", "cache", "on"))
          .machine(
              machine("pc-5.1", "5.1", "pc")
                  .alias("pc", "q35")
                  .deprecated()
                  .device(
                      new Device(
                          "first", "disk", Optional.of("0000:00:01.0"), Map.of("cache", "on")))
                  .ram(ram("pc.ram", "property(machine.ram)"))
                  .option("suppress-vmdesc", 1),
              machine("none", "none"));

  private static final FirstRelease R511 =
      release("5.1.1").parent("5.1").device(device("other")).machine(machine("virt", "virt"));

  private static final NextRelease R52 =
      R51.next("5.2")
          .addType(
              device("nic")
                  .parent("bus")
                  .vmstate(
                      vmstate("nic").versionId(1).minimumVersionId(1).fields(buffer("mac", 6))))
          .removeType("old")
          .setRegistration("nic", registration().priority(1))
          .setParent("nic", "bus")
          .setRam("nic", ram("rom", "65536").present("property(machine.ram) > 0").below("false"))
          .setRealize("nic", "refuse \"no such medium\" when property(machine.ram) == 1")
          .addProperty("nic", propBit("mq", true))
          .addProperty("nic", propUint16("mtu", 0))
          .removeProperty("nic", "mtu")
          .setAutomaticDefault("nic", "mq", "off", "on", "1")
          .addRow("hw_compat_5_1", "nic", "mq", "on")
          .addRows(
              table("hw_compat_5_1").optionalRow("disk", "cache", "on").row("disk", "queues", "1"))
          .removeRow("hw_compat_5_0", "disk", "cache")
          .removeTable("hw_compat_4_9")
          .addMember("nic", member("rx", UINT32))
          .addMember("nic", member("tx", UINT32))
          .removeMember("nic", "tx")
          .setMember("nic", member("rx", UINT32).reset("7"))
          .addMachine(machine("pc-5.2", "5.2", "pc").alias("pc"))
          .removeMachine("none")
          .setMachine(machine("pc-5.2", "5.2", "pc").alias("pc").deprecated())
          .addFieldBefore("nic", "mac", uint32("rx"))
          .addField("nic", uint32("ry"))
          .replaceField("nic", "rx", uint32("rx").since(2))
          .removeField(in("disk", "slot"), "x")
          .setSection("bus", vmstate("n").versionId(1).minimumVersionId(1))
          .setVersions("nic", 2, 1)
          .setHooks("nic", hooks().postLoad("rx = rx & 0xff"))
          .setLoadStateOld("nic", 0, "", uint32("rx"))
          .addSubsection("nic", vmstate("nic/a").versionId(1).minimumVersionId(1))
          .addSubsection("nic", vmstate("nic/b").versionId(1).minimumVersionId(1))
          .setNeeded("nic", "nic/b", "property(mq)")
          .removeSubsection("nic", "nic/a")
          .renameSection("nic", "nic2");

  private EverythingTold() {}

  static ToldCase told() {
    return scenario(R51, R511, R52)
        .cpus(4)
        .ram(65536)
        .number("sockets", 2)
        .deviceAt("1", "sda", "disk")
        .property("sda", "cache", "off")
        .global("disk", "modes", "fast")
        .strangeGlobal("nothing", "at-all", "1")
        .capability("x-ignore-shared")
        .uuid("00000000-0000-0000-0000-000000000001")
        .host("feature", 1)
        .guest("sda", "num", 2)
        .guest("sda", "ring", numbers(1, 2, 3, 4))
        .guest("sda", "regs", structOf(state().with("a", 1).with("b", -1)))
        .guest("sda", "slots", elements(structOf(state().with("x", -1)), Value.NULL))
        .guest("sda", "queue", elements(structOf(state().with("v", 1))))
        .guest("sda", "blob", bytes("00010203"))
        .from("5.1", "pc-5.1")
        .to("5.2", "pc-5.1")
        .rebooting()
        .cpus(2)
        .number("sockets", 1)
        .host("feature", 0)
        .host("other", 1)
        .property("sda", "cache", "on")
        .withoutCapabilities()
        .withoutGlobals()
        .toUnknownMachine("5.1.1", "isapc")
        .withoutDevices()
        .device("sdb", "disk")
        .about("Every key and every kind of change.")
        .violated(InvariantId.OLDER_TO_NEWER)
        .expect(InvariantId.CHAIN_STABLE, Verdict.INTERESTING)
        .noRepair("None is known.");
  }
}
