package org.hopscotch.model.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;
import org.junit.jupiter.api.Test;

/// What loaders of real releases answered to streams without devices.
class LoaderRulesTest {
  private static final String MACHINE = "pc-5.2";
  private static final String END = "00";
  private static final String ADVISE = "08 0003 0000";

  @Test
  void takesOneEmptyAdviceOnly() {
    assertThat(load("7.2", MACHINE, ADVISE + END)).isInstanceOf(Outcome.Arrived.class);
    assertThat(refusal(load("7.2", MACHINE, ADVISE + ADVISE + END)))
        .isEqualTo(
            new Refusal.UnexpectedCommand(
                "POSTCOPY_ADVISE", "CMD_POSTCOPY_ADVISE in wrong postcopy state (1)"));
  }

  @Test
  void knowsTheCapabilitiesOfItsRelease() {
    assertThat(refusal(load("7.2", MACHINE, capability("mapped-ram") + END)))
        .isEqualTo(new Refusal.UnknownCapability("mapped-ram"));
    assertThat(refusal(load("10.0", MACHINE, capability("mapped-ram") + END)))
        .isEqualTo(new Refusal.OtherCapability("mapped-ram", true));
    assertThat(load("7.2", MACHINE, capability("compress") + END).arrived()).isTrue();
    assertThat(refusal(load("10.0", MACHINE, capability("compress") + END)))
        .isEqualTo(new Refusal.UnknownCapability("compress"));
    assertThat(load("10.0", MACHINE, capability("zero-blocks") + END).arrived()).isTrue();
    assertThat(refusal(load("11.1", MACHINE, capability("zero-blocks") + END)))
        .isEqualTo(new Refusal.UnknownCapability("zero-blocks"));
  }

  @Test
  void comparesTheMachineNameUpToANul() {
    assertThat(load("7.2", MACHINE + "\0junk", END).arrived()).isTrue();
    assertThat(load("7.2", "pc", END).arrived()).isTrue();
    assertThat(refusal(load("7.2", "pc\0", END))).isInstanceOf(Refusal.OtherMachine.class);
  }

  private static Refusal.Reason refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal().reason();
  }

  private static String capability(String name) {
    return "05" + str8("configuration/capabilities") + "00000001 00000001" + str8(name);
  }

  private static String str8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return HexFormat.of().toHexDigits((byte) bytes.length) + HexFormat.of().formatHex(bytes);
  }

  private static Outcome load(String release, String machine, String rest) {
    byte[] name = machine.getBytes(StandardCharsets.ISO_8859_1);
    String hex =
        "5145564d 00000003 07 0000"
            + HexFormat.of().toHexDigits((short) name.length)
            + HexFormat.of().formatHex(name)
            + rest;
    byte[] stream = HexFormat.of().parseHex(hex.replace(" ", ""));
    LoaderFamily family = Version.of(release).family();
    Release bare =
        new Release(
            release,
            Optional.empty(),
            family,
            List.of(),
            List.of(),
            List.of(new MachineType(MACHINE, "5.2", "pc")));
    Host host =
        new Host(bare, MACHINE, Configuration.BARE, new Surroundings(Map.of(), Map.of()), 0);
    return ((VirtualMachine.Started) VirtualMachine.start(host)).machine().load(stream);
  }
}
