package org.hopscotch.generators.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  private static final Generator<List<List<Long>>> LISTS =
      c -> c.list("row", 0, 6, row -> row.list("cell", 1, 4, cell -> cell.integer(-300, 70_000)));

  @Test
  void makesACaseAgainFromSeedAndNumberAlone() {
    List<List<Long>> first = LISTS.draw(Choices.seeded(7, 3));
    LISTS.draw(Choices.seeded(7, 4));
    assertThat(LISTS.draw(Choices.seeded(7, 3))).isEqualTo(first);
    assertThat(LISTS.draw(Choices.unrecorded(7, 3))).isEqualTo(first);
  }

  @Test
  void drawsTheSameFromARecordingAndRecordsTheSame() {
    for (int number = 0; number < 500; number++) {
      Choices random = Choices.seeded(1, number);
      List<List<Long>> value = LISTS.draw(random);
      Choices again = Choices.recorded(random.recording().values());
      assertThat(LISTS.draw(again)).isEqualTo(value);
      assertThat(again.recording()).isEqualTo(random.recording());
      assertThat(again.recording().spans()).isEqualTo(random.recording().spans());
    }
  }

  @Test
  void drawsTheSimplestValueFromNothing() {
    assertThat(LISTS.draw(Choices.recorded())).isEmpty();
    assertThat(LISTS.draw(Choices.ofBytes(new byte[0]))).isEmpty();
    assertThat(Choices.recorded().integer(-5, 5)).isZero();
    assertThat(Choices.recorded().integer(3, 9)).isEqualTo(3);
    assertThat(Choices.recorded().integer(-9, -3)).isEqualTo(-3);
    assertThat(Choices.recorded().swarm(5)).isEqualTo(0b11111);
  }

  @Test
  void takesAChoiceTooLargeForItsBoundAsTheLargest() {
    Choices edited = Choices.recorded(99, -1);
    assertThat(edited.below(10)).isEqualTo(9);
    assertThat(edited.bits(16)).isEqualTo(0xffff);
    assertThat(edited.recording().values()).containsExactly(9, 0xffff);
  }

  @Test
  void keepsAListWhenOneElementsSpanIsTakenAway() {
    Generator<List<Integer>> full = c -> c.list("n", 0, 3, n -> n.below(100));
    Choices drawn = Choices.recorded(1, 10, 1, 20, 1, 30, 0);
    assertThat(full.draw(drawn)).containsExactly(10, 20, 30);
    assertThat(drawn.recording().values()).containsExactly(1, 10, 1, 20, 1, 30, 0);
    assertThat(drawn.recording().spans())
        .contains(new Recording.Span("n", 2, 4), new Recording.Span("n", 6, 7));
    assertThat(full.draw(Choices.recorded(1, 10, 1, 30, 0))).containsExactly(10, 30);
  }

  @Test
  void endsAnOpenSpanWhereTheRecordingIsTaken() {
    Choices choices = Choices.recorded(1, 2, 3);
    choices.begin("outer");
    choices.span("first", c -> c.below(10));
    choices.begin("second");
    choices.below(10);
    assertThat(choices.recording().spans())
        .containsExactly(
            new Recording.Span("outer", 0, 2),
            new Recording.Span("first", 0, 1),
            new Recording.Span("second", 1, 2));
    choices.end();
    choices.below(10);
    choices.end();
    assertThat(choices.recording().spans())
        .containsExactly(
            new Recording.Span("outer", 0, 3),
            new Recording.Span("first", 0, 1),
            new Recording.Span("second", 1, 2));
  }

  @Test
  void changesOneChoiceWithOneByteAndMovesNoOther() {
    Generator<List<Long>> three = c -> List.of(c.bits(16), c.integer(0, 200), c.bits(64));
    byte[] bytes = {1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 9};
    assertThat(three.draw(Choices.ofBytes(bytes))).containsExactly(0x102L, 3L, 9L);
    bytes[2] = 5;
    assertThat(three.draw(Choices.ofBytes(bytes))).containsExactly(0x102L, 5L, 9L);
  }

  @Test
  void staysInsideItsRange() {
    long[][] ranges = {
      {0, 0},
      {-1, 1},
      {-128, 127},
      {5, 6},
      {-9, -2},
      {0, 255},
      {-3, 1000},
      {-1000, 3},
      {Long.MIN_VALUE, Long.MAX_VALUE},
      {0, Long.MAX_VALUE},
      {Long.MIN_VALUE, -1}
    };
    for (long[] range : ranges) {
      Choices choices = Choices.seeded(5, range[1]);
      for (int i = 0; i < 2000; i++) {
        assertThat(choices.integer(range[0], range[1])).isBetween(range[0], range[1]);
      }
    }
  }

  @Test
  void drawsEdgesOften() {
    Choices choices = Choices.seeded(2, 0);
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      counts.merge(choices.bits(32), 1, Integer::sum);
    }
    LongStream.of(0, 1, 0x7fffffffL, 0x80000000L, 0xffffffffL, 0xfffffffeL, 256, 255, 65536)
        .forEach(edge -> assertThat(counts.get(edge)).as("%x", edge).isGreaterThan(20));
    assertThat(counts.size()).isGreaterThan(4000);
  }

  @Test
  void drawsEveryNumberBelowAUniformBoundAboutAsOften() {
    Choices choices = Choices.seeded(3, 0);
    int[] counts = new int[10];
    for (int i = 0; i < 20_000; i++) {
      counts[choices.below(10)]++;
    }
    assertThat(Arrays.stream(counts)).allMatch(count -> count > 1800 && count < 2200);
  }

  @Test
  void drawsEmptyAndFullListsOften() {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int number = 0; number < 2000; number++) {
      int size = Choices.seeded(4, number).list("n", 0, 8, n -> n.below(2)).size();
      sizes.merge(size, 1, Integer::sum);
    }
    assertThat(sizes.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(sizes.get(0)).isGreaterThan(150);
    assertThat(sizes.get(8)).isGreaterThan(150);
  }

  @Test
  void drawsOnlyFeaturesOfTheSwarmAndKeepsThemWhenItIsSwitchedOn() {
    Set<Integer> drawn = new TreeSet<>();
    Choices choices = Choices.seeded(6, 0);
    for (int i = 0; i < 200; i++) {
      drawn.add(choices.oneOf(0b101001, 6));
    }
    assertThat(drawn).containsExactly(0, 3, 5);
    assertThat(Choices.recorded(5).oneOf(0b111111, 6)).isEqualTo(5);
    assertThat(Choices.recorded(4).oneOf(0b101001, 6)).isZero();
  }

  @Test
  void switchesFeaturesOffInSomeCasesOnly() {
    int whole = 0;
    for (int number = 0; number < 1000; number++) {
      whole += Choices.seeded(8, number).swarm(10) == 0b1111111111 ? 1 : 0;
    }
    assertThat(whole).isBetween(200, 300);
  }

  @Test
  void drawsTheRestOfWhatItHasAsBytes() {
    Generator<byte[]> afterOne =
        c -> {
          c.below(10);
          return c.rest(4);
        };
    Choices recorded = Choices.recorded(7, 1, 300, 3);
    assertThat(afterOne.draw(recorded)).containsExactly(1, 0xff, 3);
    assertThat(recorded.recording().values()).containsExactly(7, 1, 0xff, 3);
    assertThat(afterOne.draw(Choices.recorded(7, 1, 2, 3, 4, 5))).containsExactly(1, 2, 3, 4);
    assertThat(afterOne.draw(Choices.recorded())).isEmpty();
    Generator<byte[]> afterList =
        c -> {
          c.list("n", 1, 1, n -> n.below(2));
          return c.rest(4);
        };
    assertThat(afterList.draw(Choices.recorded())).isEmpty();
    assertThat(afterOne.draw(Choices.ofBytes(new byte[] {7, 1, -2}))).containsExactly(1, -2);
    Choices random = Choices.seeded(9, 2);
    byte[] bytes = afterOne.draw(random);
    assertThat(bytes).isNotEmpty().hasSizeLessThanOrEqualTo(4);
    assertThat(afterOne.draw(Choices.recorded(random.recording().values()))).isEqualTo(bytes);
  }

  @Test
  void drawsTheBytesOfARecordingMadeOfThem() {
    byte[] bytes = new byte[Choices.MOST_CHOICES + 3];
    Arrays.fill(bytes, (byte) -5);
    Choices choices = Choices.recorded(Recording.ofBytes(bytes).values());
    assertThat(choices.rest(Integer.MAX_VALUE)).isEqualTo(bytes);
    assertThat(choices.recording()).isEqualTo(Recording.ofBytes(bytes));
  }

  @Test
  void comesToAnEndHoweverMuchAGeneratorAsksFor() {
    assertThat(endless(Choices.seeded(1, 1))).isGreaterThan(100);
  }

  private static int endless(Choices choices) {
    int depth = 0;
    while (depth < Choices.MOST_CHOICES * 2 && (depth < 100 || choices.below(1 << 30) != 0)) {
      depth++;
    }
    return depth;
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    Choices choices = Choices.unrecorded(1, 1);
    assertThatThrownBy(() -> choices.below(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> choices.integer(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(choices::recording).isInstanceOf(IllegalStateException.class);
  }
}
