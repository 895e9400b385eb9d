package org.hopscotch.generators.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static final Generator<List<List<Integer>>> ROWS =
      c -> c.list("row", 0, 20, row -> row.list("cell", 0, 20, cell -> cell.below(100_000)));

  @Test
  void beginsWithWhatTakesMostAway() {
    Choices choices = Choices.recorded(1, 0, 1, 1, 9, 0, 1, 0, 1, 0, 0);
    ROWS.draw(choices);
    List<long[]> edits = Edits.of(choices.recording()).limit(4).toList();
    assertThat(edits)
        .containsExactly(
            new long[] {0},
            new long[] {1, 0, 1, 1, 9, 0, 0},
            new long[] {1, 0, 1, 0, 0},
            new long[] {1, 0, 1, 1, 9, 0, 1, 0, 0});
  }

  @Test
  void editsNothingOfNothing() {
    assertThat(Edits.of(new Recording(new long[0], List.of()))).isEmpty();
  }

  @Test
  void changesEveryTimeSomethingAndNotTheRecording() {
    Recording recording = drawn(3);
    long[] before = recording.values().clone();
    assertThat(Edits.of(recording)).hasSizeGreaterThan(100);
    assertThat(recording.values()).isEqualTo(before);
  }

  @Test
  void leadsToTheSimplestWhenTheFirstSimplerOneIsTakenEachTime() {
    for (int seed = 0; seed < 10; seed++) {
      AtomicInteger asked = new AtomicInteger();
      Recording simplest =
          descended(
              drawn(seed),
              rows -> asked.incrementAndGet() > 0 && rows.size() > 1 && max(rows) >= 900);
      assertThat(simplest.values()).containsExactly(1, 0, 1, 1, 900, 0, 0);
      assertThat(asked).hasValueLessThan(1000);
    }
  }

  @Test
  void makesEachOnlyWhenItIsAskedFor() {
    byte[] bytes = new byte[1 << 16];
    new SplittableRandom(1).nextBytes(bytes);
    Stream<long[]> edits = Edits.of(Recording.ofBytes(bytes));
    assertThat(edits.mapToInt(edited -> edited.length).limit(3))
        .containsExactly(0, 1 << 15, 1 << 15);
  }

  /// As jqwik does it: on from the first edit that still shows it, until there is none.
  private static Recording descended(
      Recording recording, Predicate<List<List<Integer>>> condition) {
    Optional<Recording> next = Optional.of(recording);
    Recording last = recording;
    while (next.isPresent()) {
      last = next.get();
      next = simpler(last, condition);
    }
    return last;
  }

  private static Optional<Recording> simpler(
      Recording recording, Predicate<List<List<Integer>>> condition) {
    return Edits.of(recording)
        .<Recording>mapMulti((edited, found) -> {
          Choices choices = Choices.recorded(edited);
          List<List<Integer>> rows = ROWS.draw(choices);
          if (choices.recording().compareTo(recording) < 0 && condition.test(rows)) {
            found.accept(choices.recording());
          }
        })
        .findFirst();
  }

  private static Recording drawn(int seed) {
    for (int number = 0; ; number++) {
      Choices choices = Choices.seeded(seed, number);
      List<List<Integer>> rows = ROWS.draw(choices);
      if (rows.size() > 3 && max(rows) > 5000) {
        return choices.recording();
      }
    }
  }

  private static int max(List<List<Integer>> rows) {
    return rows.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
  }
}
