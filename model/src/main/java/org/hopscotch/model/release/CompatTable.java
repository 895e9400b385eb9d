package org.hopscotch.model.release;

import java.util.List;
import java.util.Optional;

/// Values that older machine types get, or all of a family (wire-format section 11.1).
///
/// @param version machine types of this version and older ones get the rows; without it all do
/// @param family whose machine types get the rows; without it those of all families
/// @param rows in the order in which they are applied
public record CompatTable(
    String name, Optional<Version> version, Optional<String> family, List<Row> rows) {

  /// One row.
  ///
  /// @param driver a type; devices that are of it or of a type below it get the value
  /// @param optional whether a device without such a property is passed over
  public record Row(String driver, String property, String value, boolean optional) {

    /// A row that a device without such a property fails for.
    public Row(String driver, String property, String value) {
      this(driver, property, value, false);
    }
  }

  /// @throws IllegalArgumentException for a table without version and family
  public CompatTable {
    rows = List.copyOf(rows);
    if (version.isEmpty() && family.isEmpty()) {
      throw new IllegalArgumentException("a table for no machine type: " + name);
    }
  }

  /// {@return this table with other rows}
  public CompatTable withRows(List<Row> others) {
    return new CompatTable(name, version, family, others);
  }

  /// {@return whether this table gives all of a family its defaults}
  public boolean isFamilyTable() {
    return version.isEmpty();
  }

  /// {@return whether a machine type gets the rows}
  public boolean appliesTo(MachineType machine) {
    return family.map(machine.family()::equals).orElse(true)
        && version
            .map(v -> machine.version().map(m -> m.compareTo(v) <= 0).orElse(false))
            .orElse(true);
  }
}
