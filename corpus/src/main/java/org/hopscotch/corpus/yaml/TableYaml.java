package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Version;
import org.snakeyaml.engine.v2.nodes.Node;

/// A compat table as YAML, below its name:
///
/// | key | value |
/// |---|---|
/// | `version` | machine types of this version and older get the rows; else all of the family |
/// | `family` | whose machine types get the rows; else those of all families |
/// | `rows` | a list of {@link SettingYaml settings} |
final class TableYaml {
  private static final Pattern NUMBERS = Pattern.compile("_(\\d+(_\\d+)+)$");

  private TableYaml() {}

  /// {@return the keys that say which machine types get the rows}
  static MapNode scope(CompatTable table) {
    MapNode map = new MapNode();
    table.version().ifPresent(version -> map.put("version", Nodes.quoted(version.toString())));
    table.family().ifPresent(family -> map.put("family", family));
    return map;
  }

  static Node node(CompatTable table, Predicate<CompatTable.Row> known) {
    return scope(table).put("rows", rows(table, known)).block();
  }

  static Node rows(CompatTable table, Predicate<CompatTable.Row> known) {
    return Nodes.block(
        table.rows().stream()
            .map(row -> SettingYaml.entries(row, known.test(row)).flow())
            .toList());
  }

  static Optional<Version> version(Entries entries) {
    return entries.find("version", TableYaml::version);
  }

  static Version version(Place place) throws YamlException {
    String text = place.name();
    return place.built(() -> Version.of(text));
  }

  static List<CompatTable.Row> rows(Place place) throws YamlException {
    return place.each(SettingYaml::row);
  }

  static CompatTable read(String name, Place place) throws YamlException {
    Entries entries = place.entries();
    Optional<Version> version = version(entries);
    Optional<String> family = entries.find("family", Place::name);
    List<CompatTable.Row> rows = entries.require("rows", TableYaml::rows, List.of());
    if (!entries.knows("version") && !entries.knows("family")) {
      entries.missing(List.of("version", "family"));
    }
    noteOtherVersion(name, version, entries);
    entries.end();
    return built(name, version, family, rows);
  }

  /// A name that ends like a version and means another one is a slip.
  static void noteOtherVersion(String name, Optional<Version> version, Entries entries) {
    Matcher matcher = NUMBERS.matcher(name);
    if (version.isPresent() && matcher.find()) {
      String said = matcher.group(1).replace('_', '.');
      if (!said.equals(version.get().toString())) {
        entries
            .place("version")
            .note("the name of table %s says %s, not %s".formatted(name, said, version.get()));
      }
    }
  }

  /// {@return a table of which only the name is known}
  static CompatTable unreadable(String name) {
    return built(name, Optional.empty(), Optional.empty(), List.of());
  }

  /// {@return a table; one that says neither version nor family is taken for one of any family}
  static CompatTable built(
      String name, Optional<Version> version, Optional<String> family, List<CompatTable.Row> rows) {
    boolean neither = version.isEmpty() && family.isEmpty();
    return new CompatTable(name, version, neither ? Optional.of("") : family, rows);
  }
}
