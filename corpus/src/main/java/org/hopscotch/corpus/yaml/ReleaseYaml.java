package org.hopscotch.corpus.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.wire.LoaderFamily;
import org.snakeyaml.engine.v2.nodes.Node;

/// A release as YAML. It has a `release`, its name in quotes, may have a `loader`, by the name of
/// the constant in {@link LoaderFamily} where it is not that of its version number, and is told
/// either by
///
/// | key | value |
/// |---|---|
/// | `like` | an earlier release |
/// | `changes` | a list of {@link ChangeYaml changes}, which are made in order |
///
/// or whole, by
///
/// | key | value |
/// |---|---|
/// | `parent` | the release that it was branched from, if any |
/// | `types` | by name, see {@link DeviceTypeYaml} |
/// | `tables` | by name, see {@link TableYaml} |
/// | `machines` | by name, see {@link MachineYaml} |
final class ReleaseYaml {
  private static final Version FIRST_OF_9_2 = Version.of("9.2");
  private static final Version FIRST_OF_11_0 = Version.of("11.0");

  private ReleaseYaml() {}

  /// A release as it was told, and as it is; without the release when that cannot be known.
  record Read(Told told, Optional<Release> release) {}

  /// {@return the rules of a loader that nobody names: those of the version number}
  static LoaderFamily usualLoader(String release) {
    Optional<Version> version = Version.find(release);
    if (version.isEmpty() || version.get().compareTo(FIRST_OF_9_2) < 0) {
      return LoaderFamily.UP_TO_9_1;
    }
    return version.get().compareTo(FIRST_OF_11_0) < 0
        ? LoaderFamily.FROM_9_2
        : LoaderFamily.FROM_11_0;
  }

  // ---- printing

  static Node node(Told told, Predicate<CompatTable.Row> known) {
    return switch (told) {
      case Told.Whole(Release release) -> node(release, known);
      case Told.Like(String name, String like, LoaderFamily family, var changes) ->
          head(name, family)
              .put("like", Nodes.quoted(like))
              .put(
                  "changes",
                  Nodes.block(
                      changes.stream().map(change -> ChangeYaml.node(change, known)).toList()))
              .block();
    };
  }

  private static MapNode head(String name, LoaderFamily family) {
    MapNode map = new MapNode().put("release", Nodes.quoted(name));
    return family == usualLoader(name) ? map : map.put("loader", family.name());
  }

  private static Node node(Release release, Predicate<CompatTable.Row> known) {
    MapNode map = head(release.name(), release.family());
    release.parent().ifPresent(parent -> map.put("parent", Nodes.quoted(parent)));
    MapNode types = new MapNode();
    release.types().forEach(type -> types.put(type.name(), DeviceTypeYaml.node(type)));
    MapNode tables = new MapNode();
    release.tables().forEach(table -> tables.put(table.name(), TableYaml.node(table, known)));
    MapNode machines = new MapNode();
    release.machines().forEach(one -> machines.put(one.name(), MachineYaml.node(one)));
    return map.put("types", types.block())
        .putAll(tables.isEmpty() ? tables : new MapNode().put("tables", tables.block()))
        .put("machines", machines.block())
        .block();
  }

  // ---- reading

  /// {@return a release}
  ///
  /// @param earlier those told before it
  static Read read(Place place, Map<String, Release> earlier) throws YamlException {
    Entries entries = place.entries();
    String name = entries.require("release", Place::name, "");
    LoaderFamily family = entries.take("loader", ReleaseYaml::loader, usualLoader(name));
    boolean like = entries.has("like") || entries.has("changes");
    Read read = like ? like(name, family, entries, earlier) : whole(name, family, entries);
    entries.end();
    place.reading().remember(read.told(), place);
    return read;
  }

  static LoaderFamily loader(Place place) throws YamlException {
    List<String> names = Arrays.stream(LoaderFamily.values()).map(Enum::name).toList();
    return LoaderFamily.valueOf(place.word(names));
  }

  private static Read like(
      String name, LoaderFamily family, Entries entries, Map<String, Release> earlier) {
    Optional<String> like =
        Optional.of(entries.require("like", place -> earlier(place, earlier.keySet()), ""))
            .filter(earlier::containsKey);
    if (like.isEmpty()) {
      entries.map().reading().doubt("");
    }
    Evolving evolving =
        new Evolving(
            like.map(before -> Evolution.of(name, earlier.get(before), family, List.of())));
    entries.take("changes", evolving::readAll, List.of());
    return new Read(
        new Told.Like(name, like.orElse(""), family, evolving.changes()), evolving.release());
  }

  private static String earlier(Place place, Set<String> names) throws YamlException {
    String name = place.name();
    if (!names.contains(name)) {
      throw place.problem(
          "no release '%s' before this one%s".formatted(name, Spelling.hint(name, names)));
    }
    return name;
  }

  private static Read whole(String name, LoaderFamily family, Entries entries) {
    Reading reading = entries.map().reading();
    Optional<String> parent = entries.find("parent", Place::name);
    List<DeviceType> types =
        all(
            entries,
            "types",
            DeviceTypeYaml::read,
            type -> {
              reading.doubt(type);
              return DeviceTypeYaml.unreadable(type);
            });
    List<CompatTable> tables = all(entries, "tables", TableYaml::read, TableYaml::unreadable);
    List<MachineType> machines =
        all(entries, "machines", MachineYaml::read, MachineYaml::unreadable);
    Release release =
        new Release(
            name,
            parent,
            family,
            Lineages.checked(types, reading),
            tables,
            MachineNames.checked(machines, reading));
    return new Read(new Told.Whole(release), Optional.of(release));
  }

  private static <T> List<T> all(
      Entries entries, String key, Place.NamedReader<T> reader, Function<String, T> otherwise) {
    Optional<Place> place = entries.take(key);
    if (place.isPresent() && !place.get().isMap()) {
      entries.map().reading().doubt("");
    }
    return place
        .map(all -> all.read(one -> one.eachNamed(reader, otherwise), List.<T>of()))
        .orElse(List.of());
  }
}
