package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.model.release.CompatTable;

/// How the compat tables of a release become those of another.
final class TableDifferences {
  /// What a row sets, by which it is removed.
  private record Subject(String driver, String property) {
    static Subject of(CompatTable.Row row) {
      return new Subject(row.driver(), row.property());
    }
  }

  private TableDifferences() {}

  /// {@return the changes, in order}
  static List<Change> between(List<CompatTable> from, List<CompatTable> to) {
    NamedDifference<CompatTable> difference =
        NamedDifference.between(from, to, (one, other) -> one.withRows(other.rows()).equals(other));
    List<Change> changes = new ArrayList<>();
    for (CompatTable gone : difference.removed()) {
      changes.add(new Change.RemoveTable(gone.name()));
    }
    for (NamedDifference.Stay<CompatTable> stay : difference.stays()) {
      tellRows(stay.from(), stay.to(), changes);
    }
    for (CompatTable more : difference.added()) {
      changes.add(new Change.AddRow(more));
    }
    return changes;
  }

  /// {@return changes that make all tables anew}
  static List<Change> anew(List<CompatTable> from, List<CompatTable> to) {
    List<Change> changes = new ArrayList<>();
    from.stream()
        .map(CompatTable::name)
        .distinct()
        .forEach(name -> changes.add(new Change.RemoveTable(name)));
    to.forEach(table -> changes.add(new Change.AddRow(table)));
    return changes;
  }

  private static void tellRows(CompatTable from, CompatTable to, List<Change> changes) {
    NamedDifference<CompatTable.Row> difference = difference(from.rows(), to.rows());
    difference.removed().stream()
        .map(Subject::of)
        .distinct()
        .forEach(
            gone -> changes.add(new Change.RemoveRow(to.name(), gone.driver(), gone.property())));
    if (!difference.added().isEmpty()) {
      changes.add(new Change.AddRow(to.withRows(difference.added())));
    }
  }

  /// A row cannot stay when another one of its property is removed.
  private static NamedDifference<CompatTable.Row> difference(
      List<CompatTable.Row> from, List<CompatTable.Row> to) {
    int most = to.size();
    while (true) {
      NamedDifference<CompatTable.Row> difference =
          NamedDifference.between(from, to, CompatTable.Row::equals, most);
      Set<Subject> gone =
          difference.removed().stream().map(Subject::of).collect(Collectors.toSet());
      int fit = 0;
      while (fit < difference.stays().size()
          && !gone.contains(Subject.of(difference.stays().get(fit).to()))) {
        fit++;
      }
      if (fit == difference.stays().size()) {
        return difference;
      }
      most = fit;
    }
  }
}
