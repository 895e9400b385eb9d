package org.hopscotch.generators.choice;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/// A change to recorded choices, made in a copy. The passes are made of the few here.
@FunctionalInterface
interface Edit {
  /// {@return the choices after the change}
  long[] of(long[] values);

  /// {@return this change, then another to what came out of it}
  default Edit then(Edit next) {
    return values -> next.of(of(values));
  }

  /// {@return without the choices from `start` to before `end`}
  static Edit cut(int start, int end) {
    return values -> {
      long[] shorter = Arrays.copyOf(values, values.length - (end - start));
      System.arraycopy(values, end, shorter, start, values.length - end);
      return shorter;
    };
  }

  /// {@return without the choices of the span}
  static Edit cut(Recording.Span span) {
    return cut(span.start(), span.end());
  }

  /// {@return with `inner` in place of all of `outer`, which is around it}
  static Edit hoist(Recording.Span outer, Recording.Span inner) {
    return cut(inner.end(), outer.end()).then(cut(outer.start(), inner.start()));
  }

  /// {@return with the choices from `start` to before `end` all the same}
  static Edit fill(int start, int end, long value) {
    return values -> {
      long[] filled = values.clone();
      Arrays.fill(filled, start, end, value);
      return filled;
    };
  }

  /// {@return with the choices at `places` changed, as far as there are so many}
  static Edit change(LongUnaryOperator change, int... places) {
    return values -> {
      long[] changed = values.clone();
      for (int place : places) {
        if (place < changed.length) {
          changed[place] = change.applyAsLong(changed[place]);
        }
      }
      return changed;
    };
  }

  /// {@return with the choices of two spans, one behind the other, changed over}
  static Edit swap(Recording.Span first, Recording.Span second) {
    return values -> {
      long[] swapped = values.clone();
      int between = second.start() - first.end();
      System.arraycopy(values, second.start(), swapped, first.start(), second.length());
      System.arraycopy(values, first.end(), swapped, first.start() + second.length(), between);
      System.arraycopy(
          values, first.start(), swapped, second.end() - first.length(), first.length());
      return swapped;
    };
  }
}
