package org.hopscotch.model.release;

import java.util.List;

/// The value of a property after its text was parsed: equal values are equal whatever text they
/// came from.
public sealed interface PropertyValue {

  /// A boolean (0 or 1), an integer, a size in bytes, or the position of an enum's member.
  ///
  /// @param value its bits, for unsigned kinds without sign
  record Scalar(long value) implements PropertyValue {}

  /// A string, address or id.
  record Text(String text) implements PropertyValue {}

  /// The elements of an array property.
  record Elements(List<PropertyValue> values) implements PropertyValue {
    public Elements {
      values = List.copyOf(values);
    }
  }
}
