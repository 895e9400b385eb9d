package org.hopscotch.model.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;
import org.junit.jupiter.api.Test;

class VirtualMachineTest {
  private static final Property WIDE = new Property("wide", new PropertyKind.Bool(), "on");
  private static final Section UART =
      new Section(
          "uart",
          1,
          1,
          Families.scalar("lcr", ScalarType.UINT8),
          Families.scalar("fifo", ScalarType.UINT32).test("property(wide)"));
  private static final DeviceType TYPE =
      new DeviceType(
          "isa-uart",
          List.of(WIDE),
          List.of(
              new Member("lcr", new MemberType.Scalar(ScalarType.UINT8)),
              new Member("fifo", new MemberType.Scalar(ScalarType.UINT32))),
          UART);
  private static final Configuration WITH_UART =
      Configuration.BARE.withDevices(List.of(new Device("uart0", "isa-uart")));

  private static Release release(DeviceType type, CompatTable... tables) {
    return new Release(
        "5.2",
        Optional.empty(),
        LoaderFamily.UP_TO_9_1,
        List.of(type),
        List.of(tables),
        List.of(new MachineType("pc-5.1", "5.1", "pc"), new MachineType("pc-5.2", "5.2", "pc")));
  }

  private static CompatTable wideOff() {
    return new CompatTable(
        "hw_compat_5_1",
        Optional.of(Version.of("5.1")),
        Optional.empty(),
        List.of(new CompatTable.Row("isa-uart", "wide", "off")));
  }

  private static VirtualMachine started(Release release, String machine) {
    VirtualMachine.Start start = VirtualMachine.start(new Host(release, machine, WITH_UART));
    assertThat(start).isInstanceOf(VirtualMachine.Started.class);
    return ((VirtualMachine.Started) start).machine();
  }

  private static byte[] saved(VirtualMachine machine) {
    return ((VirtualMachine.Saved) machine.save(VirtualMachineTest::describe)).stream();
  }

  private static byte[] describe(Description description) {
    return ("{" + description.sections().size() + "}").getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void savesTheBytesOfTheFormat() {
    VirtualMachine machine = started(release(TYPE), "pc-5.2");
    machine.enter(
        new GuestState(Map.of("uart0", DeviceState.EMPTY.with("lcr", 0x83).with("fifo", 7))));
    String hex = HexFormat.of().formatHex(saved(machine));
    assertThat(hex)
        .startsWith("5145564d00000003" + "070000000670632d352e32")
        .contains("01000000010372616d0000000000000004" + "0000000000000004" + "0000000000000010")
        .contains("0400000003" + "0475617274" + "0000000000000001" + "8300000007" + "7e00000003")
        .endsWith("00" + "06" + "00000003" + "7b327d");
  }

  @Test
  void arrivesAtTheSameKindOfHostWithTheSameState() {
    VirtualMachine source = started(release(TYPE), "pc-5.2");
    source.enter(new GuestState(Map.of("uart0", DeviceState.EMPTY.with("fifo", 0xdeadbeefL))));
    VirtualMachine destination = started(release(TYPE), "pc-5.2");
    assertThat(destination.load(saved(source)).arrived()).isTrue();
    assertThat(destination.look()).isEqualTo(source.look());
  }

  @Test
  void aRowOfTheTableChangesWhatIsSent() {
    Release newer = release(TYPE, wideOff());
    assertThat(saved(started(newer, "pc-5.2")).length)
        .isEqualTo(saved(started(newer, "pc-5.1")).length + 4);
  }

  @Test
  void refusesAGuestOfAnotherMachineType() {
    Outcome outcome =
        started(release(TYPE), "pc-5.1").load(saved(started(release(TYPE), "pc-5.2")));
    assertThat(((Outcome.Refused) outcome).refusal().reason())
        .isEqualTo(new Refusal.OtherMachine("pc-5.2", "pc-5.1"));
  }

  @Test
  void missesTheFooterOfAnotherLayoutAndSaysWhere() {
    Release without = release(TYPE, wideOff());
    Release older = release(TYPE);
    Outcome outcome = started(without, "pc-5.1").load(saved(started(older, "pc-5.1")));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Outcome.Refused refused = (Outcome.Refused) outcome;
    assertThat(refused.phase()).isEqualTo(Phase.FOOTER);
    assertThat(refused.refusal().reason()).isEqualTo(new Refusal.MissingFooter(0));
    assertThat(refused.section().orElseThrow().idstr()).isEqualTo("uart");
  }

  @Test
  void doesNotStartAMachineTypeItDoesNotKnow() {
    assertThat(VirtualMachine.start(new Host(release(TYPE), "pc-6.0", WITH_UART)))
        .isEqualTo(new VirtualMachine.DidNotStart(new StartFailure.UnknownMachine("pc-6.0")));
  }

  @Test
  void whatNoResetSetsIsWhatMemoryHeld() {
    Member free = new Member("fifo", new MemberType.Scalar(ScalarType.UINT32)).leftFree();
    DeviceType type = TYPE.withMembers(List.of(TYPE.members().getFirst(), free));
    Host host = new Host(release(type), "pc-5.2", WITH_UART).withLeftover(0x1122334455667788L);
    VirtualMachine machine = ((VirtualMachine.Started) VirtualMachine.start(host)).machine();
    assertThat(machine.look().device("uart0").orElseThrow())
        .isEqualTo(DeviceState.EMPTY.with("lcr", 0).with("fifo", 0x55667788));
  }
}
