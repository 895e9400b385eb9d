package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WireInputTest {
  @Test
  void readsAcrossASourceThatGivesOneByteAtATime() {
    byte[] bytes = Hex.bytes("01 0002 00000003 0000000000000004 02 'ab' ff");
    WireInput in = new WireInput(oneByOne(bytes));
    assertThat(in.u8()).isEqualTo(1);
    assertThat(in.be16()).isEqualTo(2);
    assertThat(in.be32()).isEqualTo(3);
    assertThat(in.be64()).isEqualTo(4);
    assertThat(in.str8()).isEqualTo("ab");
    assertThat(in.offset()).isEqualTo(18);
    assertThat(in.integer(1)).isEqualTo(255);
    assertThat(in.atEnd()).isTrue();
  }

  @Test
  void saysHowMuchIsMissingAndWhere() {
    WireInput in = new WireInput(ByteSource.of(new byte[5]));
    in.enter("section");
    in.enter("field");
    in.be32();
    assertThatThrownBy(in::be64)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e ->
                assertThat(e.refusal())
                    .isEqualTo(new Refusal(5, "section/field", new Refusal.Truncated(7))));
  }

  @Test
  void setsNoMoreAsideForALengthThanIsThere() {
    WireInput in = new WireInput(ByteSource.of(new byte[100]));
    assertThatThrownBy(() -> in.bytes(1L << 40)).isInstanceOf(RefusedException.class);
  }

  @Test
  void keepsItsPlaceWhenTheWindowMoves() {
    byte[] bytes = new byte[100_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    WireInput in = new WireInput(ByteSource.of(bytes));
    in.skip(70_001);
    assertThat(in.peek(9)).isEqualTo(bytes[70_010] & 0xff);
    in.holdRest(50_000);
    assertThat(in.offset()).isEqualTo(70_001);
    in.moveTo(99_999);
    assertThat((byte) in.u8()).isEqualTo(bytes[99_999]);
    in.moveTo(70_001);
    assertThat((byte) in.u8()).isEqualTo(bytes[70_001]);
    assertThat(in.copy(70_010, 70_012)).containsExactly(bytes[70_010], bytes[70_011]);
  }

  @Test
  void givesUpOnWorkBeyondTheInputsSize() {
    WireInput in = WireInput.of(new byte[10]);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1_000_000; i++) {
                in.step();
              }
            })
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.refusal().reason()).isInstanceOf(Refusal.TooManySteps.class));
  }

  private static ByteSource oneByOne(byte[] bytes) {
    ByteSource all = ByteSource.of(bytes);
    return (into, offset, _) -> all.read(into, offset, 1);
  }
}
