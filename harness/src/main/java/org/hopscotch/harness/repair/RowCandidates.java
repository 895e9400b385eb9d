package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.scenario.Stop;

/// Rows that give a machine type the values back that it has on an older release; rows that are in
/// the way are moved.
final class RowCandidates implements Candidate.Source {

  /// A value that a property should have.
  ///
  /// @param driver the type that declares it
  /// @param sure whether the older release says so; otherwise it is the other value that there is
  /// @param now what it is
  private record Wanted(
      String driver, String property, String value, boolean sure, ResolvedProperty now) {}

  @Override
  public Stream<Candidate> of(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (Stop older : situation.olders()) {
      Map<String, Wanted> wanted = new LinkedHashMap<>();
      for (Pair pair : situation.pairs(older)) {
        for (ResolvedProperty now : pair.device().properties().values()) {
          for (Wanted one : wanted(pair, now)) {
            wanted.put(one.driver() + "." + one.property() + "=" + one.value(), one);
          }
        }
      }
      List<Wanted> sure = wanted.values().stream().filter(Wanted::sure).toList();
      sure.forEach(one -> all.addAll(single(situation, one)));
      if (sure.size() > 1) {
        together(situation, sure).ifPresent(all::add);
      }
      List<Wanted> unsure = wanted.values().stream().filter(one -> !one.sure()).toList();
      unsure.forEach(one -> all.addAll(single(situation, one)));
      Set<String> names = new LinkedHashSet<>(unsure.stream().map(Wanted::property).toList());
      for (String name : names) {
        List<Wanted> group = unsure.stream().filter(one -> one.property().equals(name)).toList();
        if (group.size() > 1) {
          together(situation, group).ifPresent(all::add);
        }
      }
    }
    return all.stream();
  }

  private static List<Wanted> wanted(Pair pair, ResolvedProperty now) {
    if (now.origin() instanceof Origin.DeviceOption
        || now.origin() instanceof Origin.GlobalOption) {
      return List.of();
    }
    Property property = now.property();
    String driver = pair.declaring(property.name());
    Optional<ResolvedProperty> old = pair.before().flatMap(d -> d.property(property.name()));
    if (old.filter(one -> one.origin() instanceof Origin.Automatic).isPresent()) {
      return List.of(); // another host or configuration would have had another value
    }
    if (old.isPresent()) {
      return old.get().value().equals(now.value())
          ? List.of()
          : List.of(new Wanted(driver, property.name(), old.get().text(), true, now));
    }
    if (property.implied().isPresent()) {
      String implied = property.implied().get();
      return property.value(implied).equals(now.value())
          ? List.of()
          : List.of(new Wanted(driver, property.name(), implied, true, now));
    }
    return others(property, now).stream()
        .map(value -> new Wanted(driver, property.name(), value, false, now))
        .toList();
  }

  /// {@return the values that something new might have had to be without}
  private static List<String> others(Property property, ResolvedProperty now) {
    List<String> all =
        switch (property.kind()) {
          case PropertyKind.Bool _ -> List.of("off", "on");
          case PropertyKind.Int _, PropertyKind.Size _ -> List.of("0", "1");
          case PropertyKind.Enumeration(List<String> members) -> members;
          case PropertyKind.Text _, PropertyKind.MacAddress _, PropertyKind.PciDevfn _ -> List.of();
          case PropertyKind.Uuid _, PropertyKind.Array _ -> List.of();
        };
    return all.stream().filter(one -> !property.value(one).equals(now.value())).toList();
  }

  private static Optional<Candidate> together(Situation situation, List<Wanted> all) {
    return situation.table().map(table -> together(situation, table, all));
  }

  private static Candidate together(Situation situation, CompatTable table, List<Wanted> all) {
    return new Candidate(
        RepairKind.ROW,
        all.stream().<Change>map(one -> row(table, one)).toList(),
        words(situation, table, all));
  }

  /// {@return the table of the newest machine type that has a value by default on an older release,
  /// where that is newer than the stop's}
  private static Optional<CompatTable> newestAlike(Situation situation, Wanted wanted) {
    Optional<Version> own = situation.machine().flatMap(MachineType::version);
    return situation.olders().stream()
        .map(Companions::newest)
        .flatMap(Optional::stream)
        .filter(older -> isAlike(situation.pairs(older), wanted))
        .flatMap(older -> older.release().machine(older.machine()).stream())
        .flatMap(machine -> machine.version().stream())
        .filter(version -> own.filter(o -> version.compareTo(o) > 0).isPresent())
        .filter(version -> olderVersions(situation, true).contains(version))
        .max(Comparator.naturalOrder())
        .map(situation::table);
  }

  private static boolean isAlike(List<Pair> pairs, Wanted wanted) {
    String name = wanted.property();
    List<Pair> having =
        pairs.stream()
            .filter(pair -> pair.before().isPresent() && pair.device().property(name).isPresent())
            .filter(pair -> pair.declaring(name).equals(wanted.driver()))
            .toList();
    return !having.isEmpty()
        && having.stream()
            .allMatch(pair ->
                pair.before()
                    .flatMap(before -> before.property(name))
                    .map(ResolvedProperty::text)
                    .or(() -> wanted.now().property().implied())
                    .equals(Optional.of(wanted.value())));
  }

  private static Change row(CompatTable table, Wanted wanted) {
    return new Change.AddRow(
        table.withRows(
            List.of(new CompatTable.Row(wanted.driver(), wanted.property(), wanted.value()))));
  }

  private static String words(Situation situation, CompatTable table, List<Wanted> all) {
    return all.stream()
        .map(one ->
            "In %s, %s sets %s.%s to %s."
                .formatted(
                    situation.newer(), table.name(), one.driver(), one.property(), one.value()))
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }

  private static List<Candidate> single(Situation situation, Wanted wanted) {
    List<Candidate> all = new ArrayList<>();
    newestAlike(situation, wanted)
        .map(table -> together(situation, table, List.of(wanted)))
        .ifPresent(all::add);
    together(situation, List.of(wanted)).ifPresent(all::add);
    Optional<CompatTable> inTheWay = table(situation, wanted.now().origin());
    Optional<CompatTable.Row> winner = inTheWay.flatMap(table -> row(table, wanted.now()));
    if (winner.isEmpty()) {
      return all;
    }
    CompatTable table = inTheWay.orElseThrow();
    CompatTable.Row row = winner.get();
    Change removed = new Change.RemoveRow(table.name(), row.driver(), row.property());
    all.add(
        new Candidate(
            RepairKind.ROW,
            "In %s, %s sets %s.%s to %s, behind the row that says otherwise."
                .formatted(
                    situation.newer(),
                    table.name(),
                    wanted.driver(),
                    wanted.property(),
                    wanted.value()),
            row(table.withRows(List.of()), wanted)));
    for (Version version : olderVersions(situation, false)) {
      CompatTable other = situation.table(version);
      all.add(
          new Candidate(
              RepairKind.ROW,
              "In %s, the row of %s.%s moves from %s to %s."
                  .formatted(
                      situation.newer(), row.driver(), row.property(), table.name(), other.name()),
              removed,
              new Change.AddRow(other.withRows(List.of(row)))));
    }
    all.add(
        new Candidate(
            RepairKind.ROW,
            "In %s, %s has no row of %s.%s."
                .formatted(situation.newer(), table.name(), row.driver(), row.property()),
            removed));
    return all;
  }

  private static Optional<CompatTable> table(Situation situation, Origin origin) {
    String name =
        switch (origin) {
          case Origin.TableRow row -> row.table();
          case Origin.FamilyRow row -> row.table();
          case Origin.Automatic automatic ->
              table(situation, automatic.asked()).map(CompatTable::name).orElse("");
          case Origin.Default _, Origin.GlobalOption _, Origin.DeviceOption _ -> "";
        };
    return situation.newer().tables().stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /// {@return the row that a value comes from; some tables have rows that no release tells}
  private static Optional<CompatTable.Row> row(CompatTable table, ResolvedProperty now) {
    String driver = driver(now.origin());
    return table.rows().stream()
        .filter(row -> row.driver().equals(driver))
        .filter(row -> row.property().equals(now.property().name()))
        .findFirst();
  }

  private static String driver(Origin origin) {
    return switch (origin) {
      case Origin.TableRow row -> row.driver();
      case Origin.FamilyRow row -> row.driver();
      case Origin.Automatic automatic -> driver(automatic.asked());
      case Origin.Default _, Origin.GlobalOption _, Origin.DeviceOption _ -> "";
    };
  }

  /// @param newest whether it is older than the newest machine type, not than the stop's own
  private static List<Version> olderVersions(Situation situation, boolean newest) {
    Optional<Version> own =
        situation
            .machine()
            .flatMap(one -> newest ? situation.newer().newest(one.family()) : Optional.of(one))
            .flatMap(MachineType::version);
    TreeSet<Version> versions = new TreeSet<>();
    situation.newer().machines().stream()
        .map(machine -> machine.version().orElse(null))
        .filter(Objects::nonNull)
        .filter(version -> own.map(o -> version.compareTo(o) < 0).orElse(false))
        .forEach(versions::add);
    return List.copyOf(versions.descendingSet());
  }
}
