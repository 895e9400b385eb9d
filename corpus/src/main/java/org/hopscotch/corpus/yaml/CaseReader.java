package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.BreakClass;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Expectation;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;

/// Reads one case for {@link CaseYaml}, in the order of its keys; then {@link CaseChecks} look at
/// how its parts fit together.
final class CaseReader {
  static final int FORMAT = 1;
  static final String NO_REPAIR = "no-repair";

  private final Entries entries;
  private final Reading reading;
  private final ReleasesYaml all = new ReleasesYaml();
  private final List<Told> told = all.told();
  private final Map<String, Release> releases = all.byName();

  private CaseReader(Entries entries) {
    this.entries = entries;
    this.reading = entries.map().reading();
  }

  /// {@return the case; empty when something is wrong that the reading then knows}
  static Optional<Case> read(Place place) throws YamlException {
    return new CaseReader(place.entries()).read();
  }

  private Optional<Case> read() {
    entries.require("format", CaseReader::format, FORMAT);
    Optional<Place> kindPlace = entries.take("kind");
    if (kindPlace.isEmpty()) {
      entries.missing(List.of("kind"));
    }
    Optional<Case.Kind> kind = kindPlace.flatMap(place -> place.tried(CaseReader::kind));
    String about = entries.require("about", Place::name, "");
    List<BreakClass> classes = entries.take("class", CaseReader::classes, List.of());
    Optional<String> source = entries.find("source", Place::name);
    entries.require("releases", all::read, List.of());
    RouteYaml.Usual usual =
        new RouteYaml.Usual(
            entries.take("configuration", ConfigurationYaml::read, Configuration.BARE),
            entries.take(
                "host",
                host -> RouteYaml.surroundings(host, Surroundings.PLAIN),
                Surroundings.PLAIN));
    GuestState guest = entries.take("guest", CaseReader::guest, GuestState.EMPTY);
    List<RouteYaml.Read> route =
        entries.require("route", place -> RouteYaml.read(place, usual), List.of());
    int before = reading.count();
    Map<InvariantId, Expectation> expect = entries.require("expect", ExpectYaml::read, Map.of());
    boolean expects = reading.count() == before;
    List<Release> repaired = new ArrayList<>();
    Optional<Case.Repair> repair = entries.find("repair", place -> repair(place, repaired));
    Optional<String> noRepair = entries.find(NO_REPAIR, Place::name);
    entries.end();
    CaseChecks.check(
        new CaseChecks.Parts(
            kind, told, releases, guest, route, Optional.of(expect).filter(_ -> expects), repaired),
        entries);
    if (reading.count() > 0) {
      return Optional.empty();
    }
    Scenario scenario =
        new Scenario(
            all.history(),
            guest,
            route.stream().map(stop -> stop.stop(releases.get(stop.release()))).toList());
    return Optional.of(
        new Case(
            kind.orElseThrow(), about, classes, source, told, scenario, expect, repair, noRepair));
  }

  static int format(Place place) throws YamlException {
    if (place.integer() != FORMAT) {
      throw place.expected("format 1, the only one so far");
    }
    return FORMAT;
  }

  private static List<BreakClass> classes(Place place) throws YamlException {
    if (!place.isList()) {
      return List.of(breakClass(place));
    }
    List<BreakClass> classes = place.each(CaseReader::breakClass);
    if (classes.isEmpty()) {
      throw place.expected("at least one class");
    }
    return classes;
  }

  private static BreakClass breakClass(Place place) throws YamlException {
    return BreakClass.of(place.word(BreakClass.CODES)).orElseThrow();
  }

  private static Case.Kind kind(Place place) throws YamlException {
    Map<String, Case.Kind> kinds = new LinkedHashMap<>();
    for (Case.Kind kind : Case.Kind.values()) {
      kinds.put(kind.word(), kind);
    }
    return kinds.get(place.word(kinds.keySet()));
  }

  // ---- the guest

  private static GuestState guest(Place place) throws YamlException {
    Map<String, DeviceState> devices = place.eachOf(StateYaml::read);
    return new GuestState(devices);
  }

  // ---- the repair

  private Case.Repair repair(Place place, List<Release> repaired) throws YamlException {
    Entries repair = place.entries();
    Map<String, List<Change>> changes = new LinkedHashMap<>();
    Map<String, Place> all =
        repair.require("releases", releasesPlace -> releasesPlace.entries().takeAll(), Map.of());
    all.forEach((name, list) -> {
      Optional<Release> release = Optional.ofNullable(releases.get(name));
      if (release.isEmpty() && !reading.isDoubtful("")) {
        list.note("no release '%s'%s".formatted(name, Spelling.hint(name, releases.keySet())));
      }
      Evolving evolving = new Evolving(release);
      list.tried(evolving::readAll);
      changes.put(name, evolving.changes());
      evolving.release().ifPresent(repaired::add);
    });
    Map<InvariantId, Expectation> expect = repair.take("expect", ExpectYaml::read, Map.of());
    repair.end();
    return new Case.Repair(changes, expect);
  }
}
