package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Version;

/// A compat table, or rows for one, as a release tells it.
///
/// @param version machine types of this version and older ones get the rows
/// @param family whose machine types get the rows; else those of all families
/// @param strange those of the rows whose type or property need not be there
public record ToldTable(
    String name,
    Optional<Version> version,
    Optional<String> family,
    List<CompatTable.Row> rows,
    Set<CompatTable.Row> strange) {

  public ToldTable {
    rows = List.copyOf(rows);
    strange = Set.copyOf(strange);
  }

  /// {@return a table without rows, for machine types that its name tells: `hw_compat_5_1` is for
  /// those of 5.1 and older, `pc_compat_5_1` for those of the family `pc` alone}
  static ToldTable named(String name) {
    int at = name.indexOf("_compat_");
    Optional<Version> version =
        at < 0
            ? Optional.empty()
            : Version.find(name.substring(at + "_compat_".length()).replace('_', '.'));
    Optional<String> family =
        at > 0 && !name.startsWith("hw_") ? Optional.of(name.substring(0, at)) : Optional.empty();
    return new ToldTable(name, version, family, List.of(), Set.of());
  }

  /// {@return this for machine types of a version and older ones}
  public ToldTable version(String newest) {
    return new ToldTable(name, Optional.of(Version.of(newest)), family, rows, strange);
  }

  /// {@return this for the machine types of a family}
  public ToldTable family(String one) {
    return new ToldTable(name, version, Optional.of(one), rows, strange);
  }

  /// {@return this with one more row: `{ driver, property, value }`}
  public ToldTable row(String driver, String property, String value) {
    return with(new CompatTable.Row(driver, property, value), false);
  }

  /// {@return this with one more row, which passes over devices without the property}
  public ToldTable optionalRow(String driver, String property, String value) {
    return with(new CompatTable.Row(driver, property, value, true), false);
  }

  /// {@return this with one more row, whose type or property there is not}
  public ToldTable strangeRow(String driver, String property, String value) {
    return with(new CompatTable.Row(driver, property, value), true);
  }

  /// {@return this with one more row of which the same is true, and which is optional}
  public ToldTable strangeOptionalRow(String driver, String property, String value) {
    return with(new CompatTable.Row(driver, property, value, true), true);
  }

  private ToldTable with(CompatTable.Row row, boolean isStrange) {
    List<CompatTable.Row> more = new ArrayList<>(rows);
    more.add(row);
    Set<CompatTable.Row> odd = new HashSet<>(strange);
    if (isStrange) {
      odd.add(row);
    }
    return new ToldTable(name, version, family, more, odd);
  }

  /// {@return the table; rows for one that a release has already go where it says}
  ///
  /// @throws IllegalArgumentException when nothing says for which machine types it is
  CompatTable table(List<CompatTable> all) {
    for (CompatTable old : all) {
      if (old.name().equals(name)) {
        return old.withRows(rows);
      }
    }
    if (version.isEmpty() && family.isEmpty()) {
      throw new IllegalArgumentException(
          "table %s: say for which machine types it is, by version or family".formatted(name));
    }
    return new CompatTable(name, version, family, rows);
  }
}
