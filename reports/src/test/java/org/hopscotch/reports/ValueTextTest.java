package org.hopscotch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.junit.jupiter.api.Test;

class ValueTextTest {
  @Test
  void aNumberOfManyDigitsIsHexadecimal() {
    assertThat(ValueText.number(4711)).isEqualTo("4711");
    assertThat(ValueText.number(99_999)).isEqualTo("99999");
    assertThat(ValueText.number(100_000)).isEqualTo("0x186a0");
    assertThat(ValueText.number(-1)).isEqualTo("-1");
  }

  @Test
  void whatIsLongIsCut() {
    assertThat(ValueText.of(new Value.Bytes(new byte[256])))
        .isEqualTo("00".repeat(32) + "… (256 bytes)");
    assertThat(ValueText.of(new Value.Numbers(new long[9])))
        .isEqualTo("[0, 0, 0, 0, 0, 0, 0, 0… (9)]");
  }

  @Test
  void structsShowTheirMembers() {
    Value inner = new Value.Struct(DeviceState.EMPTY.with("b", 2));
    Value outer = new Value.Struct(DeviceState.EMPTY.with("a", inner).with("c", Value.NULL));
    assertThat(ValueText.of(new Value.Elements(outer))).isEqualTo("[{a = {b = 2}, c = NULL}]");
    assertThat(ValueText.of(new Value.Elements())).isEqualTo("no elements");
  }
}
