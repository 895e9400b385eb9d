package org.hopscotch.generators.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// For each pass, something that none of the others makes as simple.
class PassTest {
  private static final Generator<List<Integer>> NUMBERS =
      c -> c.list("number", 0, 9, number -> number.below(100));
  private static final Generator<List<Integer>> SIGNED =
      c -> c.list("number", 0, 9, number -> (int) number.integer(-128, 127));
  private static final Generator<List<Integer>> THREE =
      c -> List.of(c.below(100), c.below(100), c.below(100));

  private record Wide(List<Integer> fields) {}

  private record Pair(int first, int second) {}

  private record Row(List<Pair> pairs, int mark) {}

  private sealed interface Tree {}

  private record Leaf(int number) implements Tree {}

  private record Node(Tree left, Tree right) implements Tree {}

  private static Tree tree(Choices choices) {
    return choices.span(
        "tree", c -> c.chance(1, 2) ? new Node(tree(c), tree(c)) : new Leaf(c.below(10)));
  }

  @Test
  void cutsSpans() {
    Generator<List<Wide>> things = c -> c.list("wide", 0, 9, wide -> new Wide(fields(wide)));
    List<Long> choices = new ArrayList<>();
    for (int first : new int[] {7, 0, 0, 0, 9, 0}) {
      choices.addAll(List.of(1L, (long) first, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
    }
    choices.add(0L);
    Predicate<List<Wide>> sevenAndNineAndNoOtherField =
        all ->
            all.stream().map(wide -> wide.fields.getFirst()).toList().containsAll(Set.of(7, 9))
                && all.stream().allMatch(w -> w.fields.stream().skip(1).allMatch(f -> f == 0));
    List<Wide> minimal =
        minimal(
            things,
            sevenAndNineAndNoOtherField,
            choices.stream().mapToLong(Long::longValue).toArray());
    assertThat(minimal.stream().map(wide -> wide.fields.getFirst())).containsExactly(7, 9);
  }

  private static List<Integer> fields(Choices choices) {
    return IntStream.range(0, 8).mapToObj(_ -> choices.span("field", c -> c.below(10))).toList();
  }

  @Test
  void cutsRuns() {
    Generator<List<Integer>> untilZero =
        c -> {
          List<Integer> all = new ArrayList<>();
          do {
            all.add(c.below(10));
          } while (all.getLast() != 0);
          return all;
        };
    assertThat(minimal(untilZero, all -> all.contains(7), 3, 4, 7, 1, 2, 9)).containsExactly(7, 0);
  }

  @Test
  void hoists() {
    assertThat(
            minimal(
                PassTest::tree, tree -> leaves(tree).contains(7), 1, 1, 0, 3, 1, 0, 7, 0, 2, 0, 5))
        .isEqualTo(new Leaf(7));
  }

  private static List<Integer> leaves(Tree tree) {
    return switch (tree) {
      case Leaf leaf -> List.of(leaf.number());
      case Node node -> {
        List<Integer> leaves = new ArrayList<>(leaves(node.left()));
        leaves.addAll(leaves(node.right()));
        yield leaves;
      }
    };
  }

  @Test
  void zeroesSpans() {
    Generator<List<Integer>> pairAndNumber =
        c -> {
          c.begin("pair");
          int first = c.below(100);
          int second = c.below(100);
          c.end();
          return List.of(first, second, c.below(100));
        };
    assertThat(
            minimal(
                pairAndNumber, all -> all.get(0) * 3 == all.get(1) && all.get(2) >= 5, 2, 6, 40))
        .containsExactly(0, 0, 5);
  }

  @Test
  void zeroesRuns() {
    assertThat(minimal(THREE, all -> all.get(0) * 3 == all.get(1) && all.get(2) >= 5, 2, 6, 40))
        .containsExactly(0, 0, 5);
  }

  @Test
  void lowersEach() {
    Generator<Integer> number = c -> c.below(100_000);
    assertThat(minimal(number, n -> n >= 900, 76_543)).isEqualTo(900);
    Generator<Long> flags = c -> c.bits(64);
    assertThat(minimal(flags, set -> (set & 0b1010) == 0b1010, -1)).isEqualTo(10);
    Set<Long> two = Set.of(0x100_0010_0008L, 0x100_0000_0008L);
    assertThat(minimal(flags, two::contains, 0x100_0010_0008L)).isEqualTo(0x100_0000_0008L);
    assertThat(minimal(number, n -> n == 2 || n == 61, 61)).isEqualTo(2);
  }

  @Test
  void cutsWhatIsCounted() {
    Generator<List<Integer>> counted =
        c -> IntStream.range(0, c.below(10)).mapToObj(_ -> c.below(10)).toList();
    Predicate<List<Integer>> sorted = all -> all.contains(5) && all.indexOf(9) > all.indexOf(5);
    assertThat(minimal(counted, sorted, 6, 1, 5, 3, 2, 9, 4)).containsExactly(5, 9);
  }

  @Test
  void mergesSiblings() {
    Generator<Row> row = c -> new Row(c.list("pair", 0, 9, PassTest::pair), c.below(10));
    Generator<List<Row>> rows = c -> c.list("row", 0, 9, row);
    List<Pair> wanted = List.of(new Pair(6, 7), new Pair(8, 9));
    Predicate<List<Row>> allMarkedFive = all -> all.stream().allMatch(r -> r.mark == 5);
    assertThat(
            minimal(
                rows,
                allMarkedFive.and(all ->
                    all.stream().flatMap(r -> r.pairs.stream()).toList().containsAll(wanted)),
                1,
                1,
                6,
                7,
                0,
                5,
                1,
                1,
                8,
                9,
                0,
                5,
                0))
        .containsExactly(new Row(wanted, 5));
  }

  private static Pair pair(Choices choices) {
    return new Pair(choices.below(10), choices.below(10));
  }

  @Test
  void swapsSpans() {
    Generator<List<Pair>> pairs = c -> c.list("pair", 0, 9, PassTest::pair);
    assertThat(
            minimal(
                pairs,
                all -> all.containsAll(List.of(new Pair(3, 2), new Pair(5, 1))),
                1,
                5,
                1,
                1,
                3,
                2,
                0))
        .containsExactly(new Pair(3, 2), new Pair(5, 1));
  }

  @Test
  void lowersWhatIsEqual() {
    assertThat(
            minimal(
                THREE,
                all -> all.getFirst() >= 3 && Collections.frequency(all, all.getFirst()) == 3,
                70,
                70,
                70))
        .containsExactly(3, 3, 3);
    Generator<List<Integer>> counted =
        c -> IntStream.range(0, c.below(10)).mapToObj(_ -> c.below(10)).toList();
    Predicate<List<Integer>> eachIsTheirNumber =
        all -> !all.isEmpty() && Collections.frequency(all, all.size()) == all.size();
    assertThat(minimal(counted, eachIsTheirNumber, 3, 3, 3, 3)).containsExactly(1);
  }

  @Test
  void lowersPairs() {
    assertThat(minimal(THREE, all -> all.get(0) >= 10 && all.get(2) - all.get(0) == 1, 70, 0, 71))
        .containsExactly(10, 0, 11);
  }

  @Test
  void shiftsFromTheFirstToTheLast() {
    assertThat(minimal(THREE, all -> all.get(0) + all.get(2) == 50 && all.get(1) == 4, 20, 4, 30))
        .containsExactly(0, 4, 50);
  }

  @Test
  void swaps() {
    assertThat(
            minimal(
                THREE,
                all -> Set.of(2, 9).equals(Set.copyOf(List.of(all.get(0), all.get(2)))),
                9,
                0,
                2))
        .containsExactly(2, 0, 9);
  }

  @Test
  void tradesASignForANumber() {
    Generator<Long> signed = c -> c.integer(-100, 100);
    assertThat(minimal(signed, number -> number == -5 || number == 9, 1, 5)).isEqualTo(9);
  }

  @Test
  void renumbers() {
    Predicate<List<Integer>> pointAtEachOther =
        all ->
            all.stream().allMatch(place -> place < all.size())
                && IntStream.range(0, all.size())
                    .anyMatch(i -> all.get(i) != i && all.get(all.get(i)) == i);
    assertThat(minimal(NUMBERS, pointAtEachOther, 1, 0, 1, 0, 1, 3, 1, 2, 0)).containsExactly(1, 0);
  }

  @Test
  void cutsForAnExtreme() {
    assertThat(
            minimal(
                SIGNED,
                all -> (byte) all.stream().mapToInt(Integer::intValue).sum() == -128,
                1,
                0,
                1,
                1,
                0,
                127,
                0))
        .containsExactly(-128);
  }

  private static <T> T minimal(Generator<T> generator, Predicate<T> condition, long... found) {
    Minimized<T, Boolean> minimized =
        Minimizer.minimize(
            generator,
            value -> condition.test(value) ? Optional.of(true) : Optional.empty(),
            new Recording(found, List.of()),
            100_000);
    assertThat(minimized.isFlaky()).isFalse();
    return minimized.value();
  }
}
