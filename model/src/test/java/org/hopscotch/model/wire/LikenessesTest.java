package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessesTest {
  @ParameterizedTest
  @CsvSource({
    "timer, timer",
    "0000:00:1f.0/ICH9LPC, ICH9LPC",
    "0000:00:02.0:00.0/virtio-net, virtio-net",
    "0000:00:07.0/1/usb-ptr, usb-ptr",
    "0000:00:07.0/1.2/usb-ptr, usb-ptr",
    "virtio-mmio@feb00000/virtio-blk, virtio-blk",
    "a/b, a/b"
  })
  void matchesNamesWithoutTheirDevicePath(String idstr, String name) {
    assertThat(Likenesses.withoutPath(idstr)).isEqualTo(name);
  }

  @Test
  void leavesOutLayoutsOfAnotherVersion() {
    Description.Vmsd layout =
        new Description.Vmsd("v", 2, java.util.List.of(), java.util.List.of());
    Likenesses likenesses =
        new Likenesses(
            java.util.List.of(
                new Description(
                    java.util.Optional.empty(),
                    java.util.OptionalInt.empty(),
                    java.util.List.of(new Description.Section("0000:00:01.0/v", 0, layout)))));
    assertThat(likenesses.section("0000:00:02.0/v", 2)).containsExactly(layout);
    assertThat(likenesses.section("0000:00:02.0/v", 3)).isEmpty();
  }
}
