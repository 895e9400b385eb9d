package org.hopscotch.model.schema;

/// A section inside another one, of the same object, sent only while its condition holds
/// (wire-format section 4.4).
///
/// @param section whose name should be `parent/name`; the loader goes by it
/// @param needed judged on save only
public record Subsection(Section section, Expression needed) {

  /// @throws IllegalArgumentException for a name that does not fit a `str8`
  public Subsection {
    if (section.name().length() > 255) {
      throw new IllegalArgumentException("subsection name too long: " + section.name());
    }
  }

  /// A subsection without `needed`: always sent.
  public Subsection(Section section) {
    this(section, Expression.TRUE);
  }
}
