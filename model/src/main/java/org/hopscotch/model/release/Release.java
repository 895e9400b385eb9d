package org.hopscotch.model.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.LoaderFamily;

/// One version of QEMU: its device types, compat tables and machine types.
public final class Release {
  private final String name;
  private final Optional<String> parent;
  private final LoaderFamily family;
  private final TypeTable types;
  private final List<CompatTable> tables;
  private final List<MachineType> machines;
  private final Map<String, MachineType> machinesByName;
  private final Map<String, List<CompatTable>> tablesOf = new ConcurrentHashMap<>();
  private final Optional<Version> version;
  private volatile Optional<Resolution.Asked> asked = Optional.empty();

  /// @param name such as `5.2` or `7.2.22`
  /// @param parent the release that it was branched from; empty for the first
  /// @param family whose rules its loader follows
  /// @param types each by a name of its own; parents before or behind
  /// @throws IllegalArgumentException for a name twice, a parent type that is missing, or a cycle
  public Release(
      String name,
      Optional<String> parent,
      LoaderFamily family,
      List<DeviceType> types,
      List<CompatTable> tables,
      List<MachineType> machines) {
    this.name = name;
    this.version = Version.find(name);
    this.parent = parent;
    this.family = family;
    this.types = new TypeTable(types, MigrationObject.of(this, types));
    this.tables = List.copyOf(tables);
    this.machines = List.copyOf(machines);
    this.machinesByName = byName(machines);
  }

  /// A release of the name of another one.
  private Release(
      Release like,
      TypeTable types,
      List<CompatTable> tables,
      List<MachineType> machines,
      Map<String, MachineType> machinesByName) {
    this.name = like.name;
    this.version = like.version;
    this.parent = like.parent;
    this.family = like.family;
    this.types = types;
    this.tables = List.copyOf(tables);
    this.machines = List.copyOf(machines);
    this.machinesByName = machinesByName;
  }

  /// A release that begins as another one is.
  private Release(String name, LoaderFamily family, Release like) {
    this.name = name;
    this.version = Version.find(name);
    this.parent = Optional.of(like.name);
    this.family = family;
    this.types = like.types.with(like.types(), MigrationObject.of(this, like.types()));
    this.tables = like.tables;
    this.machines = like.machines;
    this.machinesByName = like.machinesByName;
  }

  private static Map<String, MachineType> byName(List<MachineType> machines) {
    Map<String, MachineType> all = new HashMap<>();
    for (MachineType machine : machines) {
      machine.aliases().forEach(alias -> add(all, alias, machine));
      add(all, machine.name(), machine);
    }
    return all;
  }

  private static void add(Map<String, MachineType> all, String name, MachineType machine) {
    if (all.put(name, machine) != null) {
      throw new IllegalArgumentException("machine type twice: " + name);
    }
  }

  /// {@return a release that is branched from this one, and as it is}
  public Release branched(String newName, LoaderFamily itsFamily) {
    return new Release(newName, itsFamily, this);
  }

  /// {@return this release with other device types}
  public Release withTypes(List<DeviceType> others) {
    return new Release(
        this,
        types.with(others, MigrationObject.of(this, others)),
        tables,
        machines,
        machinesByName);
  }

  /// {@return this release with other compat tables}
  public Release withTables(List<CompatTable> others) {
    return new Release(this, types, others, machines, machinesByName);
  }

  /// {@return this release with other machine types}
  public Release withMachines(List<MachineType> others) {
    return new Release(this, types, tables, others, byName(others));
  }

  public String name() {
    return name;
  }

  public Optional<String> parent() {
    return parent;
  }

  /// {@return whether this release is as new as a version; one whose name is no number counts as
  /// old with the oldest family, and as new with the others}
  public boolean isSince(Version other) {
    return version.map(own -> own.compareTo(other) >= 0).orElse(family != LoaderFamily.UP_TO_9_1);
  }

  /// {@return the number that the name is, if it is one}
  public Optional<Version> version() {
    return version;
  }

  public LoaderFamily family() {
    return family;
  }

  public List<DeviceType> types() {
    return types.types();
  }

  public List<CompatTable> tables() {
    return tables;
  }

  /// {@return the tables that a machine type gets, in the order in which they are applied: the
  /// family's own, then from the newest version on, within one version the common one first}
  List<CompatTable> tables(MachineType machine) {
    return tablesOf.computeIfAbsent(machine.name(), _ -> applied(machine));
  }

  private List<CompatTable> applied(MachineType machine) {
    return Stream.concat(MigrationObject.tables(this).stream(), tables.stream())
        .filter(table -> table.appliesTo(machine))
        .sorted((a, b) -> {
          if (a.isFamilyTable() || b.isFamilyTable()) {
            return Boolean.compare(b.isFamilyTable(), a.isFamilyTable());
          }
          int newestFirst = b.version().orElseThrow().compareTo(a.version().orElseThrow());
          return newestFirst != 0
              ? newestFirst
              : Boolean.compare(a.family().isPresent(), b.family().isPresent());
        })
        .toList();
  }

  Optional<Resolution.Asked> asked() {
    return asked;
  }

  void asked(Resolution.Asked last) {
    asked = Optional.of(last);
  }

  public List<MachineType> machines() {
    return machines;
  }

  /// {@return the device type of a name}
  public Optional<DeviceType> type(String typeName) {
    return types.find(typeName);
  }

  /// {@return the machine type of a name or alias}
  public Optional<MachineType> machine(String nameOrAlias) {
    return Optional.ofNullable(machinesByName.get(nameOrAlias));
  }

  /// {@return a type and its ancestors, itself first}
  public List<DeviceType> lineage(DeviceType type) {
    return types.lineage(type);
  }

  /// {@return whether a device of a type also is a `driver`: the type itself, an ancestor or an
  /// interface of one of them}
  public boolean isA(DeviceType type, String driver) {
    Optional<DeviceType> next = Optional.of(type);
    while (next.isPresent()) {
      DeviceType one = next.get();
      if (one.name().equals(driver) || one.interfaces().contains(driver)) {
        return true;
      }
      next = one.parent().flatMap(this::type);
    }
    return false;
  }

  /// {@return the properties of a type and its ancestors, those of the furthest ancestor first; one
  /// that is declared again stands in its first place with its last meaning}
  public List<Property> properties(DeviceType type) {
    return types.properties(type);
  }

  /// {@return the members of a type and its ancestors, those of the furthest ancestor first; then
  /// those that only the section mentions: visible, and 0 after a reset}
  public List<Member> members(DeviceType type) {
    return types.members(type);
  }

  /// {@return the section that devices of a type save: its own or the nearest ancestor's}
  public Optional<Section> section(DeviceType type) {
    return types.section(type);
  }

  /// {@return the newest machine type of a family: the one of the highest version}
  public Optional<MachineType> newest(String machineFamily) {
    return machines.stream()
        .filter(machine -> machine.family().equals(machineFamily) && machine.version().isPresent())
        .max((a, b) -> a.version().orElseThrow().compareTo(b.version().orElseThrow()));
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Release r
            && name.equals(r.name)
            && parent.equals(r.parent)
            && family == r.family
            && types().equals(r.types())
            && tables.equals(r.tables)
            && machines.equals(r.machines));
  }

  /// {@return the name's, since one history has no two releases of one name}
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
