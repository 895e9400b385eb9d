package org.hopscotch.generators.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Remembers choices and spans while they are made.
final class Recorder {
  private static final int OPEN = -1;

  private long[] values;
  private int size;
  private String[] labels = new String[Long.BYTES];
  private int[] starts = new int[Long.BYTES];
  private int[] ends = new int[Long.BYTES];
  private int spans;

  Recorder(int capacity) {
    this.values = new long[Math.max(capacity, 1)];
  }

  void choice(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  void begin(String label) {
    if (spans == labels.length) {
      labels = Arrays.copyOf(labels, spans * 2);
      starts = Arrays.copyOf(starts, spans * 2);
      ends = Arrays.copyOf(ends, spans * 2);
    }
    labels[spans] = label;
    starts[spans] = size;
    ends[spans++] = OPEN;
  }

  /// Ends the span that was begun last and is still open.
  void end() {
    int last = spans - 1;
    while (ends[last] != OPEN) {
      last--;
    }
    ends[last] = size;
  }

  Recording recording() {
    List<Recording.Span> closed = new ArrayList<>(spans);
    for (int i = 0; i < spans; i++) {
      closed.add(new Recording.Span(labels[i], starts[i], ends[i]));
    }
    return new Recording(Arrays.copyOf(values, size), closed);
  }
}
