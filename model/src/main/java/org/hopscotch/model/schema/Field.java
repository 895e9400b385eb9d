package org.hopscotch.model.schema;

/// One VMStateField: a name, what travels under it, and when.
///
/// @param name of the member in memory, and in the description; a field without member of its own,
///     such as unused space, has the name that QEMU's macro gives it
public record Field(String name, FieldType type, Existence existence) {

  /// @throws IllegalArgumentException for a VALIDATE without test
  public Field {
    if (type instanceof FieldType.Validate && !(existence instanceof Existence.Test)) {
      throw new IllegalArgumentException("nothing to validate: " + name);
    }
  }

  /// A field of every version.
  public Field(String name, FieldType type) {
    this(name, type, Existence.ALWAYS);
  }

  /// {@return this field from a version on: the `_V` macros}
  public Field since(int version) {
    return new Field(name, type, new Existence.Since(version));
  }

  /// {@return this field under a condition: the `_TEST` macros}
  public Field test(Expression test) {
    return new Field(name, type, new Existence.Test(test));
  }

  /// {@return this field under a condition in text form}
  public Field test(String test) {
    try {
      return test(ExpressionText.parse(test));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("test of field %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /// {@return QEMU's `version_id` of the field, with which lists, trees and scratch space are
  /// loaded; a test leaves it 0}
  public int version() {
    return switch (existence) {
      case Existence.Since since -> since.version();
      case Existence.Test _ -> 0;
    };
  }
}
