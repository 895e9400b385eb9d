package org.hopscotch.harness.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlikeTest {
  @Test
  void keepsTheFirstAndTheSimplestWhateverTheOrder() {
    Alike upwards = new Alike(8);
    Alike downwards = new Alike(8);
    for (int i = 0; i < 100; i++) {
      upwards.add(i, choices(i));
      downwards.add(99 - i, choices(99 - i));
    }
    assertThat(upwards.numbers())
        .isEqualTo(downwards.numbers())
        .containsAll(LongStream.range(0, 8).boxed().toList())
        .containsAll(LongStream.range(92, 100).boxed().toList())
        .hasSize(16);
  }

  /// Later cases are simpler.
  private static int choices(int number) {
    return 200 - number;
  }
}
