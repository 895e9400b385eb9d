package org.hopscotch.generators.choice;

/// Passes that change two choices at once, because one alone cannot be.
final class Pairs {
  /// By which powers of two a choice is raised when the one before it changes its meaning.
  private static final int TRADED_BITS = 8;

  private Pairs() {}

  /// Lowers two choices by the same: two whose difference matters.
  static void lower(Trial trial) {
    each(
        trial,
        (first, second) -> {
          long one = trial.best().at(first);
          long other = trial.best().at(second);
          long most = Long.compareUnsigned(one, other) < 0 ? one : other;
          Lowering.subtract(trial, most, step -> Edit.change(value -> value - step, first, second));
        });
  }

  /// Lowers a choice and raises a later one by the same: two whose sum matters.
  static void shift(Trial trial) {
    each(
        trial,
        (first, second) ->
            Lowering.subtract(
                trial,
                trial.best().at(first),
                step ->
                    Edit.change(value -> value - step, first)
                        .then(Edit.change(value -> value + step, second))));
  }

  /// Changes two choices over, so that the lower comes first.
  static void swap(Trial trial) {
    each(
        trial,
        (first, second) -> {
          long one = trial.best().at(first);
          long other = trial.best().at(second);
          if (Long.compareUnsigned(one, other) > 0) {
            trial.accepts(Edit.change(_ -> other, first).then(Edit.change(_ -> one, second)));
          }
        });
  }

  /// Lowers a choice by one and raises the next, which may mean something else now: a sign and the
  /// number it is for.
  static void trade(Trial trial) {
    for (int at = 0; trial.isThorough() && at + 1 < trial.best().size(); at++) {
      int sign = at;
      int size = at + 1;
      for (int bit = 0; bit < TRADED_BITS; bit++) {
        long more = 1L << bit;
        if (!trial.best().isFixed(sign) && !trial.best().isFixed(size)) {
          trial.accepts(
              Edit.change(value -> value - 1, sign).then(Edit.change(value -> value + more, size)));
        }
      }
    }
  }

  private interface Pair {
    void edit(int first, int second);
  }

  private static void each(Trial trial, Pair pair) {
    for (int first = 0; first < trial.best().size(); first++) {
      int near = Pass.MOST_PAIRS / trial.best().size();
      for (int second = first + 1; second <= first + near; second++) {
        if (!trial.best().isFixed(first) && !trial.best().isFixed(second)) {
          pair.edit(first, second);
        }
      }
    }
  }
}
