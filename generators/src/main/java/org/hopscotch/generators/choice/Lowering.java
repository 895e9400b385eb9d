package org.hopscotch.generators.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Passes that lower choices and leave their number.
final class Lowering {
  /// From how many choices on not each is lowered alone, unless the trial is thorough.
  private static final int LONG = 1 << 12;

  /// Below this, each number is tried, since it may stand for a kind and not for a size.
  private static final int SMALL = 8;

  private Lowering() {}

  /// Makes spans 0, outer ones first.
  static void zeroSpans(Trial trial) {
    for (int s = 0; s < trial.best().spans().size(); s++) {
      Recording.Span span = trial.best().spans().get(s);
      if (countNonZero(trial.best(), span.start(), span.end()) > 1) {
        trial.accepts(Edit.fill(span.start(), span.end(), 0));
      }
    }
  }

  /// Makes choices 0 without taking from lists: all, and in recordings without spans runs of them,
  /// halving from large to small.
  static void zeroRuns(Trial trial) {
    int size = trial.best().size();
    int[] places = IntStream.range(0, size).filter(at -> !trial.best().isFixed(at)).toArray();
    if (places.length < 2 || trial.accepts(Edit.change(_ -> 0, places))) {
      return;
    }
    int smallest = trial.isThorough() ? 2 : Math.max(size / Cuts.COARSE, 2);
    for (int run = Integer.highestOneBit(size); run >= smallest; run /= 2) {
      for (int start = 0; start < trial.best().size(); start += run) {
        int end = Math.min(start + run, trial.best().size());
        if (trial.best().spans().isEmpty() && countNonZero(trial.best(), start, end) > 1) {
          trial.accepts(Edit.fill(start, end, 0));
        }
      }
    }
  }

  private static long countNonZero(Layout layout, int start, int end) {
    return Arrays.stream(layout.values(), start, end).filter(value -> value != 0).count();
  }

  /// Lowers each choice.
  static void each(Trial trial) {
    if (trial.isThorough() || trial.best().size() <= LONG) {
      for (int at = 0; at < trial.best().size(); at++) {
        lower(trial, at);
      }
    }
  }

  /// Lowers all choices that are the same together: things that have to be equal, or that refer to
  /// each other.
  static void equal(Trial trial) {
    Layout layout = trial.best();
    Map<Long, List<Integer>> places =
        IntStream.range(0, layout.size())
            .filter(at -> Long.compareUnsigned(layout.at(at), 1) > 0)
            .boxed()
            .collect(Collectors.groupingBy(layout::at, TreeMap::new, Collectors.toList()));
    for (List<Integer> same : places.values()) {
      if (same.size() > 1 && trial.best().size() == layout.size()) {
        lower(trial, same.stream().mapToInt(Integer::intValue).toArray());
      }
    }
  }

  /// Lowers what is the same at all those places: to 0, by its low bits, by subtracting; in a
  /// thorough trial also by single bits, and to the small numbers.
  private static void lower(Trial trial, int... places) {
    int place = places[0];
    if (trial.best().at(place) == 0 || trial.accepts(Edit.change(_ -> 0, places))) {
      return;
    }
    for (int shift = Integer.SIZE; shift > 0; shift /= 2) {
      int bits = shift;
      if (trial.best().at(place) >>> bits != 0) {
        trial.accepts(Edit.change(value -> value >>> bits, places));
      }
    }
    subtract(trial, trial.best().at(place), step -> Edit.change(value -> value - step, places));
    if (trial.isThorough()) {
      leaveBitsOut(trial, places);
      trySmall(trial, places);
    }
  }

  private static void leaveBitsOut(Trial trial, int... places) {
    long left = trial.best().at(places[0]);
    while (left != 0) {
      long bit = Long.highestOneBit(left);
      trial.accepts(Edit.change(value -> value & ~bit, places));
      left &= ~bit;
    }
  }

  private static void trySmall(Trial trial, int... places) {
    for (int small = 1; small < SMALL; small++) {
      int number = small;
      if (Long.compareUnsigned(trial.best().at(places[0]), number) > 0) {
        trial.accepts(Edit.change(_ -> number, places));
      }
    }
  }

  /// Goes as far as it can: all the way; or by 1 and, if that was accepted, as much further as
  /// halving the rest finds.
  ///
  /// @param most how far it may go, unsigned
  /// @param edit by a step
  static void subtract(Trial trial, long most, LongFunction<Edit> edit) {
    if (most == 0 || trial.accepts(edit.apply(most))) {
      return;
    }
    for (long step = most >>> 1; step > 1 && trial.isSurvey(); step >>>= 1) {
      trial.accepts(edit.apply(step));
    }
    if (most == 1 || !trial.accepts(edit.apply(1))) {
      return;
    }
    long refused = most - 1;
    long done = 0;
    while (Long.compareUnsigned(refused - done, 1) > 0) {
      long step = (refused - done) >>> 1;
      if (trial.accepts(edit.apply(step))) {
        done += step;
      } else {
        refused = done + step;
      }
    }
  }
}
