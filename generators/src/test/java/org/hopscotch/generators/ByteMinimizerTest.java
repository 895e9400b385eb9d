package org.hopscotch.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ByteMinimizerTest {
  @Test
  void leavesOnlyWhatThePropertyNeeds() {
    assertThat(minimal(bytes -> contains(bytes, 7) && contains(bytes, 9)))
        .containsExactlyInAnyOrder(7, 9);
  }

  @Test
  void makesTheRestZeroWhenOnlyTheLengthMatters() {
    assertThat(minimal(bytes -> bytes.length >= 5)).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void endsWithNothingWhenAnythingWillDo() {
    assertThat(minimal(_ -> true)).isEmpty();
  }

  @Test
  void asksNoMoreOftenThanItMay() {
    AtomicInteger asked = new AtomicInteger();
    ByteMinimizer.minimize(
        start(),
        bytes -> {
          asked.incrementAndGet();
          return bytes.length > 900;
        },
        50);
    assertThat(asked).hasValue(50);
  }

  private static byte[] minimal(Predicate<byte[]> property) {
    return ByteMinimizer.minimize(start(), property, 100_000);
  }

  private static byte[] start() {
    byte[] bytes = new byte[1000];
    new SplittableRandom(1).nextBytes(bytes);
    return bytes;
  }

  private static boolean contains(byte[] bytes, int wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }
}
