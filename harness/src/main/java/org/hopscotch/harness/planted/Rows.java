package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.CompatTable.Row;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;

/// Hosts whose compat rows are others, or come in another order, as tables that the right engine
/// applies so (wire-format section 11.1).
final class Rows {
  private static final String EXACTLY = "planted:";

  private Rows() {}

  /// {@return a host with other tables}
  static Host with(Host host, List<CompatTable> tables) {
    Release release = host.release();
    return host.with(
        new Release(
            release.name(),
            release.parent(),
            release.family(),
            release.types(),
            tables,
            release.machines()));
  }

  /// {@return a change of the tables of hosts whose machine type is known and has a version}
  static UnaryOperator<Host> tables(Tables change) {
    return host -> {
      Optional<MachineType> machine =
          host.release().machine(host.machine()).filter(one -> one.version().isPresent());
      return machine.isEmpty()
          ? host
          : with(host, change.of(host.release().tables(), machine.get()));
    };
  }

  /// What becomes of the tables of a release, for a machine type.
  interface Tables {
    List<CompatTable> of(List<CompatTable> tables, MachineType machine);
  }

  /// {@return a change of each row; one for which there is none is gone}
  static UnaryOperator<Host> each(UnaryOperator<Row> change) {
    return host ->
        with(
            host,
            host.release().tables().stream()
                .map(table -> table.withRows(table.rows().stream().map(change).toList()))
                .toList());
  }

  /// The tables that apply as one, in which the newest comes last.
  static List<CompatTable> newestLast(List<CompatTable> tables, MachineType machine) {
    List<CompatTable> others = new ArrayList<>(tables);
    List<CompatTable> applied =
        tables.stream()
            .filter(table -> !table.isFamilyTable() && table.appliesTo(machine))
            .sorted(
                Comparator.comparing((CompatTable table) -> table.version().orElseThrow())
                    .thenComparing(table -> table.family().isEmpty()))
            .toList();
    others.removeAll(applied);
    if (!applied.isEmpty()) {
      others.add(last(machine, applied.stream().flatMap(table -> table.rows().stream()).toList()));
    }
    return others;
  }

  /// Those of families in the end.
  static List<CompatTable> familiesLast(List<CompatTable> tables, MachineType machine) {
    List<CompatTable> others = new ArrayList<>(tables);
    for (CompatTable table : tables) {
      if (table.isFamilyTable() && table.appliesTo(machine)) {
        others.remove(table);
        others.add(last(machine, table.rows()));
      }
    }
    return others;
  }

  static List<CompatTable> withoutOwn(List<CompatTable> tables, MachineType machine) {
    return tables.stream().filter(table -> !table.version().equals(machine.version())).toList();
  }

  /// With those of the version before the machine type's.
  static List<CompatTable> oneTooFar(List<CompatTable> tables, MachineType machine) {
    Optional<Version> before =
        tables.stream()
            .flatMap(table -> table.version().stream())
            .filter(version -> version.compareTo(machine.version().orElseThrow()) < 0)
            .max(Comparator.naturalOrder());
    List<CompatTable> others = new ArrayList<>(tables);
    for (CompatTable table : tables) {
      boolean family = table.family().map(machine.family()::equals).orElse(true);
      if (family && before.isPresent() && table.version().equals(before)) {
        others.remove(table);
        others.add(last(machine, table.rows()));
      }
    }
    return others;
  }

  /// A table that is applied behind all others that there are.
  private static CompatTable last(MachineType machine, List<Row> rows) {
    return new CompatTable(
        EXACTLY + "last", machine.version(), Optional.of(machine.family()), rows);
  }

  /// A host whose `-global` options are applied as those of a family.
  static Host globalsFirst(Host host) {
    Optional<MachineType> machine = host.release().machine(host.machine());
    Configuration configuration = host.configuration();
    if (machine.isEmpty() || configuration.globals().isEmpty()) {
      return host;
    }
    List<CompatTable> tables = new ArrayList<>(host.release().tables());
    List<Row> rows =
        configuration.globals().stream()
            .map(global -> new Row(global.driver(), global.property(), global.value()))
            .toList();
    tables.add(
        new CompatTable(
            EXACTLY + "globals", Optional.empty(), Optional.of(machine.get().family()), rows));
    return new Host(
        with(host, tables).release(),
        host.machine(),
        configuration.withGlobals(List.of()),
        host.surroundings(),
        host.leftover());
  }

  /// A host without rows for some properties.
  static Host without(Host host, Predicate<Property> pinned) {
    Set<String> names = new HashSet<>();
    for (DeviceType type : host.release().types()) {
      type.properties().stream().filter(pinned).forEach(one -> names.add(one.name()));
    }
    return with(
        host,
        host.release().tables().stream()
            .map(table ->
                table.withRows(
                    table.rows().stream().filter(row -> !names.contains(row.property())).toList()))
            .toList());
  }

  /// A host whose rows reach devices of exactly their type.
  static Host onExactTypes(Host host) {
    Release release = host.release();
    List<DeviceType> types = release.types().stream().map(type -> byItself(release, type)).toList();
    List<CompatTable> tables =
        release.tables().stream()
            .map(table ->
                table.withRows(table.rows().stream().map(row -> exactly(release, row)).toList()))
            .toList();
    return host.with(
        new Release(
            release.name(), release.parent(), release.family(), types, tables, release.machines()));
  }

  private static Row exactly(Release release, Row row) {
    boolean own = release.types().stream().anyMatch(type -> type.name().equals(row.driver()));
    return own ? new Row(EXACTLY + row.driver(), row.property(), row.value(), row.optional()) : row;
  }

  /// A type with all that its ancestors give it, and with a name for itself alone.
  private static DeviceType byItself(Release release, DeviceType type) {
    List<DeviceType> lineage = release.lineage(type);
    Set<String> names = new HashSet<>(Set.of(EXACTLY + type.name()));
    lineage.forEach(one -> names.addAll(one.interfaces()));
    lineage.stream().skip(1).forEach(one -> names.add(one.name()));
    DeviceType registering =
        lineage.stream()
            .filter(
                one -> one.section().isPresent() || !one.registration().equals(Registration.USUAL))
            .findFirst()
            .orElse(type);
    List<DeviceType> oldest = lineage.reversed();
    return new DeviceType(
        type.name(),
        Optional.empty(),
        names,
        type.isAbstract(),
        release.properties(type),
        oldest.stream().flatMap(one -> one.members().stream()).toList(),
        release.section(type),
        registering.registration(),
        oldest.stream().flatMap(one -> one.ram().stream()).toList(),
        oldest.stream().flatMap(one -> one.realize().stream()).toList());
  }
}
