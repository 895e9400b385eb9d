package org.hopscotch.model.schema;

import org.hopscotch.model.state.Value;

/// Where an {@link Expression} is evaluated: one struct, in one save or load, on one host.
public interface Environment {

  /// {@return the value of a member}
  ///
  /// @throws IllegalArgumentException when there is none
  Value member(String path);

  /// {@return the value of a property}
  ///
  /// @throws IllegalArgumentException when it was not given one
  long property(String name);

  /// {@return what an unknown condition is assumed to be}
  ///
  /// @throws IllegalArgumentException when nothing was assumed
  boolean unknown(String name);

  /// {@return the version of the section at hand}
  long version();
}
