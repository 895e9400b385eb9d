package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;

/// Leaves out the rows for a property of a driver, in all tables of all releases, or in those of
/// one name.
final class DropRow implements ScenarioPass {
  private record Named(String table, String driver, String property) {}

  private static final String ANY = "";

  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    Set<Named> rows = new LinkedHashSet<>();
    Set<Named> single = new LinkedHashSet<>();
    of.history().releases().stream()
        .flatMap(release -> release.tables().stream())
        .forEach(table ->
            table
                .rows()
                .forEach(row -> {
                  rows.add(new Named(ANY, row.driver(), row.property()));
                  single.add(new Named(table.name(), row.driver(), row.property()));
                }));
    rows.addAll(single);
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    rows.forEach(row -> all.add(before -> without(before, row)));
    return all;
  }

  private static Scenario without(Scenario of, Named gone) {
    return Everywhere.withoutRows(
        of,
        (_, table, row) ->
            (gone.table().equals(ANY) || table.name().equals(gone.table()))
                && row.driver().equals(gone.driver())
                && row.property().equals(gone.property()));
  }
}
