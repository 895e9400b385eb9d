package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hopscotch.model.schema.ScalarType.UINT16;
import static org.hopscotch.model.schema.ScalarType.UINT8;
import static org.hopscotch.model.wire.Bench.hex;
import static org.hopscotch.model.wire.Bench.save;
import static org.hopscotch.model.wire.Bench.section;
import static org.hopscotch.model.wire.Bench.state;
import static org.hopscotch.model.wire.Bench.struct;

import java.util.List;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.junit.jupiter.api.Test;

/// The description that a save makes (wire-format section 10.1), and what it does to the source.
class SectionSaverTest {
  private static final Section SMALL = new Section("small", 1, 1, Families.scalar("k", UINT8));
  private static final FieldType.Struct STRUCT = new FieldType.Struct(SMALL);
  private static final Value ONE = struct("k", 1);
  private static final Value TWO = struct("k", 2);

  /// One entry as text: `name*array_len@index:type/size`.
  private static List<String> entries(Section section, DeviceState state, LoaderFamily family) {
    return save(section, state, family).body().layout().fields().stream()
        .map(e ->
            e.name()
                + (e.isArray() ? "*" + e.count() : "")
                + (e.index().isPresent() ? "@" + e.index().getAsInt() : "")
                + ":"
                + e.type()
                + "/"
                + e.size())
        .toList();
  }

  private static List<String> entries(Field field, Object value) {
    return entries(section(field), state("m", value), LoaderFamily.UP_TO_9_1);
  }

  @Test
  void arraysAreDescribedByTheirFirstElement() {
    Value numbers = new Value.Numbers(1, 2);
    assertThat(entries(Families.array("m", UINT16, 2), numbers)).containsExactly("m*2:uint16/2");
    assertThat(entries(Families.array("m", UINT16, 1), numbers)).containsExactly("m:uint16/2");
    assertThat(entries(Families.array("m", UINT16, 0), numbers)).isEmpty();
    assertThat(entries(Families.array("m", STRUCT, 2), new Value.Elements(ONE, TWO)))
        .containsExactly("m*2:struct/1");
  }

  @Test
  void arraysWithATestAreDescribedElementByElement() {
    Field field = Families.array("m", UINT16, 2).test("true");
    Value numbers = new Value.Numbers(1, 2);
    assertThat(entries(field, numbers)).containsExactly("m@0:uint16/2", "m@1:uint16/2");
    assertThat(entries(section(field), state("m", numbers), LoaderFamily.FROM_11_0))
        .containsExactly("m:uint16/2", "m:uint16/2");
    assertThat(entries(Families.array("m", UINT16, 1).test("true"), numbers))
        .containsExactly("m:uint16/2");
  }

  /// As QEMU 10.0 describes `dev` of ich9_ahci.
  @Test
  void from92TheLastElementThatIsDescribedAloneHasNoIndex() {
    Section numbers = section(Families.array("m", UINT16, 2).test("true"));
    assertThat(entries(numbers, state("m", new Value.Numbers(1, 2)), LoaderFamily.FROM_9_2))
        .containsExactly("m@0:uint16/2", "m:uint16/2");
    Section structs = section(Families.array("m", STRUCT, 2).test("true"));
    assertThat(entries(structs, state("m", new Value.Elements(ONE, TWO)), LoaderFamily.FROM_9_2))
        .containsExactly("m@0:struct/1", "m:struct/1");
  }

  @Test
  void structsWithTestsOrSubsectionsInsideAreNotCompressed() {
    Section tested = new Section("t", 1, 1, Families.scalar("k", UINT8).test("true"));
    Section deep = new Section("d", 1, 1, Families.struct("in", tested));
    Section wider =
        SMALL.with(new Subsection(new Section("small/x", 1, 1), Expression.of("k == 2")));
    Value elements = new Value.Elements(ONE, TWO);
    assertThat(entries(Families.array("m", new FieldType.Struct(tested), 2), elements))
        .containsExactly("m@0:struct/1", "m@1:struct/1");
    assertThat(entries(Families.array("m", new FieldType.Struct(wider), 2), elements))
        .containsExactly("m@0:struct/1", "m@1:struct/14");
    assertThat(
            entries(
                Families.array("m", new FieldType.Struct(deep), 2),
                new Value.Elements(struct("in", ONE), struct("in", TWO))))
        .containsExactly("m@0:struct/1", "m@1:struct/1");
  }

  @Test
  void compressedElementsMayDifferFromTheFirst() {
    Section varied =
        new Section(
            "v",
            1,
            1,
            Families.scalar("n", UINT8),
            Families.varray("p", new FieldType.Scalar(UINT8), Count.of("n")));
    Section section = section(Families.array("m", new FieldType.Struct(varied), 2));
    DeviceState state =
        state(
            "m",
            new Value.Elements(
                struct("n", 1, "p", new Value.Numbers(7)),
                struct("n", 2, "p", new Value.Numbers(8, 9))));
    assertThat(entries(section, state, LoaderFamily.UP_TO_9_1)).containsExactly("m*2:struct/2");
    assertThat(Bench.saved(section, state)).isEqualTo("0107020809");
    assertThat(Bench.load(section, "0107020809", state())).isEqualTo(state);
  }

  @Test
  void compressedElementsMayHaveMoreFieldsThanTheFirst() {
    Section varied =
        new Section(
            "v", 1, 1, Families.scalar("k", UINT8), Families.scalar("x", UINT8).test("k == 2"));
    Section section = section(Families.varray("m", new FieldType.VStruct(varied, 1), Count.of(2)));
    DeviceState state = state("m", new Value.Elements(ONE, struct("k", 2, "x", 9)));
    assertThat(entries(section, state, LoaderFamily.UP_TO_9_1)).containsExactly("m*2:vstruct/1");
    assertThat(Bench.saved(section, state)).isEqualTo("010209");
  }

  @Test
  void structArraysAreHeldInColumns() {
    Section pair =
        new Section("p", 1, 1, Families.scalar("a", UINT8), Families.array("l", UINT8, 2));
    Section nest = new Section("n", 1, 1, Families.array("q", new FieldType.Struct(pair), 2));
    Value inner =
        new Value.Elements(
            struct("a", 1, "l", new Value.Numbers(2, 3)),
            struct("a", 4, "l", new Value.Numbers(5, 6)));
    Section section = section(Families.array("m", new FieldType.Struct(nest), 2));
    Body body =
        save(section, state("m", new Value.Elements(struct("q", inner), struct("q", inner))))
            .body();
    assertThat(hex(body)).isEqualTo("010203040506010203040506");
    assertThat(body.values().getFirst()).isInstanceOf(Body.Structs.class);
  }

  @Test
  void equalNamesAreNumberedAsDeclared() {
    Section section =
        section(
            Families.unused(1),
            Families.scalar("a", UINT8),
            Families.unused(2).test("false"),
            Families.unused(3),
            Families.validate("a", Expression.TRUE));
    assertThat(entries(section, state("a", 1), LoaderFamily.UP_TO_9_1))
        .containsExactly("unused[0]:unused_buffer/1", "a[0]:uint8/1", "unused[2]:unused_buffer/3");
  }

  @Test
  void anEmptyBufferHasAnEntry() {
    Section section = section(Families.scalar("n", UINT8), Families.vbuffer("m", Count.of("n")));
    assertThat(entries(section, state("n", 0, "m", Value.NULL), LoaderFamily.UP_TO_9_1))
        .containsExactly("n:uint8/1", "m:buffer/0");
  }

  // ---- NULL pointers in descriptions

  private static List<String> pointers(LoaderFamily family, Value... values) {
    Section section = section(Families.arrayOfPointer("m", STRUCT, Count.of(values.length)));
    return entries(section, state("m", new Value.Elements(values)), family);
  }

  @Test
  void upTo91NullIsDescribedAsAnElement() {
    LoaderFamily old = LoaderFamily.UP_TO_9_1;
    assertThat(pointers(old, ONE, Value.NULL, TWO)).containsExactly("m*3:struct/1");
    assertThat(pointers(old, Value.NULL, Value.NULL)).containsExactly("m*2:struct/1");
    assertThat(pointers(old, Value.NULL)).containsExactly("m:struct/1");
  }

  @Test
  void from92RunsOfNullHaveTheirOwnEntries() {
    LoaderFamily runs = LoaderFamily.FROM_9_2;
    assertThat(pointers(runs, Value.NULL, Value.NULL, ONE, TWO, Value.NULL))
        .containsExactly("m*2:nullptr/1", "m*2:struct/1", "m:nullptr/1");
    assertThat(pointers(runs, Value.NULL, ONE)).containsExactly("m:nullptr/1", "m:struct/1");
    assertThat(pointers(LoaderFamily.FROM_11_0, Value.NULL, ONE))
        .containsExactly("m:ptr-marker/1", "m:struct/1");
  }

  @Test
  void from92AFirstRunOfElementsIsShownAsLongAsTheArray() {
    assertThat(pointers(LoaderFamily.FROM_9_2, ONE, Value.NULL, TWO))
        .containsExactly("m*3:struct/1", "m:nullptr/1", "m:struct/1");
  }

  @Test
  void from92NullsThatCannotBeCompressedCountDown() {
    Section section = section(Families.arrayOfPointer("m", STRUCT, Count.of(4)).test("true"));
    Value values = new Value.Elements(ONE, Value.NULL, Value.NULL, Value.NULL);
    assertThat(entries(section, state("m", values), LoaderFamily.FROM_9_2))
        .containsExactly("m@0:struct/1", "m*3:nullptr/1", "m*2:nullptr/1", "m:nullptr/1");
  }

  @Test
  void from92ANullOfSeveralFieldsWithOneNameHasNumberMinusOne() {
    Section section =
        section(
            Families.arrayOfPointer("m", STRUCT, Count.of(2)),
            Families.arrayOfPointer("m", STRUCT, Count.of(1)).test("false"));
    DeviceState state = state("m", new Value.Elements(Value.NULL, ONE));
    assertThat(entries(section, state, LoaderFamily.FROM_9_2))
        .containsExactly("m[-1]:nullptr/1", "m[0]:struct/1");
  }

  @Test
  void allFamiliesWriteTheSameBytesForNulls() {
    Section section = section(Families.arrayOfPointer("m", STRUCT, Count.of(4)));
    DeviceState state = state("m", new Value.Elements(ONE, Value.NULL, Value.NULL, TWO));
    for (LoaderFamily family : LoaderFamily.values()) {
      assertThat(hex(save(section, state, family).body())).isEqualTo("01303002");
    }
  }

  @Test
  void autoAllocatedPointersHaveAnEntryForEachMarker() {
    Section section = section(Families.arrayOfPointerAutoAlloc("m", STRUCT, Count.of(2)));
    DeviceState state = state("m", new Value.Elements(ONE, Value.NULL));
    assertThat(entries(section, state, LoaderFamily.FROM_11_0))
        .containsExactly("m:ptr-marker/1", "m:struct/1", "m:ptr-marker/1");
  }

  // ---- the source

  @Test
  void preSaveChangesTheSourceAndPostSaveAgain() {
    Section inner = SMALL.with(Hooks.NONE.preSave("k = k + 1").postSave("k = k * 16"));
    Section section =
        section(
            Families.struct("one", inner),
            Families.array("all", new FieldType.Struct(inner), 2),
            Families.qtailq("list", 1, inner));
    DeviceState before =
        state("one", ONE, "all", new Value.Elements(ONE, TWO), "list", new Value.Elements(TWO));
    SectionSaver.Saved saved = save(section, before);
    assertThat(hex(saved.body())).isEqualTo("02 02 03 01 03 00".replace(" ", ""));
    assertThat(saved.after())
        .isEqualTo(
            state(
                "one", struct("k", 32),
                "all", new Value.Elements(struct("k", 32), struct("k", 48)),
                "list", new Value.Elements(struct("k", 48))));
  }

  @Test
  void aSaveThatQemuWouldNotSurviveIsRefused() {
    assertRefused(
        section(Families.scalar("n", UINT8), Families.validate("n ok", Expression.of("n < 3"))),
        state("n", 3),
        new Refusal(1, "n ok", new Refusal.ValidationFailed("n ok")));
    assertRefused(
        section(Families.struct("m", SMALL)),
        state("m", Value.NULL),
        new Refusal(0, "m", new Refusal.OutOfBounds(0, 1)));
    assertRefused(
        section(Families.scalar("a", UINT16), Families.array("m", UINT8, 3)),
        state("a", 1, "m", new Value.Numbers(1, 2)),
        new Refusal(2, "m", new Refusal.OutOfBounds(2, 3)));
    assertRefused(
        SMALL.with(Hooks.NONE.preSave("refuse \"busy\" when k == 1")),
        state("k", 1),
        new Refusal(0, "", new Refusal.HookRefused("busy")));
  }

  private static void assertRefused(Section section, DeviceState state, Refusal refusal) {
    assertThatThrownBy(() -> save(section, state))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  @Test
  void numbersAreCutToTheirWidth() {
    Section section = section(Families.scalar("m", UINT8), Families.array("l", UINT8, 1));
    assertThat(Bench.saved(section, state("m", -1, "l", new Value.Numbers(0x1ff))))
        .isEqualTo("ffff");
  }
}
