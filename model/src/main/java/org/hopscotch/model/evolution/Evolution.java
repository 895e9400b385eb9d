package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.wire.LoaderFamily;

/// Makes releases out of releases. Each method throws IllegalArgumentException for a change of
/// something that is not there, or an addition of what is.
public final class Evolution {
  private Evolution() {}

  /// {@return a release that is another one with changes}
  ///
  /// @param like the release that it was branched from
  public static Release of(String name, Release like, LoaderFamily family, List<Change> changes) {
    return changed(like.branched(name, family), changes);
  }

  /// {@return a release after changes, made in order}
  public static Release changed(Release release, List<Change> changes) {
    Release changed = release;
    for (Change change : changes) {
      changed = changed(changed, change);
    }
    return changed;
  }

  /// {@return a release after one change}
  public static Release changed(Release release, Change change) {
    return switch (change) {
      case Change.AddType(DeviceType type) ->
          release.withTypes(NamedThings.added(release.types(), type, DeviceType::name));
      case Change.RemoveType(String type) ->
          release.withTypes(NamedThings.removed(release.types(), type, DeviceType::name));
      case Change.SetRegistration c ->
          type(release, c.type(), t -> t.withRegistration(c.registration()));
      case Change.SetParent c -> type(release, c.type(), t -> t.withParent(c.parent()));
      case Change.SetRam c -> type(release, c.type(), t -> t.withRam(c.ram()));
      case Change.SetRealize c -> type(release, c.type(), t -> t.withRealize(c.realize()));
      case Change.AddProperty c ->
          type(
              release,
              c.type(),
              t ->
                  t.withProperties(
                      NamedThings.added(t.properties(), c.property(), Property::name)));
      case Change.RemoveProperty c ->
          type(
              release,
              c.type(),
              t ->
                  t.withProperties(
                      NamedThings.removed(t.properties(), c.property(), Property::name)));
      case Change.SetDefault c -> type(release, c.type(), t -> withDefault(t, c));
      case Change.AddRow(CompatTable table) -> release.withTables(rowsAdded(release, table));
      case Change.RemoveRow c -> release.withTables(rowRemoved(release, c));
      case Change.RemoveTable(String table) ->
          release.withTables(NamedThings.removed(release.tables(), table, CompatTable::name));
      case Change.AddMember c ->
          type(
              release,
              c.type(),
              t -> t.withMembers(NamedThings.added(t.members(), c.member(), Member::name)));
      case Change.RemoveMember c ->
          type(
              release,
              c.type(),
              t -> t.withMembers(NamedThings.removed(t.members(), c.member(), Member::name)));
      case Change.SetMember c ->
          type(
              release,
              c.type(),
              t -> t.withMembers(NamedThings.replaced(t.members(), c.member(), Member::name)));
      case Change.SetSection c -> type(release, c.type(), t -> t.withSection(c.section()));
      case Change.AddField c ->
          section(
              release,
              c.type(),
              c.section(),
              s -> s.withFields(SectionEdit.added(s.fields(), c.field(), c.before())));
      case Change.RemoveField c ->
          section(
              release,
              c.type(),
              c.section(),
              s -> s.withFields(NamedThings.removed(s.fields(), c.field(), Field::name)));
      case Change.ReplaceField c ->
          section(release, c.type(), c.section(), s -> withField(s, c.field(), c.by()));
      case Change.SetVersions c ->
          section(
              release,
              c.type(),
              c.section(),
              s -> s.withVersions(c.versionId(), c.minimumVersionId()));
      case Change.SetHooks c -> section(release, c.type(), c.section(), s -> s.with(c.hooks()));
      case Change.SetLoadStateOld c ->
          section(release, c.type(), c.section(), s -> s.with(c.loadStateOld()));
      case Change.AddSubsection c ->
          section(
              release,
              c.type(),
              c.section(),
              s ->
                  s.withSubsections(
                      NamedThings.added(
                          s.subsections(), c.subsection(), sub -> sub.section().name())));
      case Change.RemoveSubsection c ->
          section(
              release,
              c.type(),
              c.section(),
              s ->
                  s.withSubsections(
                      NamedThings.removed(
                          s.subsections(), c.subsection(), sub -> sub.section().name())));
      case Change.SetNeeded c -> needed(release, c);
      case Change.RenameSection c ->
          section(release, c.type(), c.section(), s -> renamed(s, c.section(), c.name()));
      case Change.AddMachine(MachineType machine) -> withMachine(release, machine);
      case Change.RemoveMachine(String machine) ->
          release.withMachines(NamedThings.removed(release.machines(), machine, MachineType::name));
      case Change.SetMachine(MachineType machine) ->
          release.withMachines(
              NamedThings.replaced(release.machines(), machine, MachineType::name));
    };
  }

  // ---- parts of a release

  private static Release type(Release release, String name, UnaryOperator<DeviceType> edit) {
    Optional<DeviceType> old =
        release.types().stream().filter(type -> type.name().equals(name)).findFirst();
    if (old.isEmpty() && name.equals(MigrationObject.NAME)) {
      DeviceType first = edit.apply(DeviceType.named(name));
      return release.withTypes(NamedThings.added(release.types(), first, DeviceType::name));
    }
    DeviceType changed =
        edit.apply(old.orElseThrow(() -> new IllegalArgumentException("no device type " + name)));
    return release.withTypes(NamedThings.replaced(release.types(), changed, DeviceType::name));
  }

  private static Release section(
      Release release, String type, String name, UnaryOperator<Section> edit) {
    return type(
        release,
        type,
        t -> {
          Section root = root(t);
          if (root.name().equals(name)) {
            return t.withSection(edit.apply(root));
          }
          return t.withSection(
              SectionEdit.of(root, name, edit)
                  .orElseThrow(
                      () -> new IllegalArgumentException("no section " + name + " in " + type)));
        });
  }

  private static DeviceType withDefault(DeviceType type, Change.SetDefault change) {
    Property old =
        type.properties().stream()
            .filter(property -> property.name().equals(change.property()))
            .findFirst()
            .orElseThrow(() ->
                NamedThings.missing(
                    "property", change.property(), type.properties(), Property::name));
    Property changed =
        new Property(
            old.name(),
            old.kind(),
            change.value(),
            change.automatic(),
            old.visible(),
            old.implied());
    return type.withProperties(NamedThings.replaced(type.properties(), changed, Property::name));
  }

  private static List<CompatTable> rowsAdded(Release release, CompatTable more) {
    for (CompatTable table : release.tables()) {
      if (table.name().equals(more.name())) {
        List<CompatTable.Row> rows = new ArrayList<>(table.rows());
        rows.addAll(more.rows());
        return NamedThings.replaced(release.tables(), table.withRows(rows), CompatTable::name);
      }
    }
    return NamedThings.added(release.tables(), more, CompatTable::name);
  }

  private static List<CompatTable> rowRemoved(Release release, Change.RemoveRow change) {
    CompatTable table =
        release.tables().stream()
            .filter(one -> one.name().equals(change.table()))
            .findFirst()
            .orElseThrow(() ->
                NamedThings.missing(
                    "compat table", change.table(), release.tables(), CompatTable::name));
    List<CompatTable.Row> rows = new ArrayList<>(table.rows());
    boolean gone =
        rows.removeIf(row ->
            row.driver().equals(change.driver()) && row.property().equals(change.property()));
    if (!gone) {
      throw new IllegalArgumentException(
          "no row %s.%s in %s".formatted(change.driver(), change.property(), change.table()));
    }
    return NamedThings.replaced(release.tables(), table.withRows(rows), CompatTable::name);
  }

  private static Section withField(Section section, String name, Field by) {
    List<Field> fields = new ArrayList<>(section.fields());
    fields.set(SectionEdit.index(fields, name), by);
    return section.withFields(fields);
  }

  private static Release needed(Release release, Change.SetNeeded change) {
    return type(
        release,
        change.type(),
        t ->
            t.withSection(
                SectionEdit.ofSubsection(
                        root(t),
                        change.subsection(),
                        sub -> new Subsection(sub.section(), change.needed()))
                    .orElseThrow(() ->
                        new IllegalArgumentException(
                            "no subsection %s in %s"
                                .formatted(change.subsection(), change.type())))));
  }

  private static Section root(DeviceType type) {
    String words =
        type.parent()
            .map(parent -> "%s has no section of its own; %s may have it")
            .orElse("%s has no section")
            .formatted(type.name(), type.parent().orElse(""));
    return type.section().orElseThrow(() -> new IllegalArgumentException(words));
  }

  /// {@return a section where a name, and what begins with it, is another}
  static Section renamed(Section section, String from, String to) {
    Section inside =
        section.withSubsections(
            section.subsections().stream()
                .map(sub -> new Subsection(renamed(sub.section(), from, to), sub.needed()))
                .toList());
    String name = section.name();
    boolean begins = name.equals(from) || name.startsWith(from + "/");
    return begins
        ? new Section(
            to + name.substring(from.length()),
            inside.versionId(),
            inside.minimumVersionId(),
            inside.fields(),
            inside.subsections(),
            inside.hooks(),
            inside.loadStateOld())
        : inside;
  }

  private static Release withMachine(Release release, MachineType machine) {
    List<MachineType> others = new ArrayList<>();
    for (MachineType other : release.machines()) {
      List<String> aliases = new ArrayList<>(other.aliases());
      aliases.removeAll(machine.aliases());
      others.add(other.withAliases(aliases));
    }
    return release.withMachines(NamedThings.added(others, machine, MachineType::name));
  }
}
