package org.hopscotch.generators.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The problems of the public shrinking challenge, each minimised from the first failing case of a
/// hundred seeds: all must end in the same, and the table in docs/shrinking.md must say so.
class ShrinkingChallengeTest {
  private static final int SEEDS = 100;
  private static final int MOST_CASES = 100_000;
  private static final int MOST_EVALUATIONS = 10_000;

  private static final Generator<Integer> INTS =
      c -> (int) c.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final Generator<List<Integer>> LISTS = c -> c.list("number", 0, 20, INTS);
  private static final Generator<List<List<Integer>>> LISTS_OF_LISTS =
      c -> c.list("list", 0, 20, LISTS);
  private static final Generator<List<Integer>> TWO_POSITIVE =
      c -> List.of((int) c.integer(1, Integer.MAX_VALUE), (int) c.integer(1, Integer.MAX_VALUE));

  // ---- bound5: five lists, each of a small sum, whose sum overflows 16 bits

  @Test
  void bound5() throws IOException {
    endsInOne("bound5", fiveLists(10), ShrinkingChallengeTest::overflows);
  }

  @Test
  void bound5WithListsOfAtMostOne() throws IOException {
    endsInOne("bound5, at most one", fiveLists(1), ShrinkingChallengeTest::overflows);
  }

  private static Generator<List<List<Short>>> fiveLists(int longest) {
    Generator<Short> shorts = c -> (short) c.integer(Short.MIN_VALUE, Short.MAX_VALUE);
    return c -> IntStream.range(0, 5).mapToObj(_ -> c.list("short", 0, longest, shorts)).toList();
  }

  private static boolean overflows(List<List<Short>> lists) {
    return lists.stream().allMatch(list -> sum(list) < 256)
        && sum(lists.stream().flatMap(List::stream).toList()) >= 5 * 256;
  }

  private static short sum(List<Short> list) {
    return (short) list.stream().mapToInt(Short::intValue).sum();
  }

  // ---- lists

  @Test
  void largeUnionList() throws IOException {
    endsInOne(
        "large union list",
        LISTS_OF_LISTS,
        lists -> lists.stream().flatMap(List::stream).distinct().count() >= 5);
  }

  @Test
  void nestedLists() throws IOException {
    endsInOne(
        "nested lists", LISTS_OF_LISTS, lists -> lists.stream().mapToInt(List::size).sum() > 10);
  }

  @Test
  void reverse() throws IOException {
    endsInOne("reverse", LISTS, list -> !list.reversed().equals(list));
  }

  @Test
  void distinct() throws IOException {
    endsInOne("distinct", LISTS, list -> Set.copyOf(list).size() >= 3);
  }

  @Test
  void lengthList() throws IOException {
    Generator<List<Integer>> lengthFirst =
        c ->
            IntStream.range(0, (int) c.integer(1, 100))
                .mapToObj(_ -> (int) c.integer(0, 1000))
                .toList();
    endsInOne("length list", lengthFirst, list -> Collections.max(list) >= 900);
  }

  @Test
  void coupling() throws IOException {
    Generator<List<Integer>> places = c -> c.list("place", 0, 20, p -> (int) p.integer(0, 10));
    endsInOne(
        "coupling",
        places,
        list ->
            list.stream().allMatch(place -> place < list.size())
                && IntStream.range(0, list.size())
                    .anyMatch(i -> list.get(i) != i && list.get(list.get(i)) == i));
  }

  private record Removal(List<Integer> list, int place) {}

  @Test
  void deletion() throws IOException {
    endsInOne(
        "deletion",
        c -> new Removal(LISTS.draw(c), (int) c.integer(0, 10)),
        removal ->
            removal.place < removal.list.size()
                && Collections.frequency(removal.list, removal.list.get(removal.place)) > 1);
  }

  // ---- difference

  @Test
  void differenceMustNotBeZero() throws IOException {
    endsInOne("difference not zero", TWO_POSITIVE, two -> isDifference(two, 0, 0));
  }

  @Test
  void differenceMustNotBeSmall() throws IOException {
    endsInOne("difference not small", TWO_POSITIVE, two -> isDifference(two, 1, 4));
  }

  @Test
  void differenceMustNotBeOne() throws IOException {
    endsInOne("difference not one", TWO_POSITIVE, two -> isDifference(two, 1, 1));
  }

  private static boolean isDifference(List<Integer> two, int least, int most) {
    int difference = Math.abs(two.getFirst() - two.getLast());
    return two.getFirst() >= 10 && difference >= least && difference <= most;
  }

  // ---- trees

  @Test
  void calculator() throws IOException {
    endsInOne(
        "calculator",
        Expression.GENERATOR,
        expression -> expression.dividesByNoNumber0() && expression.value().isEmpty());
  }

  @Test
  void binheap() throws IOException {
    endsInOne("binheap", Heap.GENERATOR, heap -> !heap.isRight());
  }

  // ---- measuring

  private static <T> void endsInOne(String problem, Generator<T> generator, Predicate<T> condition)
      throws IOException {
    Set<String> results = new TreeSet<>();
    int evaluations = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Minimized<T, Boolean> minimized =
          Minimizer.minimize(
              generator,
              value -> condition.test(value) ? Optional.of(true) : Optional.empty(),
              found(generator, condition, seed),
              MOST_EVALUATIONS);
      results.add(minimized.value().toString());
      evaluations += minimized.evaluations();
    }
    assertThat(results).hasSize(1);
    String mean = String.format(Locale.ROOT, "%.1f", evaluations / (double) SEEDS);
    assertThat(Files.readString(document()))
        .contains("| %s | `%s` | 1 | %s |".formatted(problem, results.iterator().next(), mean));
  }

  private static <T> Recording found(Generator<T> generator, Predicate<T> condition, int seed) {
    for (int number = 0; number < MOST_CASES; number++) {
      Choices choices = Choices.seeded(seed, number);
      if (condition.test(generator.draw(choices))) {
        return choices.recording();
      }
    }
    throw new AssertionError("seed %d has no failing case".formatted(seed));
  }

  private static Path document() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve(".gitattributes"))) {
      root = root.getParent();
    }
    return root.resolve("docs/shrinking.md");
  }
}
