package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hopscotch.model.schema.ScalarType.*;
import static org.hopscotch.model.wire.Bench.bytes;
import static org.hopscotch.model.wire.Bench.load;
import static org.hopscotch.model.wire.Bench.refusal;
import static org.hopscotch.model.wire.Bench.section;
import static org.hopscotch.model.wire.Bench.state;
import static org.hopscotch.model.wire.Bench.struct;

import java.util.List;
import org.hopscotch.model.schema.Compounds;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.junit.jupiter.api.Test;

/// What is refused, and where; and what loading does to a destination that is not empty.
class SectionLoaderTest {
  private static final Section SMALL = new Section("small", 1, 1, Families.scalar("k", UINT8));

  @Test
  void equalFieldsMustBeEqual() {
    Section section = section(Families.scalar("a", UINT8), Families.scalar("n", UINT32_EQUAL));
    assertThat(refusal(section, "01 00000009", state("a", 0, "n", 8)))
        .isEqualTo(new Refusal(1, "n", new Refusal.NotEqual(8, 9)));
    Section signed = section(Families.scalar("n", INT32_EQUAL));
    assertThat(refusal(signed, "ffffffff", state("n", 1)).reason())
        .isEqualTo(new Refusal.NotEqual(1, -1));
  }

  @Test
  void positiveLeTakesZeroToItsOwnValue() {
    Section section = section(Families.scalar("n", INT32_POSITIVE_LE));
    assertThat(load(section, "00000002", state("n", 2))).isEqualTo(state("n", 2));
    assertThat(load(section, "00000000", state("n", 2))).isEqualTo(state("n", 0));
    assertThat(refusal(section, "00000003", state("n", 2)).reason())
        .isEqualTo(new Refusal.NotPositiveLessOrEqual(2, 3));
    assertThat(refusal(section, "ffffffff", state("n", 2)).reason())
        .isEqualTo(new Refusal.NotPositiveLessOrEqual(2, -1));
  }

  @Test
  void validationFailsOnWhatWasLoadedBefore() {
    Section section =
        section(
            Families.scalar("n", UINT8), Families.validate("n in range", Expression.of("n <= 3")));
    assertThat(refusal(section, "04", state("n", 0)))
        .isEqualTo(new Refusal(1, "n in range", new Refusal.ValidationFailed("n in range")));
  }

  @Test
  void anyByteButZeroIsTrue() {
    assertThat(load(section(Families.scalar("b", BOOL)), "80", state("b", 0)))
        .isEqualTo(state("b", 1));
  }

  @Test
  void unusedSpaceMayHoldAnything() {
    assertThat(load(section(Families.unused(2)), "beef", state())).isEqualTo(state());
  }

  @Test
  void pciConfigurationThatTheGuestCannotChangeMustBeEqual() {
    Section section = section(Families.struct("dev", Compounds.pciDevice()));
    String rest = "00".repeat(254);
    DeviceState local =
        state(
            "dev",
            struct(
                "version_id",
                2,
                "express",
                0,
                "config",
                bytes("8680" + rest),
                "cmask",
                bytes("ffffff"),
                "wmask",
                bytes("00000f"),
                "w1cmask",
                bytes("0000f0")));
    String good = "00000002 8680 ff" + "00".repeat(253) + "00".repeat(16);
    assertThat(load(section, good, local).find("dev.config[2]")).contains(Value.of(0xff));
    String bad = "00000002 8681" + rest + "00".repeat(16);
    assertThat(refusal(section, bad, local))
        .isEqualTo(
            new Refusal(5, "dev/config", new Refusal.BadPciConfig(1, 0x81, 0x80, 0xff, 0, 0)));
    String badPin = "00000002 8680" + rest + "00000000 00000002 0000000000000000";
    assertThat(refusal(section, badPin, local))
        .isEqualTo(new Refusal(264, "dev/irq_state", new Refusal.BadIrqState(1, 2)));
    String badVersion = "00000003 8680" + rest + "00".repeat(16);
    assertThat(refusal(section, badVersion, local).reason())
        .isEqualTo(new Refusal.NotPositiveLessOrEqual(2, 3));
  }

  @Test
  void pciExpressHas4096BytesOfConfiguration() {
    Section section = section(Families.struct("dev", Compounds.pciDevice()));
    DeviceState state =
        state(
            "dev",
            struct(
                "version_id",
                2,
                "express",
                1,
                "config",
                bytes("00".repeat(4096)),
                "irq_state",
                new Value.Numbers(0, 0, 0, 0)));
    Body body = Bench.save(section, state).body();
    assertThat(BodySize.of(body)).isEqualTo(4 + 4096 + 16);
    assertThat(body.layout().fields().getFirst().nested().getFirst().fields())
        .extracting(Description.Field::name, Description.Field::type, Description.Field::size)
        .containsExactly(
            tuple("version_id", "int32 le", 4L),
            tuple("config[1]", "pci config", 4096L),
            tuple("irq_state", "pci irq state", 16L));
  }

  @Test
  void aTailQueueGrowsBehindAndAListBefore() {
    DeviceState local = state("m", new Value.Elements(struct("k", 1)));
    assertThat(load(section(Families.qtailq("m", 1, SMALL)), "0105010600", local))
        .isEqualTo(state("m", new Value.Elements(struct("k", 1), struct("k", 5), struct("k", 6))));
    assertThat(load(section(Families.qlist("m", 1, SMALL)), "0105010600", local))
        .isEqualTo(state("m", new Value.Elements(struct("k", 5), struct("k", 6), struct("k", 1))));
  }

  @Test
  void anyMarkButZeroAnnouncesAnElement() {
    assertThat(load(section(Families.qtailq("m", 1, SMALL)), "ff0500", state()))
        .isEqualTo(state("m", new Value.Elements(struct("k", 5))));
  }

  @Test
  void aTreeMustHaveAsManyNodesAsAnnounced() {
    Section section = section(Families.gtreeDirectKey("m", 1, SMALL));
    String node = "01 0000000000000007 05";
    assertThat(refusal(section, "00000002" + node + "00", state()).reason())
        .isEqualTo(new Refusal.InconsistentTree(2));
    assertThat(refusal(section, "00000000" + node + "00", state()).reason())
        .isEqualTo(new Refusal.InconsistentTree(0));
    assertThat(refusal(section, "ffffffff 00", state()).reason())
        .isEqualTo(new Refusal.InconsistentTree(0xffffffffL));
  }

  @Test
  void aTreeNodeReplacesTheOneWithItsKey() {
    Section section = section(Families.gtreeDirectKey("m", 1, SMALL));
    DeviceState local =
        state(
            "m",
            new Value.Elements(
                struct("key", 7, "value", struct("k", 1)),
                struct("key", 8, "value", struct("k", 2))));
    assertThat(load(section, "00000001 01 0000000000000007 05 00", local))
        .isEqualTo(
            state(
                "m",
                new Value.Elements(
                    struct("key", 7, "value", struct("k", 5)),
                    struct("key", 8, "value", struct("k", 2)))));
  }

  @Test
  void nullMarkersMustAgreeWithLocalPointers() {
    Section section =
        section(Families.arrayOfPointer("m", new FieldType.Struct(SMALL), Count.of(2)));
    DeviceState local = state("m", new Value.Elements(Value.NULL, struct("k", 0)));
    assertThat(load(section, "3005", local))
        .isEqualTo(state("m", new Value.Elements(Value.NULL, struct("k", 5))));
    assertThat(refusal(section, "0530", local))
        .isEqualTo(new Refusal(0, "m", new Refusal.UnexpectedMarker(5)));
    // A marker where the element should be is taken for the element.
    assertThat(load(section, "3030", local))
        .isEqualTo(state("m", new Value.Elements(Value.NULL, struct("k", 0x30))));
    assertThat(refusal(section, "3105", local).reason())
        .isEqualTo(new Refusal.UnexpectedMarker(0x31));
  }

  @Test
  void autoAllocatedPointersRefuseOtherMarkers() {
    Section section =
        section(Families.arrayOfPointerAutoAlloc("m", new FieldType.Struct(SMALL), Count.of(2)));
    assertThat(refusal(section, "310532", state()))
        .isEqualTo(new Refusal(2, "m", new Refusal.UnexpectedMarker(0x32)));
  }

  @Test
  void hooksRefuseInTheirWords() {
    Section inner = SMALL.with(Hooks.NONE.postLoad("refuse \"too big\" when k > 3"));
    assertThat(refusal(section(Families.struct("m", inner)), "04", state()))
        .isEqualTo(new Refusal(1, "m", new Refusal.HookRefused("too big")));
    Section early = SMALL.with(Hooks.NONE.preLoad("refuse \"never\""));
    assertThat(refusal(early, "", state()))
        .isEqualTo(new Refusal(0, "", new Refusal.HookRefused("never")));
  }

  @Test
  void preLoadGivesTheDefaultForWhatDoesNotArrive() {
    Section section =
        new Section("s", 2, 1, Families.scalar("a", UINT8), Families.scalar("b", UINT8).since(2))
            .with(Hooks.NONE.preLoad("b = 42"));
    assertThat(Bench.load(section, 1, "01", state("a", 0, "b", 0), LoaderFamily.UP_TO_9_1))
        .isEqualTo(state("a", 1, "b", 42));
  }

  @Test
  void aChildsHookMaySetItsParent() {
    Section child = SMALL.with(Hooks.NONE.postLoad("parent.sum = parent.sum + k"));
    Section section =
        section(
            Families.scalar("sum", UINT16), Families.array("m", new FieldType.Struct(child), 2));
    assertThat(load(section, "0100 05 06", state()).find("sum")).contains(Value.of(0x10b));
  }

  @Test
  void countsFromTheInputReserveNoMemory() {
    Count n = Count.of("n");
    for (Field field :
        List.of(
            Families.varray("m", new FieldType.Scalar(UINT64), n),
            Families.varray("m", new FieldType.Struct(SMALL), n),
            Families.vbuffer("m", n),
            Families.bitmap("m", n),
            Families.unusedVarray(n, 4),
            Families.arrayOfPointer("m", new FieldType.Struct(SMALL), n),
            Families.varray("m", new FieldType.Struct(new Section("empty", 1, 1)), n))) {
      Section section = section(Families.scalar("n", UINT32), field);
      assertThat(refusal(section, "7fffffff 0000", state()).reason())
          .isInstanceOfAny(
              Refusal.ImpossibleLength.class,
              Refusal.Truncated.class,
              Refusal.UnexpectedMarker.class,
              Refusal.TooManySteps.class);
    }
  }

  @Test
  void nestingHasALimit() {
    Section section = SMALL;
    for (int i = 0; i < 70; i++) {
      section = section(Families.struct("m", section));
    }
    assertThat(refusal(section, "05", state()).reason()).isEqualTo(new Refusal.TooDeep(64));
  }

  @Test
  void aRefusalNamesTheElement() {
    Section checked = new Section("c", 1, 1, Families.scalar("n", UINT8_EQUAL));
    Section section = section(Families.array("m", new FieldType.Struct(checked), 3));
    assertThat(refusal(section, "000100", state()).path()).isEqualTo("m/1/n");
  }
}
