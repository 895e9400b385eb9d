package org.hopscotch.model.schema;

/// How many elements, bytes or bits a field has. Never on the wire: the loader takes it from its
/// own memory when it reaches the field (wire-format section 4.6).
public sealed interface Count {

  /// {@return a count that the schema says}
  static Count of(int n) {
    return new Fixed(n);
  }

  /// {@return the value of a member}
  static Count of(String member) {
    return new OfMember(member, 1);
  }

  /// A count that the schema says.
  record Fixed(int n) implements Count {

    /// @throws IllegalArgumentException when negative
    public Fixed {
      if (n < 0) {
        throw new IllegalArgumentException("negative count " + n);
      }
    }
  }

  /// The value of a member, as C's `int`, times a constant: `MULTIPLY` and `MULTIPLY_ELEMENTS`.
  record OfMember(String member, int times) implements Count {}
}
