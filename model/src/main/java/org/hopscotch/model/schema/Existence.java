package org.hopscotch.model.schema;

/// When a field is part of a section (wire-format section 4.3).
public sealed interface Existence {

  /// In every version.
  Existence ALWAYS = new Since(0);

  /// From a version on. On save this is the version that is written, on load the one that is read.
  record Since(int version) implements Existence {}

  /// While a test holds for the struct that the field is in; the field's version does not count.
  record Test(Expression test) implements Existence {}
}
