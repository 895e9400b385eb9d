package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;
import org.snakeyaml.engine.v2.nodes.Node;

/// A change as YAML: a map of one key, which is its kind:
///
/// | key | value |
/// |---|---|
/// | `add-type` | `name`, and the keys of a {@link DeviceTypeYaml device type} |
/// | `remove-type`, `remove-table`, `remove-machine` | a name |
/// | `set-registration` | `type`, and the keys of a {@link RegistrationYaml registration} |
/// | `set-parent` | `type`, `parent` |
/// | `set-ram` | `type`, `ram` |
/// | `set-realize` | `type`, `realize` |
/// | `add-property` | `type`, `property`: a name, and the keys of a {@link PropertyYaml property} |
/// | `remove-property` | `type`, `property` |
/// | `set-default` | `type`, `property`, `value`, and `automatic` if it is from now on |
/// | `add-row` | `table`, a {@link SettingYaml row} or `rows`; `version`, `family` if it is new |
/// | `remove-row` | `table`, `driver`, `property` |
/// | `add-member`, `set-member` | `type`, `member`: its name, `is`: a {@link MemberYaml member} |
/// | `remove-member` | `type`, `member` |
/// | `add-machine`, `set-machine` | `name`, and the keys of a {@link MachineYaml machine type} |
///
/// and those of {@link SectionChangeYaml}.
final class ChangeYaml {
  private static final List<String> OWN =
      List.of(
          "add-type",
          "remove-type",
          "set-registration",
          "set-parent",
          "set-ram",
          "set-realize",
          "add-property",
          "remove-property",
          "set-default",
          "add-row",
          "remove-row",
          "remove-table",
          "add-member",
          "remove-member",
          "set-member",
          "add-machine",
          "remove-machine",
          "set-machine");

  /// All kinds of change.
  static final List<String> KINDS =
      Stream.concat(OWN.stream(), SectionChangeYaml.KINDS.stream()).toList();

  private ChangeYaml() {}

  static Node node(Change change, Predicate<CompatTable.Row> known) {
    return switch (change) {
      case Change.AddType(var type) ->
          of(
              "add-type",
              new MapNode().put("name", type.name()).putAll(DeviceTypeYaml.entries(type)));
      case Change.RemoveType(String type) -> of("remove-type", Nodes.text(type));
      case Change.SetRegistration(String type, var registration) ->
          of("set-registration", type(type).putAll(RegistrationYaml.entries(registration)));
      case Change.SetParent(String type, String parent) ->
          of("set-parent", type(type).put("parent", parent));
      case Change.SetRam(String type, var ram) ->
          of("set-ram", type(type).put("ram", RamYaml.node(ram)));
      case Change.SetRealize(String type, var realize) ->
          of("set-realize", type(type).put("realize", RealizeYaml.node(realize)));
      case Change.AddProperty(String type, var property) ->
          of(
              "add-property",
              property(type, property.name()).putAll(PropertyYaml.entries(property)));
      case Change.RemoveProperty(String type, String property) ->
          of("remove-property", property(type, property));
      case Change.SetDefault set -> of("set-default", setDefault(set));
      case Change.AddRow(CompatTable table) -> of("add-row", addRow(table, known));
      case Change.RemoveRow(String table, String driver, String property) ->
          of(
              "remove-row",
              new MapNode().put("table", table).put("driver", driver).put("property", property));
      case Change.RemoveTable(String table) -> of("remove-table", Nodes.text(table));
      case Change.AddMember(String type, Member member) -> of("add-member", member(type, member));
      case Change.RemoveMember(String type, String member) ->
          of("remove-member", type(type).put("member", member));
      case Change.SetMember(String type, Member member) -> of("set-member", member(type, member));
      case Change.AddMachine(var machine) ->
          of(
              "add-machine",
              new MapNode().put("name", machine.name()).putAll(MachineYaml.entries(machine)));
      case Change.RemoveMachine(String machine) -> of("remove-machine", Nodes.text(machine));
      case Change.SetMachine(var machine) ->
          of(
              "set-machine",
              new MapNode().put("name", machine.name()).putAll(MachineYaml.entries(machine)));
      case Change.SetSection c -> SectionChangeYaml.node(c);
      case Change.AddField c -> SectionChangeYaml.node(c);
      case Change.RemoveField c -> SectionChangeYaml.node(c);
      case Change.ReplaceField c -> SectionChangeYaml.node(c);
      case Change.SetVersions c -> SectionChangeYaml.node(c);
      case Change.SetHooks c -> SectionChangeYaml.node(c);
      case Change.SetLoadStateOld c -> SectionChangeYaml.node(c);
      case Change.AddSubsection c -> SectionChangeYaml.node(c);
      case Change.RemoveSubsection c -> SectionChangeYaml.node(c);
      case Change.SetNeeded c -> SectionChangeYaml.node(c);
      case Change.RenameSection c -> SectionChangeYaml.node(c);
    };
  }

  static Node of(String kind, MapNode entries) {
    return of(kind, entries.fitting());
  }

  private static Node of(String kind, Node value) {
    return new MapNode().put(kind, value).block();
  }

  static MapNode type(String type) {
    return new MapNode().put("type", type);
  }

  private static MapNode property(String type, String property) {
    return type(type).put("property", property);
  }

  private static MapNode setDefault(Change.SetDefault set) {
    MapNode map = property(set.type(), set.property()).put("value", Nodes.quoted(set.value()));
    set.automatic().ifPresent(automatic -> map.put("automatic", PropertyYaml.automatic(automatic)));
    return map;
  }

  private static MapNode addRow(CompatTable table, Predicate<CompatTable.Row> known) {
    MapNode map = new MapNode().put("table", table.name()).putAll(TableYaml.scope(table));
    if (table.rows().size() != 1) {
      return map.put("rows", TableYaml.rows(table, known));
    }
    CompatTable.Row row = table.rows().getFirst();
    return map.putAll(SettingYaml.entries(row, known.test(row)));
  }

  private static MapNode member(String type, Member member) {
    return type(type).put("member", member.name()).put("is", MemberYaml.node(member));
  }

  /// Reads what is below a kind.
  ///
  /// @param before the release that is changed, when it is known
  static Change read(String kind, Place place, Optional<Release> before) throws YamlException {
    return switch (kind) {
      case "remove-type" -> new Change.RemoveType(place.name());
      case "remove-table" -> new Change.RemoveTable(place.name());
      case "remove-machine" -> new Change.RemoveMachine(place.name());
      default -> {
        Entries entries = place.entries();
        Change change =
            OWN.contains(kind)
                ? read(kind, entries, before)
                : SectionChangeYaml.read(kind, entries, before);
        entries.end();
        yield change;
      }
    };
  }

  private static Change read(String kind, Entries entries, Optional<Release> before) {
    return switch (kind) {
      case "add-type" -> new Change.AddType(DeviceTypeYaml.read(name(entries, "name"), entries));
      case "set-registration" ->
          new Change.SetRegistration(name(entries, "type"), RegistrationYaml.read(entries));
      case "set-parent" -> new Change.SetParent(name(entries, "type"), name(entries, "parent"));
      case "set-ram" ->
          new Change.SetRam(
              name(entries, "type"), entries.require("ram", RamYaml::read, List.of()));
      case "set-realize" ->
          new Change.SetRealize(
              name(entries, "type"), entries.require("realize", RealizeYaml::read, List.of()));
      case "add-property" ->
          new Change.AddProperty(
              name(entries, "type"), PropertyYaml.read(name(entries, "property"), entries));
      case "remove-property" ->
          new Change.RemoveProperty(name(entries, "type"), name(entries, "property"));
      case "set-default" ->
          new Change.SetDefault(
              name(entries, "type"),
              name(entries, "property"),
              name(entries, "value"),
              entries.find("automatic", PropertyYaml::automatic));
      case "add-row" -> addRow(entries, before);
      case "remove-row" ->
          new Change.RemoveRow(
              name(entries, "table"), name(entries, "driver"), name(entries, "property"));
      case "add-member" -> new Change.AddMember(name(entries, "type"), member(entries));
      case "remove-member" ->
          new Change.RemoveMember(name(entries, "type"), name(entries, "member"));
      case "set-member" -> new Change.SetMember(name(entries, "type"), member(entries));
      case "add-machine" -> new Change.AddMachine(MachineYaml.read(name(entries, "name"), entries));
      default -> new Change.SetMachine(MachineYaml.read(name(entries, "name"), entries));
    };
  }

  static String name(Entries entries, String key) {
    return entries.require(key, Place::name, "");
  }

  private static Member member(Entries entries) {
    String name = name(entries, "member");
    return entries.require("is", is -> MemberYaml.read(name, is), MemberYaml.unreadable(name));
  }

  private static Change addRow(Entries entries, Optional<Release> before) {
    String name = name(entries, "table");
    Optional<Version> version = TableYaml.version(entries);
    Optional<String> family = entries.find("family", Place::name);
    List<CompatTable.Row> rows =
        entries.has("rows")
            ? entries.require("rows", TableYaml::rows, List.of())
            : List.of(SettingYaml.row(entries));
    Optional<CompatTable> old =
        before.flatMap(release ->
            release.tables().stream().filter(table -> table.name().equals(name)).findFirst());
    TableYaml.noteOtherVersion(name, version, entries);
    if (old.isPresent() && version.isEmpty() && family.isEmpty()) {
      return new Change.AddRow(old.get().withRows(rows));
    }
    if (before.isPresent() && !entries.knows("version") && !entries.knows("family")) {
      entries.missing(List.of("version", "family"));
    }
    return new Change.AddRow(TableYaml.built(name, version, family, rows));
  }
}
