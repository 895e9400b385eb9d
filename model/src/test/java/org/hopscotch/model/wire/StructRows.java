package org.hopscotch.model.wire;

import static org.hopscotch.model.schema.ScalarType.*;
import static org.hopscotch.model.wire.Bench.bytes;
import static org.hopscotch.model.wire.Bench.state;
import static org.hopscotch.model.wire.Bench.struct;
import static org.hopscotch.model.wire.FamilyRows.numbers;
import static org.hopscotch.model.wire.FamilyRows.row;

import java.util.List;
import java.util.stream.Stream;
import org.hopscotch.model.schema.Compounds;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.FamilyRows.Row;

/// Rows of {@link FamilyRows} for structs, lists, trees and the structs that have a macro.
final class StructRows {
  private static final Section INNER =
      new Section("inner", 3, 1, Families.scalar("x", UINT16), Families.scalar("y", BOOL).since(2));
  private static final Section SMALL = new Section("small", 1, 1, Families.scalar("k", UINT8));

  private StructRows() {}

  static List<Row> all() {
    return Stream.of(structs(), lists(), compounds()).flatMap(List::stream).toList();
  }

  private static List<Row> structs() {
    Value one = struct("x", 1, "y", 1);
    Value zero = struct("x", 0, "y", 0);
    FieldType.Struct inner = new FieldType.Struct(INNER);
    return List.of(
        row("STRUCT, STRUCT_POINTER", Families.struct("m", INNER), one, zero, "0001 01"),
        row(
            "VSTRUCT below the field's version",
            Families.vstruct("m", INNER, 1),
            one,
            struct("x", 0, "y", 1),
            "0001"),
        row("VSTRUCT", Families.vstruct("m", INNER, 2), one, zero, "0001 01"),
        row(
            "STRUCT_ARRAY",
            Families.array("m", inner, 2),
            new Value.Elements(one, zero),
            new Value.Elements(zero, one),
            "000101 000000"),
        row(
            "STRUCT_SUB_ARRAY",
            Families.subArray("m", inner, 1, 1),
            new Value.Elements(zero, one, zero),
            new Value.Elements(zero, zero, zero),
            "000101"),
        row(
            "STRUCT_VARRAY_UINT8",
            List.of(Families.scalar("n", UINT8), Families.varray("m", inner, Count.of("n"))),
            state("n", 1, "m", new Value.Elements(one, one)),
            state("n", 0, "m", new Value.Elements(zero, one)),
            "01 000101"),
        row(
            "STRUCT_VARRAY_ALLOC",
            List.of(Families.scalar("n", INT32), Families.varrayAlloc("m", inner, Count.of("n"))),
            state("n", 1, "m", new Value.Elements(one)),
            state("n", 0, "m", new Value.Elements(zero, one)),
            "00000001 000101"),
        row(
            "WITH_TMP",
            List.of(
                Families.withTmp(
                    new Section(
                            "t", 1, 0, Families.scalar("hi", UINT16), Families.scalar("lo", UINT16))
                        .with(
                            Hooks.NONE
                                .preSave("hi = v >> 16, lo = v & 0xffff")
                                .postLoad("v = hi << 16 | lo")))),
            state("v", 0xdeadbeefL),
            state("v", 0),
            "deadbeef"));
  }

  private static List<Row> lists() {
    Value two = new Value.Elements(struct("k", 5), struct("k", 6));
    return List.of(
        row("QTAILQ_V", Families.qtailq("m", 1, SMALL), two, new Value.Elements(), "0105 0106 00"),
        row("QLIST_V", Families.qlist("m", 1, SMALL), two, new Value.Elements(), "0105 0106 00"),
        row(
            "QTAILQ_V empty",
            Families.qtailq("m", 1, SMALL),
            new Value.Elements(),
            new Value.Elements(),
            "00"),
        row(
            "GTREE_V",
            Families.gtree("m", 1, SMALL, SMALL),
            new Value.Elements(struct("key", struct("k", 1), "value", struct("k", 2))),
            new Value.Elements(),
            "00000001 01 01 02 00"),
        row(
            "GTREE_DIRECT_KEY_V",
            Families.gtreeDirectKey("m", 1, SMALL),
            new Value.Elements(
                struct("key", 3, "value", struct("k", 4)),
                struct("key", -1, "value", struct("k", 5))),
            new Value.Elements(),
            "00000002 01 0000000000000003 04 01 ffffffffffffffff 05 00"),
        row(
            "VIRTIO_DEVICE",
            Families.custom("m", "virtio", Count.of(2)),
            bytes("abcd"),
            bytes(""),
            "abcd"));
  }

  private static List<Row> compounds() {
    String config = "86 80".replace(" ", "") + "00".repeat(254);
    Value pci =
        struct(
            "version_id",
            2,
            "express",
            0,
            "config",
            bytes(config),
            "irq_state",
            numbers(0, 1, 0, 1));
    Value pciBefore =
        struct(
            "version_id",
            2,
            "express",
            0,
            "config",
            bytes(config),
            "irq_state",
            numbers(0, 0, 0, 0));
    return List.of(
        row(
            "CLOCK",
            Families.struct("m", Compounds.clock()),
            struct("period", 16, "multiplier", 1, "divider", 1),
            struct("period", 0, "multiplier", 3, "divider", 3),
            "0000000000000010"),
        row(
            "CLOCK with multiplier",
            Families.struct("m", Compounds.clock()),
            struct("period", 16, "multiplier", 2, "divider", 1),
            struct("period", 0, "multiplier", 1, "divider", 1),
            "0000000000000010 05 0c 636c6f636b2f6d756c646976 00000001 00000002 00000001"),
        row(
            "FIFO8",
            Families.struct("m", Compounds.fifo8(Count.of(2))),
            struct("data", bytes("a1a2"), "head", 1, "num", 2),
            struct("data", bytes("0000"), "head", 0, "num", 0),
            "a1a2 00000001 00000002"),
        row(
            "FIFO32",
            Families.struct("m", Compounds.fifo32(Count.of(4))),
            struct("fifo", struct("data", bytes("a1a2a3a4"), "head", 0, "num", 4)),
            struct("fifo", struct("data", bytes("00000000"), "head", 0, "num", 0)),
            "a1a2a3a4 00000000 00000004"),
        row(
            "PCI_DEVICE",
            Families.struct("m", Compounds.pciDevice()),
            pci,
            pciBefore,
            "00000002" + config + "00000000 00000001 00000000 00000001"),
        row(
            "MSIX",
            Families.struct("m", Compounds.msix()),
            struct("entries", 1, "table", bytes("01".repeat(16)), "pba", bytes("80")),
            struct("entries", 1, "table", bytes(""), "pba", bytes("")),
            "01".repeat(16) + "80"),
        row(
            "MSIX not present",
            Families.struct("m", Compounds.msix()),
            struct("entries", 0, "table", bytes(""), "pba", bytes("")),
            struct("entries", 0, "table", bytes(""), "pba", bytes("")),
            ""),
        row(
            "CPU",
            Families.struct("m", Compounds.cpu()),
            struct("halted", 1, "interrupt_request", 2, "exception_index", -1, "crash_occurred", 0),
            struct("halted", 0, "interrupt_request", 0, "exception_index", 5, "crash_occurred", 1),
            "00000001 00000002"));
  }
}
