package org.hopscotch.harness.planted;

import static org.hopscotch.corpus.dsl.Fields.*;
import static org.hopscotch.corpus.dsl.Properties.*;
import static org.hopscotch.corpus.dsl.Telling.*;
import static org.hopscotch.model.schema.ScalarType.INT32;
import static org.hopscotch.model.schema.ScalarType.UINT16;
import static org.hopscotch.model.schema.ScalarType.UINT32;
import static org.hopscotch.model.schema.ScalarType.UINT64;
import static org.hopscotch.model.schema.ScalarType.UINT8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hopscotch.corpus.dsl.FirstRelease;
import org.hopscotch.corpus.dsl.NextRelease;
import org.hopscotch.corpus.dsl.ToldDevice;
import org.hopscotch.corpus.dsl.ToldMachine;
import org.hopscotch.corpus.dsl.ToldScenario;
import org.hopscotch.corpus.dsl.VMState;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.state.Value;

/// One history that is sound in every direction and has a little of everything, with guests and
/// routes over it.
final class SoundScenarios {
  private static final ToldDevice CHIP =
      device("chip")
          .members(
              member("model", UINT32).reset("5"),
              member("limit", INT32).reset("7"),
              memberArray("ring", UINT16, "4"),
              memberBytes("blob", "8"),
              memberBytes("data", "8"),
              memberArray("regs", UINT8, "6"),
              member("nbits", UINT32).reset("100"),
              memberArray("map", UINT64, "2"),
              member("latched", UINT8))
          .vmstate(
              vmstate("chip")
                  .versionId(3)
                  .minimumVersionId(2)
                  .fields(
                      bool("on"),
                      int8("tiny"),
                      int16("delta"),
                      int32("level"),
                      uint16("word"),
                      uint16("other"),
                      uint32("reg"),
                      uint64("big"),
                      timer("alarm"),
                      timer("idle"),
                      uint32Equal("model"),
                      int32PositiveLe("limit"),
                      uint8("num"),
                      varray("ring", UINT16, "num"),
                      vbuffer("data", "num * 2"),
                      bufferStartMiddle("blob", 8, 2),
                      uint16Array("four", 4),
                      subArray("regs", UINT8, 2, 3),
                      bitmap("map", "nbits"),
                      unused(3),
                      uint8("mode"),
                      uint8("extra").test("(mode & 1) != 0"),
                      uint16("third").test("mode == 8"),
                      uint8("late").since(3)));

  private static final ToldDevice HUB =
      device("hub")
          .members(
              member("key", UINT8),
              member("xv", UINT8).leftFree(),
              member("lo", UINT8),
              member("hi", UINT8),
              member("total", UINT8),
              member("seen", UINT8).reset("xv"),
              member("flag", UINT8).hidden(),
              member("zed", UINT8).reset("1").hidden(),
              memberStruct("inner", member("a", UINT8), member("copy", UINT8).hidden()),
              memberPointers("slots", "2", "1", member("x", UINT64)),
              memberNodes("queue"),
              memberNodes("list"),
              memberNodes("tree"))
          .vmstate(
              one("hub")
                  .versionId(2)
                  .minimumVersionId(2)
                  .preSave("flag = lo > 2, acc = acc - 1")
                  .postSave("acc = acc + 1")
                  .preLoad("xv = 7, key = 3")
                  .postLoad("total = lo + hi, seen = xv, acc = acc + 1")
                  .fields(
                      uint8("key"),
                      uint8("acc"),
                      struct(
                          "inner",
                          one("hubchild")
                              .preSave("copy = a + 1")
                              .fields(uint8("a"), uint8("copy"))),
                      vstruct(
                          "vs", one("vs").versionId(2).fields(uint8("x"), uint8("y").since(2)), 1),
                      withTmp(
                          vmstate("hub-tmp")
                              .fields(uint8("packed"))
                              .preSave("packed = lo | hi << 4")
                              .postLoad("lo = packed & 15, hi = packed >> 4")),
                      arrayOfPointerToStruct("slots", 2, one("slot").fields(uint64("x"))),
                      qtailq("queue", vmstate("node").fields(uint8("v"))),
                      qlist("list", vmstate("node").fields(uint8("v"))),
                      gtreeDirectKey("tree", vmstate("leaf").fields(uint8("v"))),
                      struct(
                          "tail",
                          one("tail")
                              .fields(uint8("t"))
                              .subsections(one("tail/more").needed("t > 4").fields(uint8("m")))))
                  .subsections(
                      one("hub/x").needed("xv != 7").fields(uint8("xv")),
                      one("hub/y").needed("flag").fields(uint8("yv")),
                      one("hub/z")
                          .needed("zed == 1")
                          .preSave("zed = 2")
                          .postSave("zed = 1")
                          .fields(uint8("zv"))));

  private static final ToldDevice NIC_BASE =
      device("nic-base")
          .abstractType()
          .properties(
              propUint16("queues", 1).visibleToGuest(),
              propUint8("mode", 1).visibleToGuest(),
              propUint8("width", 1).visibleToGuest(),
              propBool("gone", false),
              propSize("tab", "4096"))
          .members(
              member("q", UINT16).reset("property(queues)"),
              member("modev", UINT8).reset("property(mode)"),
              member("widthv", UINT8).reset("property(width)"),
              member("knob", UINT8).reset("property(machine.knob)"))
          .ram(ram("tables", "property(tab)", 1 << 20))
          .vmstate(one("nic").fields(uint16("rx")));

  private static final FirstRelease R51 =
      release("5.1")
          .machine(pc("5.0"), pc("5.1").alias("pc", "pc-old"))
          .device(
              CHIP,
              HUB,
              NIC_BASE,
              device("nic").parent("nic-base"),
              device("early").vmstate(one("early").earlySetup().fields(uint8("e"))),
              device("bus").vmstate(one("zbus").priority(2).fields(uint8("n"))),
              device("quiet").vmstate(one("quiet").needed("busy != 0").fields(uint8("busy"))),
              device("stuck")
                  .properties(propBool("pinned", true))
                  .vmstate(one("stuck").unmigratable("property(pinned)").fields(uint8("s"))))
          .table(
              table("pc_defaults").family("pc").row("nic-base", "width", "4"),
              table("hw_compat_5_0").version("5.0").row("nic-base", "width", "2"));

  private static final NextRelease R52 =
      R51.next("5.2")
          .addMachine(pc("5.2").alias("pc"))
          .removeProperty("nic-base", "gone")
          .addRows(
              table("hw_compat_5_1")
                  .version("5.1")
                  .row("nic-base", "queues", "1")
                  .row("nic-base", "mode", "1")
                  .optionalRow("nic-base", "gone", "off"))
          .setAutomaticDefault("nic-base", "queues", "65535", "65535", "property(machine.cpus)")
          .setDefault("nic-base", "mode", "2")
          .setDefault("nic-base", "tab", "8192");

  private static final NextRelease R60 =
      R52.next("6.0")
          .addMachine(pc("6.0").alias("pc"))
          .setDefault("nic-base", "mode", "3")
          .addRow("hw_compat_5_2", "nic-base", "mode", "2");

  private SoundScenarios() {}

  private static VMState one(String name) {
    return vmstate(name).versionId(1).minimumVersionId(1);
  }

  private static ToldMachine pc(String version) {
    return machine("pc-" + version, version, "pc").option("knob", 3);
  }

  private static Value nodes(long... values) {
    Value[] all = new Value[values.length];
    for (int i = 0; i < values.length; i++) {
      all[i] = structOf(state().with("v", values[i]));
    }
    return elements(all);
  }

  private static Value tree() {
    return elements(
        structOf(state().with("key", 3).with("value", structOf(state().with("v", 1)))),
        structOf(state().with("key", 4).with("value", structOf(state().with("v", 2)))));
  }

  private static ToldScenario chips() {
    return scenario(R51, R52, R60)
        .cpus(4)
        .device("c0", "chip")
        .device("c1", "chip")
        .device("b0", "bus")
        .device("e0", "early")
        .device("q0", "quiet")
        .guest("b0", "n", 1)
        .guest("e0", "e", 2)
        .guest("c1", "word", 77)
        .guest("c0", "on", 1)
        .guest("c0", "tiny", -1)
        .guest("c0", "delta", -2)
        .guest("c0", "level", -3)
        .guest("c0", "word", 0xf234)
        .guest("c0", "other", 9)
        .guest("c0", "reg", 0xf2345678L)
        .guest("c0", "big", 0x123456789abcdef0L)
        .guest("c0", "alarm", 0x123456789aL)
        .guest("c0", "idle", -1)
        .guest("c0", "limit", 3)
        .guest("c0", "num", 3)
        .guest("c0", "ring", numbers(1, 2, 3, 0))
        .guest("c0", "data", bytes("0102030405060000"))
        .guest("c0", "blob", bytes("0000030405060708"))
        .guest("c0", "four", numbers(1, 2, 3, 4))
        .guest("c0", "regs", numbers(0, 0, 5, 6, 7, 0))
        .guest("c0", "map", numbers(0x123L, 0x4L))
        .guest("c0", "mode", 1)
        .guest("c0", "extra", 5)
        .guest("c0", "late", 6);
  }

  private static ToldScenario hub(int xv, int lo, int t) {
    return scenario(R51, R52, R60)
        .device("h0", "hub")
        .device("h1", "hub")
        .guest("h1", "xv", 7)
        .guest("h1", "seen", 7)
        .guest("h0", "key", 9)
        .guest("h0", "acc", 4)
        .guest("h0", "xv", xv)
        .guest("h0", "seen", xv)
        .guest("h0", "lo", lo)
        .guest("h0", "hi", 5)
        .guest("h0", "total", lo + 5)
        .guest("h0", "yv", lo > 2 ? 8 : 0)
        .guest("h0", "zv", 6)
        .guest("h0", "inner", structOf(state().with("a", 4).with("copy", 5)))
        .guest("h0", "slots", elements(structOf(state().with("x", 6)), Value.NULL))
        .guest("h0", "queue", nodes(1, 2))
        .guest("h0", "list", nodes(3, 4))
        .guest("h0", "tree", tree())
        .guest("h0", "tail", structOf(state().with("t", t).with("m", t > 4 ? 3 : 0)));
  }

  private static ToldScenario nic() {
    return scenario(R51, R52, R60).cpus(4).device("n0", "nic").guest("n0", "rx", 3);
  }

  static Map<String, Scenario> all() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("chips", chips().from("5.1", "pc-5.1").to("5.2", "pc-5.1").scenario());
    all.put("chips back", chips().from("5.2", "pc-5.1").to("5.1", "pc-5.1").scenario());
    all.put("chips at rest", chips().from("5.2", "pc-5.2").scenario());
    all.put(
        "chips rebooted", chips().from("5.1", "pc-5.1").to("5.2", "pc-5.1").rebooting().scenario());
    all.put("hub", hub(50, 3, 5).from("5.1", "pc-5.1").to("5.2", "pc-5.1").scenario());
    all.put("hub, little sent", hub(7, 1, 1).from("5.2", "pc-5.1").to("5.1", "pc-5.1").scenario());
    all.put(
        "hub rebooted",
        hub(50, 3, 5)
            .from("5.1", "pc-5.1")
            .to("5.2", "pc-5.1")
            .rebooting()
            .to("6.0", "pc-5.1")
            .scenario());
    all.put("nic", nic().from("5.1", "pc-5.1").to("5.2", "pc-5.1").to("6.0", "pc-5.1").scenario());
    all.put("nic of 5.2", nic().from("6.0", "pc-5.2").to("5.2", "pc-5.2").scenario());
    all.put("nic of 5.0", nic().from("5.1", "pc-5.0").to("5.2", "pc-5.0").scenario());
    all.put("nic by alias", nic().from("5.2", "pc-old").to("5.2", "pc-old").scenario());
    all.put("nic unknown", nic().from("5.2", "pc-5.2").to("5.1", "pc-5.2").scenario());
    all.put(
        "nic by hand",
        nic().global("nic-base", "mode", "7").from("5.1", "pc-5.1").to("5.2", "pc-5.1").scenario());
    all.put(
        "stuck",
        scenario(R51, R52, R60)
            .device("s0", "stuck")
            .from("5.1", "pc-5.1")
            .to("5.2", "pc-5.1")
            .scenario());
    return all;
  }
}
