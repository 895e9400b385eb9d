package org.hopscotch.harness.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;
import org.junit.jupiter.api.Test;

/// Whole streams, worked out by hand from wire-format.
class RulesTest {
  static final String HEADER = "5145564d" + "00000003" + "07" + "00000001" + "6d";
  static final String PRELAUNCH = "7072656c61756e6368";
  private static final Section UART =
      new Section("uart", 1, 1, Families.scalar("lcr", ScalarType.UINT8));

  static RulesHost host(LoaderFamily family, Section section, Device device, Registration how) {
    DeviceType type = new DeviceType("type", List.of(), List.of(), section).withRegistration(how);
    Release release =
        new Release(
            "some",
            Optional.empty(),
            family,
            List.of(type),
            List.of(),
            List.of(new MachineType("m", "10.0", "pc")));
    Configuration configuration = Configuration.BARE.withDevices(List.of(device));
    return ((RulesHost.Started) RulesHost.start(new Host(release, "m", configuration))).host();
  }

  static RulesHost host(LoaderFamily family, Section section, DeviceState state) {
    RulesHost host = host(family, section, new Device("d", "type"), Registration.USUAL);
    host.enter(new GuestState(Map.of("d", state)));
    return host;
  }

  static RulesHost host(Section section, DeviceState state) {
    return host(LoaderFamily.UP_TO_9_1, section, state);
  }

  static byte[] bytes(String... hex) {
    return HexFormat.of().parseHex(String.join("", hex));
  }

  static String section(String name, int instance, int version, String... body) {
    return "0400000009%02x%s%08x%08x%s7e00000009"
        .formatted(
            name.length(),
            HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII)),
            instance,
            version,
            String.join("", body));
  }

  static RulesOutcome refused(Phase phase, Refusal.Reason reason) {
    return new RulesOutcome.Refused(Side.DESTINATION, phase, reason);
  }

  static DeviceState look(RulesHost host) {
    return host.look().device("d").orElseThrow();
  }

  private static String zeros(int bytes) {
    return "00".repeat(bytes);
  }

  @Test
  void savesAWholeStream() {
    RulesHost host = host(UART, DeviceState.EMPTY.with("lcr", 0x83));
    assertThat(HexFormat.of().formatHex(host.save().stream()))
        .isEqualTo(
            HEADER
                + ("01" + "00000001" + "0372616d" + "00000000" + "00000004")
                + ("0000000000000004" + "0000000000000010" + "7e00000001")
                + ("02" + "00000001" + "0000000000000010" + "7e00000001")
                + ("03" + "00000001" + "0000000000000010" + "7e00000001")
                + ("04" + "00000002" + "0b676c6f62616c7374617465" + "00000000" + "00000001")
                + ("0000000a" + PRELAUNCH + zeros(91) + "7e00000002")
                + ("04" + "00000003" + "0475617274" + "00000000" + "00000001")
                + ("83" + "7e00000003")
                + "00");
  }

  @Test
  void newerReleasesSendTheSwitchoverCommandAndTwoFlagsInsideTheRunState() {
    RulesHost host = host(LoaderFamily.FROM_9_2, UART, DeviceState.EMPTY.with("lcr", 0x83));
    assertThat(HexFormat.of().formatHex(host.save().stream()))
        .contains("7e00000001" + "08000b0000" + "0300000001")
        .contains("0000000a" + PRELAUNCH + zeros(23) + "0100" + zeros(66) + "7e00000002");
  }

  @Test
  void acceptsTheSmallestStreamAndIsPausedThen() {
    RulesHost host = host(UART, DeviceState.EMPTY.with("lcr", 1));
    assertThat(host.load(bytes(HEADER, "00"))).isEqualTo(new RulesOutcome.Done());
    assertThat(look(host)).isEqualTo(DeviceState.EMPTY.with("lcr", 1));
    assertThat(HexFormat.of().formatHex(host.save().stream()))
        .contains("00000007" + "706175736564" + zeros(94));
  }

  @Test
  void comparesTheReceivedLengthOfTheMachinesNameOnly() {
    RulesHost host = host(UART, DeviceState.EMPTY);
    assertThat(host.load(bytes("5145564d000000030700000000", "00")))
        .isEqualTo(new RulesOutcome.Done());
    assertThat(host.load(bytes("5145564d0000000307000000026d32", "00")))
        .isEqualTo(refused(Phase.CONFIGURATION, new Refusal.OtherMachine("m2", "m")));
  }

  @Test
  void takesTheSameSectionTwiceAndTheSecondWins() {
    RulesHost host = host(UART, DeviceState.EMPTY.with("lcr", 0));
    String twice = section("uart", 0, 1, "05") + section("uart", 0, 1, "06");
    assertThat(host.load(bytes(HEADER, twice, "00"))).isEqualTo(new RulesOutcome.Done());
    assertThat(look(host)).isEqualTo(DeviceState.EMPTY.with("lcr", 6));
  }

  @Test
  void findsASectionByItsPathItsCompatNameOrItsAlias() {
    Device device = new Device("d", "type", Optional.of("0000:00:1f.0"), Map.of());
    Registration alias =
        new Registration(
            0,
            Optional.of(new Expression.Constant(3)),
            OptionalInt.of(7),
            Expression.TRUE,
            Expression.TRUE,
            Expression.FALSE,
            false);
    for (String found :
        List.of(
            section("0000:00:1f.0/uart", 0, 1, "05"),
            section("0000:00:1f.0/uart", 7, 1, "05"),
            section("uart", 3, 1, "05"),
            section("uart", 7, 1, "05"))) {
      RulesHost host = host(LoaderFamily.UP_TO_9_1, UART, device, alias);
      assertThat(host.load(bytes(HEADER, found, "00"))).isEqualTo(new RulesOutcome.Done());
      assertThat(look(host)).isEqualTo(DeviceState.EMPTY.with("lcr", 5));
    }
    RulesHost host = host(LoaderFamily.UP_TO_9_1, UART, device, alias);
    assertThat(host.load(bytes(HEADER, section("uart", 0, 1, "05"), "00")))
        .isEqualTo(refused(Phase.FRAMING, new Refusal.UnknownSection("uart", 0)));
  }

  @Test
  void refusesASectionThatIsTooNewBeforeItsBody() {
    assertThat(
            host(UART, DeviceState.EMPTY).load(bytes(HEADER, section("uart", 0, -1, "05"), "00")))
        .isEqualTo(refused(Phase.FRAMING, new Refusal.SectionTooNew("uart", 0xffffffffL, 1)));
  }

  @Test
  void tellsTheEndsOfACutStreamApart() {
    String all = HEADER + section("uart", 0, 1, "05");
    int body = all.length() / 2 - 6;
    assertThat(cut(all, body)).isEqualTo(Refusal.Truncated.class);
    assertThat(cut(all, body + 1)).isEqualTo(Refusal.Truncated.class);
    assertThat(cut(all, body + 2)).isEqualTo(Refusal.MismatchedFooter.class);
    assertThat(cut(all, body - 3)).isEqualTo(Refusal.Truncated.class);
    assertThat(cut(all, body - 9)).isEqualTo(Refusal.EmptyIdstr.class);
    assertThat(cut(all, body - 16)).isEqualTo(Refusal.EmptyIdstr.class);
    assertThat(cut(all, 6)).isEqualTo(Refusal.UnsupportedStreamVersion.class);
    assertThat(cut(all, 3)).isEqualTo(Refusal.NotAStream.class);
  }

  private static Class<?> cut(String hex, int length) {
    byte[] stream = Arrays.copyOf(bytes(hex), length);
    RulesOutcome outcome = host(UART, DeviceState.EMPTY).load(stream);
    return ((RulesOutcome.Refused) outcome).reason().getClass();
  }

  @Test
  void runsPostSaveAlsoAfterAnError() {
    Section section =
        new Section("dev", 1, 1, Families.scalar("a", ScalarType.UINT8), Families.fd("fd"))
            .with(Hooks.NONE.preSave("a = 1").postSave("b = a + 1"));
    RulesHost host = host(section, DeviceState.EMPTY.with("a", 0).with("b", 0));
    assertThat(host.save().outcome())
        .isEqualTo(new RulesOutcome.Refused(Side.SOURCE, Phase.DEVICE, new Refusal.NeedsSocket()));
    assertThat(look(host)).isEqualTo(DeviceState.EMPTY.with("a", 1).with("b", 2).with("fd", 0));
  }

  @Test
  void diesWhenItsOwnStateFailsTheValidation() {
    Section section =
        new Section("dev", 1, 1, Families.validate("a in range", Expression.of("a < 3")));
    assertThat(host(section, DeviceState.EMPTY.with("a", 3)).save().outcome())
        .isEqualTo(new RulesOutcome.Died(new Refusal.ValidationFailed("a in range")));
  }

  @Test
  void blocksBothWaysForAnUnmigratableDevice() {
    Registration never =
        new Registration(
            0,
            Optional.empty(),
            OptionalInt.empty(),
            Expression.TRUE,
            Expression.TRUE,
            Expression.TRUE,
            false);
    RulesHost host = host(LoaderFamily.UP_TO_9_1, UART, new Device("d", "type"), never);
    assertThat(host.save().outcome()).isEqualTo(new RulesOutcome.Blocked("uart"));
    assertThat(host.load(new byte[0]))
        .isEqualTo(refused(Phase.START, new Refusal.Unmigratable("uart")));
  }

  @Test
  void sendsABufferOfAPartOfItsMemberAndKeepsTheRestOnLoad() {
    Section section =
        new Section(
            "dev",
            1,
            1,
            Families.bufferStartMiddle("b", 4, 1),
            new Field("tail", new FieldType.Unused(2)),
            Families.varray(
                "v", new FieldType.Scalar(ScalarType.INT16), new Count.OfMember("n", 2)));
    DeviceState state =
        DeviceState.EMPTY
            .with("b", new Value.Bytes((byte) 9, (byte) 1, (byte) 2, (byte) 3))
            .with("v", new Value.Numbers(-1, 2, 7))
            .with("n", 1);
    assertThat(HexFormat.of().formatHex(host(section, state).save().stream()))
        .endsWith("010203" + "0000" + "ffff0002" + "7e00000003" + "00");
    RulesHost host = host(section, state);
    host.load(bytes(HEADER, section("dev", 0, 1, "0a0b0c", "ffff", "0003fffe"), "00"));
    assertThat(look(host))
        .isEqualTo(
            state
                .with("b", new Value.Bytes((byte) 9, (byte) 10, (byte) 11, (byte) 12))
                .with("v", new Value.Numbers(3, -2, 7)));
  }
}
