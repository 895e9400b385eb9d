package org.hopscotch.generators.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Generator;
import org.junit.jupiter.api.Test;

class ChoiceArbitrariesTest {
  private static final Generator<List<Long>> NUMBERS =
      choices -> choices.list("number", 0, 20, element -> element.bits(Long.SIZE));

  @Test
  void endsWithTheSimplestList() {
    assertThat(JqwikRun.of(FailingProperties.class, "noSevens", List.class).failures())
        .containsExactly("[7]");
  }

  @Test
  void endsWithTheSimplestOfWhatDependsOnItself() {
    assertThat(JqwikRun.of(FailingProperties.class, "fewRows", List.class).failures())
        .containsExactly("[[5, 5], [5, 5], [5, 5]]");
  }

  @Test
  void endsWithTheSimplestOfEachParameter() {
    assertThat(
            JqwikRun.of(FailingProperties.class, "differentLists", List.class, List.class)
                .failures())
        .containsExactly("[0, 0] [7]");
  }

  @Test
  void drawsTheSameFromTheSameSeed() {
    Arbitrary<List<Long>> arbitrary = ChoiceArbitraries.of(NUMBERS);
    assertThat(samples(arbitrary, 42)).isEqualTo(samples(arbitrary, 42));
    assertThat(samples(arbitrary, 42)).isNotEqualTo(samples(arbitrary, 43));
  }

  private static List<List<Long>> samples(Arbitrary<List<Long>> arbitrary, long seed) {
    Random random = Random.from(new SplittableRandom(seed));
    return arbitrary.generator(1000).stream(random).map(Shrinkable::value).limit(20).toList();
  }

  @Test
  void shrinksToWhatIsStrictlySimplerOnly() {
    for (int number = 0; number < 20; number++) {
      var sample = ChoiceShrinkable.drawn(NUMBERS, Choices.seeded(1, number));
      assertThat(sample.shrink())
          .allMatch(simpler -> simpler.distance().compareTo(sample.distance()) < 0);
    }
  }

  @Test
  void isAsFarFromTheSimplestAsItsRecording() {
    List<ChoiceShrinkable<List<Long>>> samples =
        Stream.of(
                new long[] {0},
                new long[] {1, 0, 0},
                new long[] {1, 1, 0},
                new long[] {1, 1L << 33, 0},
                new long[] {1, Long.MAX_VALUE, 0},
                new long[] {1, -1, 0},
                new long[] {1, 0, 1, 0, 0})
            .map(choices -> ChoiceShrinkable.drawn(NUMBERS, Choices.recorded(choices)))
            .toList();
    for (var one : samples) {
      for (var other : samples) {
        assertThat(Integer.signum(one.distance().compareTo(other.distance())))
            .isEqualTo(Integer.signum(one.recording().compareTo(other.recording())));
      }
    }
    assertThat(samples).isSortedAccordingTo((a, b) -> a.distance().compareTo(b.distance()));
  }
}
