package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;

/// A release that is being made out of an earlier one, a {@link Change} at a time.
final class Growing {
  private final Choices choices;
  private final Names names;
  private final long parts;
  private final Release before;
  private final List<String> families;
  private final List<Caution> cautions = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private Release now;
  private boolean ownMachines;

  Growing(Choices choices, Names names, long parts, String name, Release before) {
    this.choices = choices;
    this.names = names;
    this.parts = parts;
    this.before = before;
    this.families = before.machines().stream().map(MachineType::family).distinct().toList();
    this.now = Evolution.of(name, before, Version.of(name).family(), List.of());
  }

  Choices choices() {
    return choices;
  }

  Names names() {
    return names;
  }

  /// {@return the release that this one is made of}
  Release before() {
    return before;
  }

  /// {@return the release as it is by now}
  Release now() {
    return now;
  }

  List<Caution> cautions() {
    return cautions;
  }

  /// {@return the changes that made it so}
  List<Change> changes() {
    return changes;
  }

  void change(Change change) {
    now = Evolution.changed(now, change);
    changes.add(change);
  }

  /// {@return a part of one of the kinds that the swarm leaves on}
  Part part() {
    return PartKind.drawn(choices, parts).draw(choices, names);
  }

  /// {@return a type that is new, and what it is a kind of if that is new too}
  List<DeviceType> newTypes() {
    return new DeviceTypes(choices, names, parts).draw(now.types());
  }

  /// Warns guests of a member that the releases before know nothing of.
  void caution(DeviceType type, Member member) {
    cautions.add(new Caution(now.name(), type.name(), member.name()));
  }

  // ---- machine types

  /// Adds the newest machine type of each family; from now on rows can tell older ones from it.
  void addMachines() {
    for (String family : families()) {
      MachineType newest = now.newest(family).orElseThrow();
      change(
          new Change.AddMachine(
              FirstRelease.machine(family, now.name())
                  .withAliases(newest.aliases())
                  .withDevices(newest.devices())));
    }
    ownMachines = true;
  }

  /// {@return whether this release has a machine type that no other knows, so that what it changes
  /// can be left to that one}
  boolean hasOwnMachines() {
    return ownMachines;
  }

  /// {@return the families of the machine types that there were before}
  List<String> families() {
    return families;
  }

  // ---- rows

  static String tableName(String version) {
    return "hw_compat_" + version.replace('.', '_');
  }

  /// {@return the version of the newest machine type that is not this release's own}
  Version newestBefore() {
    return before.machines().stream()
        .flatMap(machine -> machine.version().stream())
        .max(Version::compareTo)
        .orElseThrow();
  }

  /// Adds rows that give a property of a type another value on all machine types but the own ones.
  void pin(String type, String property, String value) {
    rows(newestBefore(), type, property, value);
  }

  /// Adds rows to the table of a version, or to that of each family.
  void rows(Version version, String driver, String property, String value) {
    List<CompatTable.Row> rows = List.of(new CompatTable.Row(driver, property, value));
    String name = tableName(version.toString());
    List<String> families = families();
    if (families.size() == 1 || choices.chance(1, 2)) {
      change(
          new Change.AddRow(new CompatTable(name, Optional.of(version), Optional.empty(), rows)));
      return;
    }
    for (String family : families) {
      change(
          new Change.AddRow(
              new CompatTable(
                  family + "_" + name.substring("hw_".length()),
                  Optional.of(version),
                  Optional.of(family),
                  rows)));
    }
  }

  /// Adds a switch to a type that is on for the own machine types and off for all others.
  ///
  /// @return whether it is on
  Expression pinned(String type) {
    boolean visible = choices.chance(1, 2);
    String name = names.next(visible ? "feature" : "x-migrate");
    Property property = new Property(name, new PropertyKind.Bool(), "on");
    change(
        new Change.AddProperty(
            type, visible ? property.visibleToGuest().implied("off") : property));
    pin(type, name, "off");
    return Say.property(name);
  }

  // ---- what there is to change

  /// {@return a type that the release before has, with a section of its own}
  Optional<DeviceType> oldType() {
    List<DeviceType> all =
        before.types().stream()
            .filter(type -> type.section().isPresent() && now.type(type.name()).isPresent())
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : now.type(choices.oneOf(all).name()).filter(type -> type.section().isPresent());
  }

  /// {@return a type as it is by now}
  DeviceType type(String name) {
    return now.type(name).orElseThrow();
  }

  /// Adds a part to a type's section.
  ///
  /// @param section the section's name, which the type has
  void add(String type, String section, Part part) {
    part.members().forEach(member -> change(new Change.AddMember(type, member)));
    Section root = type(type).section().orElseThrow();
    Optional<String> place =
        root.name().equals(section) && !root.fields().isEmpty() && choices.chance(1, 2)
            ? Optional.of(choices.oneOf(root.fields()).name())
            : Optional.empty();
    part.fields().forEach(field -> change(new Change.AddField(type, section, field, place)));
    if (root.name().equals(section)) {
      change(
          new Change.SetHooks(
              type, section, part.hooked(type(type).section().orElseThrow()).hooks()));
    }
  }
}
