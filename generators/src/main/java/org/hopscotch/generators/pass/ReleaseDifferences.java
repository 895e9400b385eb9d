package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;

/// In what a release may differ from another one, the whole before its parts.
final class ReleaseDifferences {
  private ReleaseDifferences() {}

  static List<Difference> between(Release one, Release other) {
    List<Difference> all = new ArrayList<>();
    all.add((r, like) ->
        new Release(r.name(), r.parent(), r.family(), like.types(), like.tables(), r.machines()));
    all.add((r, like) -> Everywhere.withTypes(r, like.types()));
    all.add((r, like) -> Everywhere.withTables(r, like.tables()));
    all.add((r, like) -> Everywhere.withMachines(r, like.machines()));
    for (String type : Difference.different(one.types(), other.types(), DeviceType::name)) {
      all.add((r, like) ->
          Everywhere.withTypes(
              r, Difference.asIn(r.types(), like.types(), DeviceType::name, type)));
      if (one.type(type).isPresent() && other.type(type).isPresent()) {
        all.addAll(
            TypeDifferences.between(one.type(type).orElseThrow(), other.type(type).orElseThrow()));
      }
    }
    for (String name : Difference.different(one.tables(), other.tables(), CompatTable::name)) {
      all.add((r, like) ->
          Everywhere.withTables(
              r, Difference.asIn(r.tables(), like.tables(), CompatTable::name, name)));
      all.addAll(rows(one, other, name));
    }
    for (String name : Difference.different(one.machines(), other.machines(), MachineType::name)) {
      all.add((r, like) ->
          Everywhere.withMachines(
              r, Difference.asIn(r.machines(), like.machines(), MachineType::name, name)));
    }
    return all;
  }

  private static List<Difference> rows(Release one, Release other, String table) {
    List<Difference> all = new ArrayList<>();
    List<CompatTable.Row> own = table(one, table).map(CompatTable::rows).orElse(List.of());
    List<CompatTable.Row> others = table(other, table).map(CompatTable::rows).orElse(List.of());
    for (String row : Difference.different(own, others, ReleaseDifferences::name)) {
      all.add((r, like) ->
          Everywhere.withTables(
              r, r.tables().stream().map(t -> row(t, table(like, t.name()), table, row)).toList()));
    }
    return all;
  }

  private static CompatTable row(
      CompatTable own, Optional<CompatTable> other, String table, String row) {
    return own.name().equals(table)
        ? own.withRows(
            Difference.asIn(
                own.rows(),
                other.map(CompatTable::rows).orElse(List.of()),
                ReleaseDifferences::name,
                row))
        : own;
  }

  private static String name(CompatTable.Row row) {
    return row.driver() + "." + row.property();
  }

  private static Optional<CompatTable> table(Release release, String name) {
    return release.tables().stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
