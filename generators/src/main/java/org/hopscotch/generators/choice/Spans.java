package org.hopscotch.generators.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The spans of a value while it is drawn, in the order in which they begin.
final class Spans {
  private static final int NONE = -1;
  private static final int FIRST_CAPACITY = 32;

  private String[] labels = new String[0];
  private int[] starts = new int[0];

  /// Where each span ended; of an open one, the span around it, or {@link #NONE}.
  private int[] ends = new int[0];

  private int size;
  private int open = NONE;

  /// Begins a span with the choice at `start`.
  void begin(String label, int start) {
    if (size == labels.length) {
      grow();
    }
    labels[size] = label;
    starts[size] = start;
    ends[size] = open;
    open = size++;
  }

  private void grow() {
    int capacity = Math.max(FIRST_CAPACITY, size * 2);
    labels = Arrays.copyOf(labels, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
  }

  /// Ends the span that was begun last and is still open, before the choice at `end`.
  void end(int end) {
    int around = ends[open];
    ends[open] = end;
    open = around;
  }

  /// {@return all spans; one that is still open ends before the choice at `end`}
  List<Recording.Span> until(int end) {
    int[] ends = Arrays.copyOf(this.ends, size);
    for (int span = open; span != NONE; span = this.ends[span]) {
      ends[span] = end;
    }
    List<Recording.Span> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(new Recording.Span(labels[i], starts[i], ends[i]));
    }
    return all;
  }
}
