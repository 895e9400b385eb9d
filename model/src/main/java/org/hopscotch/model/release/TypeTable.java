package org.hopscotch.model.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Section;

/// The device types of a release by name, with what each inherits. A release that is made of
/// another one shares with it what is known of types that both have: histories are made by many
/// small changes.
final class TypeTable {
  private final List<DeviceType> types;
  private final DeviceType migration;
  private final Map<String, Entry> entries = new HashMap<>();

  /// @param migration the `migration` object's type, whether or not it is among the types
  /// @throws IllegalArgumentException for a name twice, a parent type that is missing, or a cycle
  TypeTable(List<DeviceType> types, DeviceType migration) {
    this(types, migration, Map.of());
  }

  private TypeTable(List<DeviceType> types, DeviceType migration, Map<String, Entry> known) {
    this.types = List.copyOf(types);
    this.migration = migration;
    for (DeviceType type : types) {
      if (!type.name().equals(MigrationObject.NAME)
          && entries.put(type.name(), entry(type, known)) != null) {
        throw new IllegalArgumentException("device type twice: " + type.name());
      }
    }
    entries.put(MigrationObject.NAME, entry(migration, known));
    types.forEach(this::requireAncestors);
  }

  @SuppressWarnings("ReferenceEquality") // types that are equal without being one are rare
  private static Entry entry(DeviceType type, Map<String, Entry> known) {
    Entry before = known.get(type.name());
    boolean same = before != null && before.type == type && type.parent().isEmpty();
    return same ? before : new Entry(type);
  }

  /// {@return these types with others in their place}
  TypeTable with(List<DeviceType> others, DeviceType otherMigration) {
    return new TypeTable(others, otherMigration, entries);
  }

  private void requireAncestors(DeviceType type) {
    int steps = 0;
    Optional<String> next = type.parent();
    while (next.isPresent()) {
      String ancestor = next.get();
      if (++steps > entries.size()) {
        throw new IllegalArgumentException("device type below itself: " + type.name());
      }
      next =
          find(ancestor)
              .orElseThrow(() -> new IllegalArgumentException("no parent type: " + ancestor))
              .parent();
    }
  }

  List<DeviceType> types() {
    return types;
  }

  DeviceType migration() {
    return migration;
  }

  Optional<DeviceType> find(String name) {
    Entry entry = entries.get(name);
    return entry == null ? Optional.empty() : Optional.of(entry.type);
  }

  /// {@return what is known of a type; of the `migration` object there are two, one of which is a
  /// part of the other}
  @SuppressWarnings("ReferenceEquality") // as above
  private Entry entry(DeviceType type) {
    Entry entry = entries.get(type.name());
    boolean known =
        entry != null && (entry.type == type || !type.name().equals(MigrationObject.NAME));
    return known ? entry : new Entry(type);
  }

  List<DeviceType> lineage(DeviceType type) {
    return type.parent().isEmpty() ? List.of(type) : entry(type).lineage(this);
  }

  List<Property> properties(DeviceType type) {
    return entry(type).properties(this);
  }

  List<Member> members(DeviceType type) {
    return entry(type).members(this);
  }

  Optional<Section> section(DeviceType type) {
    Optional<DeviceType> next = Optional.of(type);
    while (next.isPresent() && next.get().section().isEmpty()) {
      next = next.get().parent().flatMap(this::find);
    }
    return next.flatMap(DeviceType::section);
  }

  /// A type, and what was worked out of it when somebody asked. One without parent is the same in
  /// all tables; whoever asks twice at once works it out twice.
  private static final class Entry {
    private final DeviceType type;
    private Optional<List<DeviceType>> lineage = Optional.empty();
    private Optional<List<Property>> properties = Optional.empty();
    private Optional<List<Member>> members = Optional.empty();

    Entry(DeviceType type) {
      this.type = type;
    }

    List<DeviceType> lineage(TypeTable table) {
      Optional<List<DeviceType>> known = lineage;
      if (known.isEmpty()) {
        List<DeviceType> all = new ArrayList<>();
        Optional<DeviceType> next = Optional.of(type);
        while (next.isPresent()) {
          all.add(next.get());
          next = next.get().parent().flatMap(table::find);
        }
        known = Optional.of(List.copyOf(all));
        lineage = known;
      }
      return known.get();
    }

    List<Property> properties(TypeTable table) {
      Optional<List<Property>> known = properties;
      if (known.isEmpty()) {
        known = Optional.of(allProperties(table));
        properties = known;
      }
      return known.get();
    }

    private List<Property> allProperties(TypeTable table) {
      Map<String, Property> all = new LinkedHashMap<>();
      for (DeviceType one : lineage(table).reversed()) {
        one.properties().forEach(property -> all.put(property.name(), property));
      }
      return List.copyOf(all.values());
    }

    List<Member> members(TypeTable table) {
      Optional<List<Member>> known = members;
      if (known.isEmpty()) {
        known = Optional.of(allMembers(table));
        members = known;
      }
      return known.get();
    }

    private List<Member> allMembers(TypeTable table) {
      Map<String, Member> all = new LinkedHashMap<>();
      for (DeviceType one : lineage(table).reversed()) {
        one.members().forEach(member -> all.put(member.name(), member));
      }
      for (Member member : table.section(type).map(FieldMembers::of).orElse(List.of())) {
        if (!all.containsKey(member.name()) && !isInside(all, member.name())) {
          all.put(member.name(), member);
        }
      }
      return List.copyOf(all.values());
    }

    /// {@return whether a name is the path of a part of a declared member}
    private static boolean isInside(Map<String, Member> declared, String name) {
      int dot = name.indexOf('.');
      return dot > 0 && declared.containsKey(name.substring(0, dot));
    }
  }
}
