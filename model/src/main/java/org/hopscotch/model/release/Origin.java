package org.hopscotch.model.release;

import org.hopscotch.model.schema.Expression;

/// Why a property has its value.
public sealed interface Origin {

  /// The release's default.
  record Default() implements Origin {}

  /// Chosen by the configuration or surroundings, where the value before asked for it.
  ///
  /// @param asked where the value came from that asked
  record Automatic(Expression choice, Origin asked) implements Origin {}

  /// A row of a compat table.
  ///
  /// @param row its place in the table, from 0
  /// @param driver the type it names, which the device is
  record TableRow(String table, int row, String driver) implements Origin {}

  /// A row of a family's own table.
  record FamilyRow(String table, int row, String driver) implements Origin {}

  /// A `-global` option.
  ///
  /// @param driver the type it names, which the device is
  record GlobalOption(String driver) implements Origin {}

  /// The device's own option, or the machine type's code that makes the device.
  record DeviceOption() implements Origin {}
}
