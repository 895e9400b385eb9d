package org.hopscotch.model.wire;

import static org.hopscotch.model.schema.ScalarType.*;
import static org.hopscotch.model.wire.Bench.bytes;
import static org.hopscotch.model.wire.Bench.state;
import static org.hopscotch.model.wire.Bench.struct;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// A schema, a state and the bytes for every macro family of wire-format section 5. The bytes are
/// written from that section by hand.
final class FamilyRows {
  private static final Section INNER =
      new Section("inner", 3, 1, Families.scalar("x", UINT16), Families.scalar("y", BOOL).since(2));
  private static final Section SMALL = new Section("small", 1, 1, Families.scalar("k", UINT8));

  private FamilyRows() {}

  /// @param local what the destination has before
  record Row(String macro, List<Field> fields, DeviceState state, DeviceState local, String hex) {
    Section section() {
      return Bench.section(fields.toArray(Field[]::new));
    }

    @Override
    public String toString() {
      return macro;
    }
  }

  static Row row(String macro, Field field, Object value, Object local, String hex) {
    return row(macro, List.of(field), state("m", value), state("m", local), hex);
  }

  static Row row(
      String macro, List<Field> fields, DeviceState state, DeviceState local, String hex) {
    return new Row(macro, fields, state, local, hex.replace(" ", ""));
  }

  private static Row scalar(String macro, ScalarType type, long value, String hex) {
    return row(
        macro, Families.scalar("m", type), value, type.name().contains("EQUAL") ? value : 0, hex);
  }

  static Value numbers(long... values) {
    return new Value.Numbers(values);
  }

  static FieldType.Scalar of(ScalarType type) {
    return new FieldType.Scalar(type);
  }

  static List<Row> all() {
    List<Row> rows = new ArrayList<>(scalars());
    rows.addAll(arrays());
    rows.addAll(buffers());
    rows.addAll(StructRows.all());
    return rows;
  }

  private static List<Row> scalars() {
    return List.of(
        scalar("BOOL", BOOL, 1, "01"),
        scalar("INT8", INT8, -2, "fe"),
        scalar("INT16", INT16, -2, "fffe"),
        scalar("INT32", INT32, -2, "fffffffe"),
        scalar("INT64", INT64, Long.MIN_VALUE, "8000000000000000"),
        scalar("UINT8", UINT8, 254, "fe"),
        scalar("UINT16", UINT16, 0x1234, "1234"),
        scalar("UINT32", UINT32, 0xdeadbeefL, "deadbeef"),
        scalar("UINT64, UINTTL", UINT64, 0x123456789abcdef0L, "123456789abcdef0"),
        scalar("UINT8_EQUAL", UINT8_EQUAL, 200, "c8"),
        scalar("UINT16_EQUAL", UINT16_EQUAL, 0xffff, "ffff"),
        scalar("INT32_EQUAL", INT32_EQUAL, -1, "ffffffff"),
        scalar("UINT32_EQUAL", UINT32_EQUAL, 0xffffffffL, "ffffffff"),
        scalar("UINT64_EQUAL", UINT64_EQUAL, -1, "ffffffffffffffff"),
        row("INT32_POSITIVE_LE", Families.scalar("m", INT32_POSITIVE_LE), 2, 5, "00000002"),
        scalar("TIMER, TIMER_PTR", TIMER, 1_000_000_000, "000000003b9aca00"),
        scalar("TIMER not armed", TIMER, -1, "ffffffffffffffff"),
        scalar("CPU_DOUBLE_U", CPU_DOUBLE, Double.doubleToLongBits(1.5), "3ff8000000000000"),
        scalar("FLOAT64", FLOAT64, Double.doubleToLongBits(-2), "c000000000000000"),
        row(
            "VALIDATE",
            List.of(
                Families.scalar("n", UINT8), Families.validate("n ok", Expression.of("n <= 3"))),
            state("n", 3),
            state("n", 0),
            "03"));
  }

  private static List<Row> arrays() {
    Count n = Count.of("n");
    return List.of(
        row("ARRAY", Families.array("m", UINT16, 2), numbers(1, 2), numbers(0, 0), "0001 0002"),
        row("ARRAY of 0", Families.array("m", UINT16, 0), numbers(), numbers(), ""),
        row("BOOL_ARRAY", Families.array("m", BOOL, 2), numbers(0, 1), numbers(1, 0), "0001"),
        row(
            "2DARRAY",
            Families.array("m", UINT8, 2 * 2),
            numbers(1, 2, 3, 4),
            numbers(),
            "01020304"),
        row(
            "CPUDOUBLE_ARRAY",
            Families.array("m", CPU_DOUBLE, 1),
            numbers(1),
            numbers(),
            "0000000000000001"),
        row(
            "SUB_ARRAY",
            Families.subArray("m", of(UINT8), 1, 2),
            numbers(9, 1, 2, 8),
            numbers(9, 0, 0, 8),
            "0102"),
        row(
            "VARRAY_INT32",
            List.of(Families.scalar("n", INT32), Families.varray("m", of(UINT8), n)),
            state("n", 2, "m", numbers(5, 6, 7)),
            state("n", 0, "m", numbers(0, 0, 7)),
            "00000002 0506"),
        row(
            "VARRAY_INT32 negative",
            List.of(Families.scalar("n", INT32), Families.varray("m", of(UINT8), n)),
            state("n", -1, "m", numbers()),
            state("n", 0, "m", numbers()),
            "ffffffff"),
        row(
            "VARRAY_UINT16_ALLOC",
            List.of(Families.scalar("n", UINT16), Families.varrayAlloc("m", of(UINT16), n)),
            state("n", 1, "m", numbers(5)),
            state("n", 0, "m", numbers(1, 2, 3)),
            "0001 0005"),
        row(
            "VARRAY_UINT32_ALLOC of none leaves the pointer",
            List.of(Families.scalar("n", UINT32), Families.varrayAlloc("m", of(UINT16), n)),
            state("n", 0, "m", numbers(4)),
            state("n", 0, "m", numbers(4)),
            "00000000"),
        row(
            "VARRAY_MULTIPLY",
            List.of(
                Families.scalar("n", UINT32),
                Families.varray("m", of(UINT8), new Count.OfMember("n", 3))),
            state("n", 1, "m", numbers(1, 2, 3)),
            state("n", 0, "m", numbers()),
            "00000001 010203"),
        row(
            "ARRAY_OF_POINTER, TIMER_PTR_ARRAY",
            Families.arrayOfPointer("m", of(TIMER), Count.of(3)),
            new Value.Elements(Value.of(1), Value.NULL, Value.of(-1)),
            new Value.Elements(Value.of(0), Value.NULL, Value.of(0)),
            "0000000000000001 30 ffffffffffffffff"),
        row(
            "ARRAY_OF_POINTER_TO_STRUCT",
            Families.arrayOfPointer("m", new FieldType.Struct(INNER), Count.of(2)),
            new Value.Elements(Value.NULL, struct("x", 7, "y", 1)),
            new Value.Elements(Value.NULL, struct("x", 0, "y", 0)),
            "30 000701"),
        row(
            "ARRAY_OF_POINTER auto alloc",
            Families.arrayOfPointerAutoAlloc("m", new FieldType.Struct(SMALL), Count.of(3)),
            new Value.Elements(struct("k", 5), Value.NULL, Value.NULL),
            new Value.Elements(Value.NULL, Value.NULL, struct("k", 9)),
            "3105 30 30"));
  }

  private static List<Row> buffers() {
    Count n = Count.of("n");
    return List.of(
        row("BUFFER", Families.buffer("m", 2), bytes("0102"), bytes("0000"), "0102"),
        row("PARTIAL_BUFFER", Families.buffer("m", 1), bytes("0102"), bytes("0002"), "01"),
        row(
            "BUFFER_START_MIDDLE",
            Families.bufferStartMiddle("m", 4, 3),
            bytes("01020304"),
            bytes("01020300"),
            "04"),
        row(
            "VBUFFER",
            List.of(Families.scalar("n", INT32), Families.vbuffer("m", n)),
            state("n", 2, "m", bytes("aabbcc")),
            state("n", 0, "m", bytes("0000cc")),
            "00000002 aabb"),
        row(
            "VBUFFER_MULTIPLY",
            List.of(
                Families.scalar("n", UINT32), Families.vbuffer("m", new Count.OfMember("n", 2))),
            state("n", 1, "m", bytes("aabb")),
            state("n", 0, "m", bytes("")),
            "00000001 aabb"),
        row(
            "VBUFFER_ALLOC_UINT32",
            List.of(Families.scalar("n", UINT32), Families.vbufferAlloc("m", n)),
            state("n", 1, "m", bytes("aa")),
            state("n", 0, "m", bytes("000000")),
            "00000001 aa"),
        row(
            "UNUSED",
            List.of(Families.unused(3), Families.scalar("z", UINT8)),
            state("z", 7),
            state("z", 0),
            "000000 07"),
        row(
            "UNUSED_VARRAY_UINT32",
            List.of(Families.scalar("n", UINT32), Families.unusedVarray(n, 2)),
            state("n", 2),
            state("n", 0),
            "00000002 00000000"),
        row(
            "BITMAP",
            List.of(Families.scalar("n", INT32), Families.bitmap("m", n)),
            state("n", 65, "m", numbers(0x8000000000000001L, 1)),
            state("n", 0, "m", numbers()),
            "00000041 8000000000000001 0000000000000001"));
  }
}
