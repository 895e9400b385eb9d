package org.hopscotch.harness.sensitivity;

import static org.hopscotch.corpus.dsl.Fields.arrayOfPointerToStruct;
import static org.hopscotch.corpus.dsl.Fields.bitmap;
import static org.hopscotch.corpus.dsl.Fields.buffer;
import static org.hopscotch.corpus.dsl.Fields.bufferStartMiddle;
import static org.hopscotch.corpus.dsl.Fields.gtreeDirectKey;
import static org.hopscotch.corpus.dsl.Fields.qlist;
import static org.hopscotch.corpus.dsl.Fields.qtailq;
import static org.hopscotch.corpus.dsl.Fields.struct;
import static org.hopscotch.corpus.dsl.Fields.subArray;
import static org.hopscotch.corpus.dsl.Fields.uint16Array;
import static org.hopscotch.corpus.dsl.Fields.uint32Array;
import static org.hopscotch.corpus.dsl.Fields.uint64;
import static org.hopscotch.corpus.dsl.Fields.uint8;
import static org.hopscotch.corpus.dsl.Fields.uint8Array;
import static org.hopscotch.corpus.dsl.Fields.varray;
import static org.hopscotch.corpus.dsl.Fields.vbuffer;
import static org.hopscotch.corpus.dsl.Fields.vstruct;
import static org.hopscotch.corpus.dsl.Fields.withTmp;
import static org.hopscotch.corpus.dsl.Telling.bytes;
import static org.hopscotch.corpus.dsl.Telling.elements;
import static org.hopscotch.corpus.dsl.Telling.member;
import static org.hopscotch.corpus.dsl.Telling.memberArray;
import static org.hopscotch.corpus.dsl.Telling.memberBytes;
import static org.hopscotch.corpus.dsl.Telling.memberNodes;
import static org.hopscotch.corpus.dsl.Telling.memberPointers;
import static org.hopscotch.corpus.dsl.Telling.memberStruct;
import static org.hopscotch.corpus.dsl.Telling.state;
import static org.hopscotch.corpus.dsl.Telling.structOf;
import static org.hopscotch.corpus.dsl.Telling.vmstate;
import static org.hopscotch.harness.sensitivity.Ingredient.fields;
import static org.hopscotch.model.schema.ScalarType.UINT32;
import static org.hopscotch.model.schema.ScalarType.UINT64;
import static org.hopscotch.model.schema.ScalarType.UINT8;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hopscotch.corpus.dsl.Telling;
import org.hopscotch.corpus.dsl.VMState;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.state.Value;

/// The ingredients that are several, or inside of others.
final class ManyIngredients {
  private ManyIngredients() {}

  static List<Function<String, Ingredient>> several() {
    return List.of(
        n -> fields(uint8Array(n, 2)).guest(n, numbersOf(1, 2)),
        n -> fields(uint16Array(n, 2)).guest(n, numbersOf(1, 2)),
        n -> fields(uint32Array(n, 2)).guest(n, numbersOf(1, 2)),
        n -> fields(buffer(n, 2)).guest(n, bytes("0102")),
        n ->
            fields(subArray(n, UINT8, 1, 1))
                .members(memberArray(n, UINT8, "2"))
                .guest(n, numbersOf(0, 1)),
        n ->
            fields(bufferStartMiddle(n, 2, 1)).members(memberBytes(n, "2")).guest(n, bytes("0001")),
        n ->
            fields(uint8("num" + n), varray(n, UINT8, "num" + n))
                .members(memberArray(n, UINT8, "2"))
                .guest(Map.of("num" + n, Value.of(1), n, numbersOf(1, 0)))
                .guest(Map.of("num" + n, Value.of(2), n, numbersOf(1, 2))),
        n ->
            fields(uint8("num" + n), vbuffer(n, "num" + n + " * 2"))
                .members(memberBytes(n, "4"))
                .guest(Map.of("num" + n, Value.of(1), n, bytes("01020000"))),
        n ->
            fields(varray(n, UINT8, "num" + n), uint8("num" + n))
                .members(memberArray(n, UINT8, "2"), member("num" + n, UINT8).reset("2"))
                .guest(n, numbersOf(1, 2)),
        n ->
            fields(vbuffer(n, "num" + n + " * 2"))
                .members(memberBytes(n, "2"), member("num" + n, UINT8).reset("1"))
                .guest(n, bytes("0102")),
        n ->
            fields(bitmap(n, "bits" + n))
                .members(member("bits" + n, UINT32).reset("64"), memberArray(n, UINT64, "1"))
                .guest(n, numbersOf(0x12)),
        n ->
            fields(bitmap(n, "bits" + n))
                .members(member("bits" + n, UINT32).reset("128"), memberArray(n, UINT64, "2"))
                .guest(n, numbersOf(1, 2)));
  }

  private static Value numbersOf(long... all) {
    return Telling.numbers(all);
  }

  private static Value nodes(long... values) {
    Value[] all = new Value[values.length];
    for (int i = 0; i < values.length; i++) {
      all[i] = structOf(state().with("v", values[i]));
    }
    return elements(all);
  }

  private static Value leaf(long key, long value) {
    return structOf(state().with("key", key).with("value", structOf(state().with("v", value))));
  }

  private static VMState one(String name, Field... fields) {
    return vmstate(name).versionId(1).minimumVersionId(1).fields(fields);
  }

  static List<Function<String, Ingredient>> structs() {
    return List.of(
        n ->
            fields(struct(n, one("unit" + n, uint8("v")))).guest(n, structOf(state().with("v", 1))),
        n ->
            fields(vstruct(n, one("unit" + n, uint8("v").since(2)).versionId(2), 1))
                .guest(n, structOf(state().with("v", 0))),
        n ->
            fields(vstruct(n, one("unit" + n, uint8("v"), uint8("w").since(2)).versionId(2), 1))
                .guest(n, structOf(state().with("v", 1))),
        n ->
            fields(struct(n, one("unit" + n, uint8("v").since(2)).versionId(2)))
                .guest(n, structOf(state().with("v", 1))),
        n ->
            fields(struct(n, one("unit" + n).preSave("v = w").fields(uint8("v"))))
                .members(memberStruct(n, member("v", UINT8).hidden(), member("w", UINT8))),
        n ->
            fields(struct(n, one("unit" + n).postLoad("w = v").fields(uint8("v"))))
                .members(memberStruct(n, member("v", UINT8), member("w", UINT8)))
                .guest(n, structOf(state().with("v", 1).with("w", 1))),
        n ->
            fields(
                    struct(
                        n,
                        one("unit" + n)
                            .subsections(one("unit" + n + "/more", uint8("m")).needed("m != 0"))))
                .guest(n, structOf(state().with("m", 1))),
        n ->
            fields(
                    withTmp(
                        one("tmp" + n, uint8("packed"))
                            .preSave("packed = " + n)
                            .postLoad(n + " = packed")))
                .members(member(n, UINT8))
                .guest(n, 1),
        n ->
            fields(arrayOfPointerToStruct(n, 1, one("slot" + n, uint64("x"))))
                .members(memberPointers(n, "1", "1", member("x", UINT64)))
                .guest(n, elements(structOf(state().with("x", 1))))
                .guest(n, elements(Value.NULL)),
        n ->
            fields(arrayOfPointerToStruct(n, 2, one("slot" + n, uint64("x"))))
                .members(memberPointers(n, "2", "1", member("x", UINT64)))
                .guest(n, elements(structOf(state().with("x", 1)), Value.NULL)),
        n ->
            fields(qtailq(n, one("node" + n, uint8("v"))))
                .members(memberNodes(n))
                .guest(n, nodes(1))
                .guest(n, nodes(1, 2)),
        n ->
            fields(qlist(n, one("node" + n, uint8("v"))))
                .members(memberNodes(n))
                .guest(n, nodes(1))
                .guest(n, nodes(1, 2)),
        n ->
            fields(gtreeDirectKey(n, one("leaf" + n, uint8("v"))))
                .members(memberNodes(n))
                .guest(n, elements(leaf(3, 1)))
                .guest(n, elements(leaf(3, 1), leaf(4, 2)))
                .guest(n, elements(leaf(1, 1), leaf(0x100, 2))));
  }
}
