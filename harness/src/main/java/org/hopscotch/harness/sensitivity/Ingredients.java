package org.hopscotch.harness.sensitivity;

import static org.hopscotch.corpus.dsl.Fields.bool;
import static org.hopscotch.corpus.dsl.Fields.int16;
import static org.hopscotch.corpus.dsl.Fields.int32;
import static org.hopscotch.corpus.dsl.Fields.int32PositiveLe;
import static org.hopscotch.corpus.dsl.Fields.int64;
import static org.hopscotch.corpus.dsl.Fields.int8;
import static org.hopscotch.corpus.dsl.Fields.pciConfig;
import static org.hopscotch.corpus.dsl.Fields.pciIrqState;
import static org.hopscotch.corpus.dsl.Fields.struct;
import static org.hopscotch.corpus.dsl.Fields.timer;
import static org.hopscotch.corpus.dsl.Fields.uint16;
import static org.hopscotch.corpus.dsl.Fields.uint32;
import static org.hopscotch.corpus.dsl.Fields.uint32Equal;
import static org.hopscotch.corpus.dsl.Fields.uint64;
import static org.hopscotch.corpus.dsl.Fields.uint8;
import static org.hopscotch.corpus.dsl.Fields.unused;
import static org.hopscotch.corpus.dsl.Fields.validate;
import static org.hopscotch.corpus.dsl.Properties.propBool;
import static org.hopscotch.corpus.dsl.Properties.propUint8;
import static org.hopscotch.corpus.dsl.Telling.member;
import static org.hopscotch.corpus.dsl.Telling.ram;
import static org.hopscotch.corpus.dsl.Telling.vmstate;
import static org.hopscotch.harness.sensitivity.Ingredient.NOTHING;
import static org.hopscotch.harness.sensitivity.Ingredient.fields;
import static org.hopscotch.model.schema.ScalarType.INT32;
import static org.hopscotch.model.schema.ScalarType.UINT16;
import static org.hopscotch.model.schema.ScalarType.UINT32;
import static org.hopscotch.model.schema.ScalarType.UINT8;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hopscotch.corpus.dsl.VMState;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.state.Value;

/// What small devices are made of: something of each kind that a device can have. Each is made with
/// a name of its own, so that a device can have two.
final class Ingredients {
  private static final long BIG = 0x8123456789abcdefL;
  private static final String PAGE = "4096";

  private Ingredients() {}

  /// {@return numbers, which go beside others too}
  static List<Function<String, Ingredient>> numbers() {
    return List.of(
        n -> fields(uint8(n)).guest(n, 1, 0x80),
        n -> fields(uint16(n)).guest(n, 1, 0x8001),
        n -> fields(uint32(n)).guest(n, 1, 0x80000001L),
        n -> fields(bool(n)).guest(n, 1),
        n -> fields(int8(n)).guest(n, 1, -1),
        n -> fields(int16(n)).guest(n, 1, -1),
        n -> fields(int32(n)).guest(n, 1, -1),
        n -> fields(int64(n)).guest(n, 1, -1),
        n -> fields(uint64(n)).guest(n, 1, BIG),
        n -> fields(timer(n)).guest(n, 1, 0x1234567890L, -1));
  }

  /// {@return everything that one device can have}
  static List<Function<String, Ingredient>> all() {
    return Stream.of(
            List.<Function<String, Ingredient>>of(_ -> NOTHING),
            numbers(),
            checked(),
            ManyIngredients.several(),
            ManyIngredients.structs(),
            versions(),
            subsections(),
            hooks(),
            registered(),
            started())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Function<String, Ingredient>> checked() {
    return List.of(
        n -> fields(uint32Equal(n)).members(member(n, UINT32).reset("5")),
        n -> fields(int32PositiveLe(n)).members(member(n, INT32).reset("7")).guest(n, 3),
        n -> fields(validate("is " + n, "1")),
        n -> fields(unused(1)),
        n -> fields(pciConfig(n, 64)),
        n -> fields(pciIrqState(n)).guest(n, Value.of(1)));
  }

  private static VMState one(String name, Field... fields) {
    return vmstate(name).versionId(1).minimumVersionId(1).fields(fields);
  }

  private static List<Function<String, Ingredient>> versions() {
    return List.of(
        _ -> NOTHING.with(section -> section.versionId(2)),
        _ -> NOTHING.with(section -> section.versionId(2).minimumVersionId(2)),
        n -> fields(uint8(n).since(1)).guest(n, 1),
        n -> fields(uint8(n).since(2)).with(section -> section.versionId(2)).guest(n, 1),
        n -> fields(uint8(n).since(2)),
        n -> fields(uint8(n).test("0")),
        n -> fields(uint8("is" + n), uint8(n).test("is" + n)).guest("is" + n, 1));
  }

  private static List<Function<String, Ingredient>> subsections() {
    return List.of(
        n -> more("dev/" + n, "1", n),
        n -> more("dev/" + n, n + " != 0", n),
        n -> more("dev/" + n, "0", n),
        n ->
            NOTHING
                .members(member(n, UINT8))
                .with(section -> section.subsections(one("dev/" + n).needed("0"))),
        n -> NOTHING.with(section -> section.subsections(one("dev/" + n).needed("1"))),
        n ->
            NOTHING.with(section ->
                section.subsections(one("dev/" + n).needed("1"), one("dev/z" + n).needed("1"))),
        n ->
            NOTHING
                .members(member(n, UINT8).hidden())
                .with(section ->
                    section
                        .preSave(n + " = 1")
                        .subsections(one("dev/" + n, uint8("v" + n)).needed(n)))
                .guest("v" + n, 1),
        n ->
            NOTHING
                .members(member(n, UINT8).reset("1").hidden())
                .with(section ->
                    section.subsections(
                        one("dev/" + n, uint8("v" + n))
                            .needed(n + " == 1")
                            .preSave(n + " = 2")
                            .postSave(n + " = 1")))
                .guest("v" + n, 1),
        n ->
            fields(struct("u" + n, one("dev" + n + "x")))
                .with(section -> section.subsections(one("dev/" + n).needed("1"))),
        n ->
            fields(struct("u" + n, one("de")))
                .with(section -> section.subsections(one("dev/" + n).needed("1"))));
  }

  private static Ingredient more(String name, String needed, String n) {
    return NOTHING
        .with(section -> section.subsections(one(name, uint8(n)).needed(needed)))
        .guest(n, 1);
  }

  private static List<Function<String, Ingredient>> hooks() {
    return List.of(
        n ->
            fields(uint8(n))
                .members(member(n, UINT8).hidden(), member("w" + n, UINT8))
                .with(section -> section.preSave(n + " = w" + n).postLoad("w" + n + " = " + n))
                .guest("w" + n, 1),
        n ->
            fields(uint8(n))
                .members(member("w" + n, UINT8))
                .with(section -> section.postLoad("w" + n + " = " + n))
                .guest(Map.of(n, Value.of(1), "w" + n, Value.of(1))),
        n ->
            fields(uint8(n))
                .with(section ->
                    section
                        .preSave(n + " = " + n + " - 1")
                        .postSave(n + " = " + n + " + 1")
                        .postLoad(n + " = " + n + " + 1"))
                .guest(n, 1),
        n ->
            NOTHING
                .members(member(n, UINT8).leftFree())
                .with(section -> section.preLoad(n + " = 7"))
                .guest(n, 7),
        n -> fields(uint8(n)).with(section -> section.preLoad(n + " = 7")).guest(n, 1),
        n ->
            NOTHING
                .members(member(n, UINT8))
                .with(section ->
                    section
                        .preLoad(n + " = 7")
                        .subsections(one("dev/" + n, uint8(n)).needed(n + " != 7")))
                .guest(n, 7, 1),
        n ->
            NOTHING
                .members(member(n, UINT8), member("w" + n, UINT8))
                .with(section ->
                    section
                        .postLoad("w" + n + " = " + n)
                        .subsections(one("dev/" + n, uint8(n)).needed(n + " != 0")))
                .guest(Map.of(n, Value.of(1), "w" + n, Value.of(1))));
  }

  private static List<Function<String, Ingredient>> registered() {
    return List.of(
        n -> NOTHING.of(one -> one.ram(ram("rom" + n, PAGE))),
        n -> NOTHING.of(one -> one.ram(ram("rom" + n, PAGE, 1 << 16))),
        _ -> NOTHING.with(section -> section.needed("0")),
        n -> NOTHING.members(member(n, UINT8)).with(section -> section.needed(n + " != 0")),
        n -> fields(uint8(n)).with(section -> section.needed(n + " != 0")).guest(n, 1),
        _ -> NOTHING.with(VMState::unmigratable),
        _ -> NOTHING.with(VMState::earlySetup),
        n -> fields(uint8(n)).with(VMState::earlySetup).guest(n, 1),
        _ -> NOTHING.with(section -> section.priority(2)),
        _ -> NOTHING.of(one -> one.instanceId("3").aliasId(0)),
        n -> NOTHING.members(member(n, UINT16).leftFree()));
  }

  private static List<Function<String, Ingredient>> started() {
    return List.of(
        n -> NOTHING.of(one -> one.properties(propUint8("p" + n, 1).visibleToGuest())),
        n -> NOTHING.of(one -> one.properties(propBool("p" + n, true).visibleToGuest())),
        n -> NOTHING.members(member(n, UINT8).reset("1")).guest(n, 1),
        n -> fields(uint8(n)).members(member(n, UINT8).reset("1")).guest(n, 0, 2),
        n -> NOTHING.members(member(n, UINT8).reset("property(machine.knob)")),
        n ->
            NOTHING
                .of(one -> one.properties(propUint8("p" + n, 1)))
                .members(member(n, UINT8).reset("property(p" + n + ")")));
  }
}
