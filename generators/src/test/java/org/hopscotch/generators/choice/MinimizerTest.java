package org.hopscotch.generators.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class MinimizerTest {
  private static final int ENOUGH = 100_000;
  private static final int FEW = 60;
  private static final Generator<List<List<Integer>>> ROWS =
      c -> c.list("row", 0, 8, row -> row.list("cell", 0, 8, cell -> cell.below(1000)));
  private static final Generator<Integer> NUMBERS = c -> c.below(1000);
  private static final Generator<byte[]> BYTES = c -> c.rest(Integer.MAX_VALUE);

  @Test
  void keepsTheCause() {
    Minimized<Integer, String> minimized = minimized(950, ENOUGH);
    assertThat(minimized.value()).isEqualTo(900);
    assertThat(minimized.cause()).contains("high");
    assertThat(minimized.recording().values()).containsExactly(900);
    assertThat(minimized.isFlaky()).isFalse();
    assertThat(minimized.complete()).isTrue();
    assertThat(minimized(850, ENOUGH).value()).isEqualTo(100);
  }

  @Test
  void remembersTheSimplestOfEachOtherCause() {
    List<Integer> slipped = new ArrayList<>();
    Minimized<Integer, String> minimized =
        Minimizer.minimize(
            NUMBERS,
            number -> {
              Optional<String> cause = cause(number);
              cause.filter("middle"::equals).ifPresent(_ -> slipped.add(number));
              return cause;
            },
            recording(950),
            ENOUGH);
    assertThat(slipped).hasSizeGreaterThan(1);
    assertThat(minimized.slips()).isEqualTo(Map.of("middle", recording(Collections.min(slipped))));
  }

  @Test
  void saysWhenNothingShowsAgainAndKeepsWhatWasFound() {
    Minimized<Integer, String> minimized = minimized(42, ENOUGH);
    assertThat(minimized.isFlaky()).isTrue();
    assertThat(minimized.complete()).isFalse();
    assertThat(minimized.value()).isEqualTo(42);
    assertThat(minimized.recording()).isEqualTo(recording(42));
    assertThat(minimized.evaluations()).isEqualTo(1);
  }

  @Test
  void asksNoMoreOftenThanItMayAndSaysSo() {
    AtomicInteger asked = new AtomicInteger();
    Minimized<byte[], Boolean> minimized =
        Minimizer.minimize(
            BYTES,
            bytes -> {
              asked.incrementAndGet();
              return when(bytes.length > 900);
            },
            Recording.ofBytes(random(1000)),
            50);
    assertThat(asked).hasValue(50);
    assertThat(minimized.evaluations()).isEqualTo(50);
    assertThat(minimized.complete()).isFalse();
  }

  @Test
  void doesTheSameAgain() {
    Recording found = rows(17);
    Predicate<List<List<Integer>>> condition = rows -> sum(rows) > 500;
    assertThat(minimized(ROWS, condition, found))
        .usingRecursiveComparison()
        .isEqualTo(minimized(ROWS, condition, found));
  }

  @Test
  void judgesNothingTwice() {
    List<List<List<Integer>>> judged = new ArrayList<>();
    minimized(ROWS, rows -> judged.add(rows) && sum(rows) > 500, rows(17));
    assertThat(judged).hasSizeGreaterThan(20).doesNotHaveDuplicates();
  }

  @Test
  void countsItsSteps() {
    Minimized<Integer, String> once = minimized(901, ENOUGH);
    assertThat(once.value()).isEqualTo(900);
    assertThat(once.steps()).isEqualTo(1);
    assertThat(minimized(900, ENOUGH).steps()).isZero();
  }

  @Test
  void saysWhatItCouldNotRemove() {
    Minimized<List<List<Integer>>, Boolean> minimized =
        minimized(ROWS, rows -> rows.size() > 2 && sum(rows) > 500, rows(17));
    assertThat(minimized.value()).isEqualTo(List.of(List.of(), List.of(), List.of(501)));
    assertThat(minimized.remaining().spans()).isEqualTo(Map.of("row", 3, "cell", 1));
    assertThat(minimized.remaining().choices()).isEqualTo(5);
  }

  @Test
  void lowersALargeNumberInFewEvaluations() {
    Generator<Long> numbers = c -> c.bits(64);
    Minimized<Long, Boolean> minimized =
        minimized(numbers, number -> Long.compareUnsigned(number, 900) >= 0, recording(-1));
    assertThat(minimized.value()).isEqualTo(900);
    assertThat(minimized.evaluations()).isLessThan(FEW);
  }

  @Test
  void takesManyThingsAwayInFewEvaluations() {
    Generator<List<Integer>> numbers = c -> c.list("number", 0, 200, number -> number.below(10));
    long[] found = new long[401];
    for (int i = 0; i < 200; i++) {
      found[2 * i] = 1;
      found[2 * i + 1] = i == 0 || i == 199 ? 7 : 3;
    }
    Minimized<List<Integer>, Boolean> minimized =
        minimized(
            numbers,
            all -> all.stream().filter(number -> number == 7).count() > 1,
            recording(found));
    assertThat(minimized.value()).containsExactly(7, 7);
    assertThat(minimized.evaluations()).isLessThan(FEW);
  }

  @Test
  void findsTheSimplestValueWithAProperty() {
    assertThat(Minimizer.minimal(ROWS, rows -> rows.size() >= 3))
        .isEqualTo(List.of(List.of(), List.of(), List.of()));
    assertThat(Minimizer.minimal(NUMBERS, number -> number % 10 == 7, 99)).isEqualTo(7);
  }

  @Test
  void saysInHowManyCasesItFoundNothing() {
    assertThatThrownBy(() -> Minimizer.minimal(NUMBERS, number -> number < 0, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("10000 cases of seed 5");
  }

  @Test
  void refusesToAskNever() {
    assertThatThrownBy(() -> minimized(950, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  // ---- byte strings

  @Test
  void leavesOnlyTheBytesThatAreNeeded() {
    assertThat(minimal(bytes -> contains(bytes, 7) && contains(bytes, 9)))
        .containsExactlyInAnyOrder(7, 9);
  }

  @Test
  void makesBytesZeroWhenOnlyTheirNumberMatters() {
    assertThat(minimal(bytes -> bytes.length >= 5)).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void endsWithNothingWhenAnythingWillDo() {
    assertThat(minimal(_ -> true)).isEmpty();
  }

  @Test
  void makesALongByteStringShortInFewEvaluations() {
    byte[] found = random(60_000);
    found[40_000] = 7;
    Minimized<byte[], Boolean> minimized =
        Minimizer.minimize(
            BYTES,
            bytes -> when(contains(bytes, 7) && contains(bytes, 9)),
            Recording.ofBytes(found),
            3000);
    assertThat(minimized.value()).hasSize(2);
    assertThat(minimized.complete()).isTrue();
  }

  @Test
  void makesALongByteStringMuchShorterAlsoWhenItCannotFinish() {
    Minimized<byte[], Boolean> minimized =
        Minimizer.minimize(
            BYTES, bytes -> when(count(bytes, 9) >= 100), Recording.ofBytes(random(60_000)), 3000);
    assertThat(minimized.complete()).isFalse();
    assertThat(minimized.value()).hasSizeLessThan(3000);
  }

  @Test
  void makesALongByteStringZeroWhereNothingCanGo() {
    byte[] found = random(60_000);
    Minimized<byte[], Boolean> minimized =
        Minimizer.minimize(
            BYTES,
            bytes -> when(bytes.length == 60_000 && bytes[59_000] == found[59_000]),
            Recording.ofBytes(found),
            3000);
    assertThat(minimized.remaining().choices()).isEqualTo(1);
  }

  @Test
  void givesUpOnEditsOfWhichNothingComes() {
    AtomicInteger drawn = new AtomicInteger();
    long[] rising = new long[60_000];
    Arrays.setAll(rising, i -> i / 100);
    Generator<Integer> generator =
        c -> {
          drawn.incrementAndGet();
          int last = 0;
          for (int i = 0; i < rising.length; i++) {
            last = c.below(rising.length);
          }
          return last;
        };
    Minimized<Integer, Boolean> minimized =
        Minimizer.minimize(
            generator, last -> when(last == 599), new Recording(rising, List.of()), 10);
    assertThat(drawn.get()).isLessThan(400);
    assertThat(minimized.complete()).isFalse();
  }

  private static byte[] minimal(Predicate<byte[]> condition) {
    return minimized(BYTES, condition, Recording.ofBytes(random(1000))).value();
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new SplittableRandom(1).nextBytes(bytes);
    return bytes;
  }

  private static boolean contains(byte[] bytes, int wanted) {
    return count(bytes, wanted) > 0;
  }

  private static int count(byte[] bytes, int wanted) {
    int count = 0;
    for (byte b : bytes) {
      count += b == wanted ? 1 : 0;
    }
    return count;
  }

  // ---- numbers and rows

  private static Minimized<Integer, String> minimized(int found, int evaluations) {
    return Minimizer.minimize(NUMBERS, MinimizerTest::cause, recording(found), evaluations);
  }

  private static Optional<String> cause(int number) {
    return number < 100 ? Optional.empty() : Optional.of(number < 900 ? "middle" : "high");
  }

  private static Recording recording(long... values) {
    return new Recording(values, List.of());
  }

  private static Recording rows(int seed) {
    for (int number = 0; ; number++) {
      Choices choices = Choices.seeded(seed, number);
      List<List<Integer>> rows = ROWS.draw(choices);
      if (rows.size() > 3 && sum(rows) > 2000) {
        return choices.recording();
      }
    }
  }

  private static int sum(List<List<Integer>> rows) {
    return rows.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
  }

  private static <T> Minimized<T, Boolean> minimized(
      Generator<T> generator, Predicate<T> condition, Recording found) {
    return Minimizer.minimize(generator, value -> when(condition.test(value)), found, ENOUGH);
  }

  private static Optional<Boolean> when(boolean condition) {
    return condition ? Optional.of(true) : Optional.empty();
  }
}
