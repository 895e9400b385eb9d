package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.junit.jupiter.api.Test;

class StateYamlTest {
  @Test
  void showsEveryKindOfValue() throws YamlException {
    DeviceState state =
        DeviceState.EMPTY
            .with("irq", -1)
            .with("address", 0xffff_ffffL)
            .with("size", 0x1_0000_0000L)
            .with("lowest", Long.MIN_VALUE)
            .with("regs", new Value.Numbers(0, 7, -1L << 40))
            .with("none", new Value.Numbers())
            .with("mac", new Value.Bytes(new byte[20]))
            .with("empty", new Value.Bytes())
            .with("next", Value.NULL)
            .with("true", 1)
            .with("regs.ctrl", new Value.Struct(DeviceState.EMPTY.with("a", 1).with("b", 2)))
            .with("nothing", new Value.Struct(DeviceState.EMPTY))
            .with("queue", new Value.Elements())
            .with("timers", new Value.Elements(Value.of(3), Value.NULL))
            .with("counters", new Value.Elements(Value.of(3), Value.of(4)))
            .with(
                "nodes",
                new Value.Elements(
                    new Value.Struct(DeviceState.EMPTY.with("key", 1).with("value", 2)),
                    new Value.Struct(DeviceState.EMPTY.with("rings", new Value.Numbers(1)))));
    String yaml =
        """
        irq: -1
        address: 4294967295
        size: "0x0000000100000000"
        lowest: "0x8000000000000000"
        regs: [0, 7, "0xffffff0000000000"]
        none: [numbers]
        mac: hex 00000000000000000000000000000000 00000000
        empty: hex
        next: null
        "true": 1
        regs.ctrl: {a: 1, b: 2}
        nothing: {}
        queue: []
        timers: [3, null]
        counters: [elements, 3, 4]
        nodes:
        - {key: 1, value: 2}
        - rings: [1]
        """;
    assertThat(StateYaml.print(state)).isEqualTo(yaml);
    assertThat(StateYaml.read(yaml)).isEqualTo(state);
  }

  @Test
  void readsWhatPeopleWrite() throws YamlException {
    String yaml =
        """
        # as in the manual
        enabled: true
        mask: 0xff
        large: 18446744073709551615
        mac: hex 5254 00 12
          3456
        """;
    assertThat(StateYaml.read(yaml))
        .isEqualTo(
            DeviceState.EMPTY
                .with("enabled", 1)
                .with("mask", 255)
                .with("large", -1)
                .with("mac", new Value.Bytes(new byte[] {0x52, 0x54, 0, 0x12, 0x34, 0x56})));
  }

  @Test
  void keepsTheOrderOfMembers() throws YamlException {
    DeviceState state = DeviceState.EMPTY.with("z", 1).with("a", 2).with("m", 3);
    assertThat(StateYaml.read(StateYaml.print(state)).members().keySet())
        .containsExactly("z", "a", "m");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readsAnyStateBack(@ForAll("states") DeviceState state) throws YamlException {
    String yaml = StateYaml.print(state);
    assertThat(StateYaml.read(yaml)).as(yaml).isEqualTo(state);
  }

  @Provide
  Arbitrary<DeviceState> states() {
    Arbitrary<Value> values =
        Arbitraries.recursive(StateYamlTest::leaf, StateYamlTest::compound, 0, 2);
    return states(values);
  }

  private static Arbitrary<DeviceState> states(Arbitrary<Value> values) {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.strings().ascii().ofMaxLength(4),
            Arbitraries.of("hex", "0x1", "null", "~", "<<", "elements", "-", "? ", "a: b", "#"));
    return Arbitraries.maps(names, values).ofMaxSize(4).map(DeviceState::new);
  }

  private static Arbitrary<Value> leaf() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Value::of),
        Arbitraries.longs().array(long[].class).ofMaxSize(30).map(Value.Numbers::new),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(Value.Bytes::new),
        Arbitraries.just(Value.NULL));
  }

  private static Arbitrary<Value> compound(Arbitrary<Value> values) {
    return Arbitraries.oneOf(
        values.list().ofMaxSize(4).map(all -> new Value.Elements(all)),
        states(values).map(Value.Struct::new));
  }
}
