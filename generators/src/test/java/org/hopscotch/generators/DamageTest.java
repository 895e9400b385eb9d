package org.hopscotch.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DamageTest {
  private static final byte[] STREAM = {1, 2, 3, 4};

  @Test
  void changesJustWhatItSays() {
    assertThat(new Damage.Cut(1).applyTo(STREAM)).containsExactly(1);
    assertThat(new Damage.Flip(2, 0x80).applyTo(STREAM)).containsExactly(1, 2, 0x83, 4);
    assertThat(new Damage.Insert(4, new byte[] {9}).applyTo(STREAM)).containsExactly(1, 2, 3, 4, 9);
    assertThat(new Damage.Delete(1, 2).applyTo(STREAM)).containsExactly(1, 4);
    assertThat(new Damage.Replace(3, new byte[] {8, 9}).applyTo(STREAM))
        .containsExactly(1, 2, 3, 8);
  }

  @Test
  void stillAppliesWhereAnotherOneShortenedTheStream() {
    List<Damage> damages =
        List.of(
            new Damage.Cut(0),
            new Damage.Flip(2, 1),
            new Damage.Delete(3, 5),
            new Damage.Replace(2, new byte[] {1}),
            new Damage.Insert(3, new byte[] {7}));
    assertThat(Damage.applyAll(damages, STREAM)).containsExactly(7);
  }
}
