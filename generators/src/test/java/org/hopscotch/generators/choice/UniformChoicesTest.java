package org.hopscotch.generators.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UniformChoicesTest {
  private static final int CASES = 8000;

  @Test
  void drawsEveryNumberAboutAsOften() {
    Choices choices = Choices.uniform(1, 0);
    int[] counts = new int[16];
    for (int i = 0; i < CASES; i++) {
      counts[(int) (choices.bits(16) >>> 12)]++;
    }
    assertThat(Arrays.stream(counts)).allMatch(count -> count > 400 && count < 600);
  }

  @Test
  void drawsEveryLengthAboutAsOften() {
    Map<Integer, Integer> lengths = new HashMap<>();
    for (int number = 0; number < CASES; number++) {
      int length = Choices.uniform(2, number).list("n", 0, 7, _ -> 0).size();
      lengths.merge(length, 1, Integer::sum);
    }
    assertThat(lengths).hasSize(8);
    assertThat(lengths.values()).allMatch(count -> count > 850 && count < 1150);
  }

  @Test
  void switchesNoFeatureOff() {
    for (int number = 0; number < 100; number++) {
      assertThat(Choices.uniform(3, number).swarm(20)).isEqualTo((1L << 20) - 1);
    }
  }

  @Test
  void drawsTheSameFromItsRecording() {
    Generator<List<Long>> drawn =
        c -> {
          long swarm = c.swarm(9);
          return c.list("n", 0, 9, n -> n.integer(-9, 99) + n.oneOf(swarm | 1, 9));
        };
    for (int number = 0; number < 200; number++) {
      Choices uniform = Choices.uniform(4, number);
      List<Long> first = drawn.draw(uniform);
      long[] values = uniform.recording().values();
      assertThat(drawn.draw(Choices.recorded(values))).isEqualTo(first);
    }
  }
}
