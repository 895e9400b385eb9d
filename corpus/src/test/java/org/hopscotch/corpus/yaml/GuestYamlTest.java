package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuestYamlTest {
  private static final Section SERIAL =
      new Section(
          "serial",
          3,
          2,
          Families.scalar("divider", ScalarType.UINT16),
          Families.vbuffer("fifo", Count.of("depth")));
  private static final DeviceState STATE =
      DeviceState.EMPTY
          .with("divider", 12)
          .with("depth", 4)
          .with("fifo", new Value.Bytes((byte) 0, (byte) 1, (byte) 0xab, (byte) 0xff));

  @Test
  void isItsSectionAndItsState() throws YamlException {
    Guest guest = new Guest(SERIAL, STATE, Bindings.NONE, LoaderFamily.FROM_11_0);
    String yaml =
        """
        section:
          name: serial
          version_id: 3
          minimum_version_id: 2
          fields:
          - {name: divider, type: uint16}
          - {name: fifo, buffer: depth}
        state:
          divider: 12
          depth: 4
          fifo: hex 0001abff
        """;
    assertThat(GuestYaml.print(guest)).isEqualTo(yaml);
    assertThat(GuestYaml.read(yaml)).isEqualTo(guest);
  }

  @Test
  void saysWhatItsHostGivesInOrderOfNames() throws YamlException {
    Bindings bindings =
        new Bindings(
            Map.of("num-queues", 4L, "x-size", 1L << 40, "msix", 1L, "a b", -1L),
            Map.of("cpuhp needed", true, "acpi", false));
    Guest guest =
        new Guest(new Section("s", 1, 1), DeviceState.EMPTY, bindings, LoaderFamily.FROM_9_2);
    String yaml =
        """
        section:
          name: s
          version_id: 1
          minimum_version_id: 1
          fields: []
        state: {}
        properties: {a b: -1, msix: 1, num-queues: 4, x-size: "0x0000010000000000"}
        unknown: {acpi: false, cpuhp needed: true}
        family: FROM_9_2
        """;
    assertThat(GuestYaml.print(guest)).isEqualTo(yaml);
    assertThat(GuestYaml.read(yaml)).isEqualTo(guest);
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryFamilyBack(LoaderFamily family) throws YamlException {
    Guest guest = new Guest(SERIAL, STATE, Bindings.NONE, family);
    assertThat(GuestYaml.read(GuestYaml.print(guest))).isEqualTo(guest);
  }
}
