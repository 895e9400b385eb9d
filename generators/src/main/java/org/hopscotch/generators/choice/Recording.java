package org.hopscotch.generators.choice;

import java.util.Arrays;
import java.util.List;

/// What was drawn for one value. A recording drawn from again gives the same value and the same
/// recording.
///
/// Of two recordings the one with fewer choices is simpler, and of equally many the one whose first
/// different choice is lower: what is simple in this order is meant to be simple for people.
///
/// @param values the choices in order, unsigned
/// @param spans in the order in which they begin; one around another comes first
public record Recording(long[] values, List<Span> spans) implements Comparable<Recording> {
  public Recording {
    spans = List.copyOf(spans);
  }

  /// {@return the choices of which {@link Choices#rest} makes these bytes, when nothing else is
  /// drawn: one each, in no span}
  public static Recording ofBytes(byte[] bytes) {
    long[] values = new long[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = Byte.toUnsignedLong(bytes[i]);
    }
    return new Recording(values, List.of());
  }

  /// Choices that make one thing: an element of a list, a field.
  ///
  /// @param label what it makes
  /// @param start the first choice
  /// @param end behind the last choice
  public record Span(String label, int start, int end) {
    /// {@return how many choices it has}
    public int length() {
      return end - start;
    }
  }

  /// Spans do not count: they follow from the choices.
  @Override
  public int compareTo(Recording other) {
    int byLength = Integer.compare(values.length, other.values.length);
    return byLength != 0 ? byLength : Arrays.compareUnsigned(values, other.values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recording recording && Arrays.equals(values, recording.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
