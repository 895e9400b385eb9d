package org.hopscotch.corpus.known;

import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Field;

/// What is known of one field.
public sealed interface KnownField {

  /// An array or buffer whose length is that of a member, where a description only shows how many
  /// there were.
  record Counted(String name, Count count) implements KnownField {}

  /// When a field exists that was captured.
  record Conditional(String name, Existence existence) implements KnownField {}

  /// A field and where it stands. Of one that was captured too only its condition is taken.
  ///
  /// @param after the name of the field before it; empty for the first
  record Placed(String after, Field field) implements KnownField {}
}
