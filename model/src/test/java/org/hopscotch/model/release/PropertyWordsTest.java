package org.hopscotch.model.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A value's text stands for the value.
class PropertyWordsTest {
  @Test
  void everyKindTakesTheTextOfItsValues() {
    assertRead(new PropertyKind.Bool(), "on");
    assertRead(new PropertyKind.Enumeration(List.of("auto", "on", "off")), "off");
    assertRead(new PropertyKind.Int(64, false), "18446744073709551615");
    assertRead(new PropertyKind.Int(32, true), "-1");
    assertRead(new PropertyKind.Size(64), "4096");
    assertRead(new PropertyKind.Text(), "left");
    assertRead(new PropertyKind.PciDevfn(), "10.3");
    assertRead(new PropertyKind.Array(new PropertyKind.Bool()), "on,off");
  }

  private static void assertRead(PropertyKind kind, String text) {
    assertThat(kind.parse("p", text))
        .isInstanceOfSatisfying(
            PropertyKind.Accepted.class,
            accepted -> assertThat(kind.text(accepted.value())).isEqualTo(text));
  }
}
