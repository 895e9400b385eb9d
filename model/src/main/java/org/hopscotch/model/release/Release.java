package org.hopscotch.model.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final List<DeviceType> types;
  private final List<CompatTable> tables;
  private final List<MachineType> machines;
  private final Map<String, DeviceType> typesByName = new HashMap<>();
  private final Map<String, List<Member>> members = new ConcurrentHashMap<>();
  private final Map<String, List<Property>> properties = new ConcurrentHashMap<>();
  private final Map<String, List<CompatTable>> tablesOf = new ConcurrentHashMap<>();
  private final Optional<Version> version;
  private final Map<String, MachineType> machinesByName = new LinkedHashMap<>();

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
    this.types = List.copyOf(types);
    this.tables = List.copyOf(tables);
    this.machines = List.copyOf(machines);
    typesByName.put(MigrationObject.NAME, MigrationObject.of(this, List.of()));
    types.forEach(this::add);
    machines.forEach(this::add);
    types.forEach(this::requireAncestors);
  }

  private void add(DeviceType type) {
    if (type.name().equals(MigrationObject.NAME)) {
      typesByName.put(type.name(), MigrationObject.of(this, type.properties()));
    } else if (typesByName.put(type.name(), type) != null) {
      throw new IllegalArgumentException("device type twice: " + type.name());
    }
  }

  private void add(MachineType machine) {
    List<String> names = new ArrayList<>(machine.aliases());
    names.add(machine.name());
    for (String one : names) {
      if (machinesByName.put(one, machine) != null) {
        throw new IllegalArgumentException("machine type twice: " + one);
      }
    }
  }

  private void requireAncestors(DeviceType type) {
    int steps = 0;
    Optional<String> next = type.parent();
    while (next.isPresent()) {
      String ancestor = next.get();
      if (++steps > typesByName.size()) {
        throw new IllegalArgumentException("device type below itself: " + type.name());
      }
      next =
          type(ancestor)
              .orElseThrow(() -> new IllegalArgumentException("no parent type: " + ancestor))
              .parent();
    }
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
    return types;
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

  public List<MachineType> machines() {
    return machines;
  }

  /// {@return the device type of a name}
  public Optional<DeviceType> type(String typeName) {
    return Optional.ofNullable(typesByName.get(typeName));
  }

  /// {@return the machine type of a name or alias}
  public Optional<MachineType> machine(String nameOrAlias) {
    return Optional.ofNullable(machinesByName.get(nameOrAlias));
  }

  /// {@return a type and its ancestors, itself first}
  public List<DeviceType> lineage(DeviceType type) {
    List<DeviceType> lineage = new ArrayList<>();
    Optional<DeviceType> next = Optional.of(type);
    while (next.isPresent()) {
      lineage.add(next.get());
      next = next.get().parent().flatMap(this::type);
    }
    return lineage;
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
    // Of this one there are two, one of which is a part of the other.
    return type.name().equals(MigrationObject.NAME)
        ? allProperties(type)
        : properties.computeIfAbsent(type.name(), _ -> allProperties(type));
  }

  private List<Property> allProperties(DeviceType type) {
    Map<String, Property> all = new LinkedHashMap<>();
    for (DeviceType one : lineage(type).reversed()) {
      one.properties().forEach(property -> all.put(property.name(), property));
    }
    return List.copyOf(all.values());
  }

  /// {@return the members of a type and its ancestors, those of the furthest ancestor first; then
  /// those that only the section mentions: visible, and 0 after a reset}
  public List<Member> members(DeviceType type) {
    return members.computeIfAbsent(type.name(), _ -> allMembers(type));
  }

  private List<Member> allMembers(DeviceType type) {
    Map<String, Member> all = new LinkedHashMap<>();
    for (DeviceType one : lineage(type).reversed()) {
      one.members().forEach(member -> all.put(member.name(), member));
    }
    section(type).map(FieldMembers::of).orElse(List.of()).stream()
        .filter(member -> !all.containsKey(member.name()) && !isInside(all, member.name()))
        .forEach(member -> all.put(member.name(), member));
    return List.copyOf(all.values());
  }

  /// {@return whether a name is the path of a part of a declared member}
  private static boolean isInside(Map<String, Member> declared, String name) {
    int dot = name.indexOf('.');
    return dot > 0 && declared.containsKey(name.substring(0, dot));
  }

  /// {@return the section that devices of a type save: its own or the nearest ancestor's}
  public Optional<Section> section(DeviceType type) {
    Optional<DeviceType> next = Optional.of(type);
    while (next.isPresent() && next.get().section().isEmpty()) {
      next = next.get().parent().flatMap(this::type);
    }
    return next.flatMap(DeviceType::section);
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
            && types.equals(r.types)
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
