package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.BreakClass;
import org.hopscotch.corpus.Case;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.snakeyaml.engine.v2.nodes.Node;

/// A case as YAML, a map of
///
/// | key | value |
/// |---|---|
/// | `format` | 1 |
/// | `kind` | `break`, a truth about a history, or `regression`, which holds |
/// | `about` | what happens here and why, for people |
/// | `class` | one or more codes of {@link BreakClass}, the main one first |
/// | `source` | where a real break is told of |
/// | `releases` | a list of {@link ReleaseYaml releases}, the first one whole |
/// | `configuration` | of every stop that says nothing else, see {@link ConfigurationYaml} |
/// | `host` | features of the surroundings of every stop that says nothing else |
/// | `guest` | by device, what the guest gave other values than a reset, see {@link StateYaml} |
/// | `route` | a list of {@link RouteYaml stops} |
/// | `expect` | {@link ExpectYaml verdicts}; what is not named is not violated |
/// | `repair` | of a break: `releases`, lists of {@link ChangeYaml changes} by release; `expect` |
/// | `no-repair` | of a break that has no repair: why |
public final class CaseYaml {
  /// What a case begins with, so that editors complete and check what is written.
  private static final String SCHEMA_LINE = "# yaml-language-server: $schema=case.schema.json\n";

  private CaseYaml() {}

  /// {@return the YAML of a case, ending in a line break}
  public static String print(Case one) {
    return SCHEMA_LINE + Yaml.print(node(one));
  }

  /// {@return changes as they stand below `repair: releases:` of a case, ending in a line break}
  ///
  /// @param history the releases that are changed
  public static String print(History history, Map<String, List<Change>> changes) {
    return Yaml.print(releases(changes, names(history, changes)));
  }

  /// {@return whether a YAML text says that it is a case}
  public static boolean isCase(String yaml) {
    return yaml.lines().anyMatch(line -> line.startsWith("format:"));
  }

  /// {@return the case that a YAML text stands for}
  ///
  /// @throws CaseException with all that is wrong with it
  public static Case read(String yaml) throws CaseException {
    Reading reading = new Reading();
    Optional<Case> read = Optional.empty();
    try {
      read = CaseReader.read(Yaml.read(yaml, reading));
    } catch (YamlException e) {
      reading.note(e.problem());
    }
    if (reading.count() > 0) {
      throw new CaseException(reading.problems());
    }
    return read.orElseThrow();
  }

  private static Node node(Case one) {
    Names names = names(one);
    RouteYaml.Usual usual = RouteYaml.usual(one.scenario().route());
    MapNode map =
        new MapNode()
            .put("format", CaseReader.FORMAT)
            .put("kind", one.kind().word())
            .put("about", Nodes.prose(one.about()));
    if (!one.classes().isEmpty()) {
      map.put("class", Nodes.words(one.classes().stream().map(BreakClass::code).toList()));
    }
    one.source().ifPresent(source -> map.put("source", Nodes.text(source)));
    map.put(
            "releases",
            Nodes.block(
                one.told().stream().map(told -> ReleaseYaml.node(told, names::has)).toList()))
        .put("configuration", ConfigurationYaml.node(usual.configuration(), names::has));
    if (!usual.surroundings().features().isEmpty()) {
      map.put("host", RouteYaml.features(usual.surroundings().features()));
    }
    MapNode guest = new MapNode();
    one.scenario().guest().devices().forEach((id, state) -> guest.put(id, StateYaml.node(state)));
    if (!guest.isEmpty()) {
      map.put("guest", guest.block());
    }
    map.put("route", RouteYaml.node(one.scenario().route(), usual, names))
        .put("expect", ExpectYaml.node(one.expect()));
    one.repair().ifPresent(repair -> map.put("repair", repair(repair, names)));
    one.noRepair().ifPresent(why -> map.put(CaseReader.NO_REPAIR, Nodes.prose(why)));
    return map.block();
  }

  private static Node repair(Case.Repair repair, Names names) {
    return new MapNode()
        .put("releases", releases(repair.changes(), names))
        .put("expect", ExpectYaml.node(repair.expect()))
        .block();
  }

  private static Node releases(Map<String, List<Change>> changes, Names names) {
    MapNode releases = new MapNode();
    changes.forEach((release, all) ->
        releases.put(
            release,
            Nodes.block(all.stream().map(change -> ChangeYaml.node(change, names::has)).toList())));
    return releases.block();
  }

  /// {@return the names that a case's releases have, repaired or not}
  private static Names names(Case one) {
    return names(one.scenario().history(), one.repair().map(Case.Repair::changes).orElse(Map.of()));
  }

  private static Names names(History history, Map<String, List<Change>> repair) {
    List<Release> all = new ArrayList<>(history.releases());
    repair.forEach((name, changes) -> {
      Release release = history.release(name).orElseThrow();
      for (Change change : changes) {
        release = Evolution.changed(release, change);
        all.add(release);
      }
    });
    return new Names(all);
  }
}
