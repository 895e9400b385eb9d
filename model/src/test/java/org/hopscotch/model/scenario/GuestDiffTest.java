package org.hopscotch.model.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

class GuestDiffTest {
  private static final Section NODE =
      new Section("node", 1, 1, Families.scalar("size", ScalarType.UINT32));
  private static final Section DEVICE =
      new Section(
              "device",
              1,
              1,
              Families.scalar("n", ScalarType.UINT8),
              Families.scalar("old", ScalarType.UINT8).since(2),
              Families.scalar("legacy", ScalarType.UINT8).test("property(x-legacy)"),
              Families.varray("regs", new FieldType.Scalar(ScalarType.INT16), Count.of("n")),
              Families.qtailq("queue", 1, NODE),
              Families.struct("head", NODE))
          .with(
              new Subsection(
                  new Section("device/irq", 1, 1, Families.scalar("irq", ScalarType.BOOL)),
                  Expression.of("n > 2")))
          .with(Hooks.NONE.postLoad("level = n"));
  private static final DeviceState STATE =
      DeviceState.EMPTY
          .with("n", 2)
          .with("old", 7)
          .with("legacy", 8)
          .with("regs", new Value.Numbers(1, -1, 99))
          .with("queue", new Value.Elements(List.of(node(5))))
          .with("head", node(6))
          .with("irq", 1)
          .with("level", 2);

  private static Value node(long size) {
    return new Value.Struct(DeviceState.EMPTY.with("size", size));
  }

  private static Guest guest(DeviceState state) {
    Bindings bindings = new Bindings(Map.of("x-legacy", 0L), Map.of());
    return new Guest(DEVICE, state, bindings, LoaderFamily.FROM_11_0);
  }

  private static Optional<String> difference(DeviceState arrived) {
    return GuestDiff.of(guest(STATE), arrived)
        .map(d -> "%s (%s): %s, %s".formatted(d.path(), d.type(), d.sent(), d.arrived()));
  }

  @Test
  void isSilentOnTheSameGuest() {
    assertThat(difference(STATE)).isEmpty();
  }

  @Test
  void comparesOnlyWhatTravels() {
    DeviceState arrived =
        STATE
            .with("old", 0)
            .with("legacy", 0)
            .with("irq", 0)
            .with("regs", new Value.Numbers(1, -1, 0));
    assertThat(difference(arrived)).isEmpty();
  }

  @Test
  void namesWhatArrivedChanged() {
    assertThat(difference(STATE.with("n", 3))).contains("n (uint8): 2, 3");
    assertThat(difference(STATE.with("regs", new Value.Numbers(1, 0, 99))))
        .contains("regs[1] (int16): -1, 0");
    assertThat(difference(STATE.with("regs", new Value.Numbers(1))))
        .contains("regs[1] (int16): -1, nothing");
    assertThat(difference(STATE.with("queue", new Value.Elements(List.of(node(4))))))
        .contains("queue[0].size (uint32): 5, 4");
    assertThat(difference(STATE.with("queue", new Value.Elements(List.of(node(5), node(5))))))
        .contains("queue (nodes): 1 elements, 2 elements");
    assertThat(difference(STATE.with("head", node(0)))).contains("head.size (uint32): 6, 0");
    assertThat(difference(STATE.with("level", 1))).contains("level (derived): 2, 1");
  }

  @Test
  void comparesASubsectionThatIsNeeded() {
    DeviceState three = STATE.with("n", 3).with("level", 3);
    assertThat(GuestDiff.of(guest(three), three.with("irq", 0)))
        .map(GuestDiff.Difference::path)
        .contains("irq");
  }

  @Test
  void meetsADestinationThatDiffersInAllThatTravels() {
    DeviceState destination = Destination.of(guest(STATE)).state();
    assertThat(destination.members())
        .containsEntry("n", Value.of(253))
        .containsEntry("old", Value.of(7))
        .containsEntry("legacy", Value.of(8))
        .containsEntry("regs", new Value.Numbers(-2, 0, 99))
        .containsEntry("queue", new Value.Elements(List.of()))
        .containsEntry("head", node(0xffff_fff9L))
        .containsEntry("irq", Value.of(1))
        .containsEntry("level", Value.of(-3));
  }

  @Test
  void leavesWhatTheLoaderComparesAlikeAtTheDestination() {
    Section checked =
        new Section(
            "checked",
            1,
            1,
            Families.scalar("equal", ScalarType.UINT32_EQUAL),
            Families.scalar("limit", ScalarType.INT32_POSITIVE_LE),
            new Field("config", new FieldType.PciConfig(2)));
    DeviceState state =
        DeviceState.EMPTY
            .with("equal", 4)
            .with("limit", 5)
            .with("config", new Value.Bytes((byte) 0x12, (byte) 0x34))
            .with("cmask", new Value.Bytes((byte) 0xff, (byte) 0xff))
            .with("wmask", new Value.Bytes((byte) 0x0f));
    Guest source = new Guest(checked, state, Bindings.NONE, LoaderFamily.FROM_11_0);
    assertThat(Destination.of(source).state().members())
        .containsEntry("equal", Value.of(4))
        .containsEntry("limit", Value.of(Integer.MAX_VALUE))
        .containsEntry("config", new Value.Bytes((byte) 0x1d, (byte) 0x34));
  }
}
