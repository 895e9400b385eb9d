package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.state.GuestState;

/// A history to draw over as YAML: a case, of which the releases and the usual configuration and
/// host are taken, or a map of
///
/// | key | value |
/// |---|---|
/// | `format` | 1 |
/// | `kind` | `history` |
/// | `about` | what this is, for people |
/// | `releases` | a list of {@link ReleaseYaml releases}, the first one whole |
/// | `configuration` | of every host, see {@link ConfigurationYaml}; drawn unless given |
/// | `host` | features of the surroundings of every host |
///
/// There is no guest, no route and nothing expected: these are drawn and judged.
public final class HistoryYaml {
  /// The kind as files write it.
  static final String KIND = "history";

  private HistoryYaml() {}

  /// {@return the YAML of a history, ending in a line break}
  public static String print(GivenHistory given) {
    Names names = new Names(given.history().releases());
    MapNode map =
        new MapNode()
            .put("format", CaseReader.FORMAT)
            .put("kind", KIND)
            .put("about", Nodes.prose(given.about()))
            .put(
                "releases",
                Nodes.block(
                    given.told().stream()
                        .map(told -> ReleaseYaml.node(told, names::has))
                        .toList()));
    given
        .configuration()
        .ifPresent(one -> map.put("configuration", ConfigurationYaml.node(one, names::has)));
    if (!given.surroundings().features().isEmpty()) {
      map.put("host", RouteYaml.features(given.surroundings().features()));
    }
    return Yaml.print(map.block());
  }

  /// {@return whether a YAML text says that it is a history, which nobody can replay}
  public static boolean isHistory(String yaml) {
    return yaml.lines().anyMatch(kindIs(KIND));
  }

  private static Predicate<String> kindIs(String kinds) {
    return Pattern.compile("kind:\\s*[\"']?(%s)[\"']?\\s*(#.*)?".formatted(kinds))
        .asMatchPredicate();
  }

  /// {@return the history that a YAML text stands for}
  ///
  /// @throws CaseException with all that is wrong with it
  public static GivenHistory read(String yaml) throws CaseException {
    return yaml.lines().anyMatch(kindIs("break|regression"))
        ? of(CaseYaml.read(yaml))
        : history(yaml);
  }

  private static GivenHistory of(Case one) {
    RouteYaml.Usual usual = RouteYaml.usual(one.scenario().route());
    return new GivenHistory(
        one.about(),
        one.told(),
        one.scenario().history(),
        Optional.of(usual.configuration()),
        usual.surroundings());
  }

  private static GivenHistory history(String yaml) throws CaseException {
    Reading reading = new Reading();
    Optional<GivenHistory> read = Optional.empty();
    try {
      read = read(Yaml.read(yaml, reading).entries());
    } catch (YamlException e) {
      reading.note(e.problem());
    }
    if (reading.count() > 0) {
      throw new CaseException(reading.problems());
    }
    return read.orElseThrow();
  }

  private static Optional<GivenHistory> read(Entries entries) {
    Reading reading = entries.map().reading();
    entries.require("format", CaseReader::format, CaseReader.FORMAT);
    entries.require("kind", place -> place.word(List.of(KIND)), KIND);
    String about = entries.require("about", Place::name, "");
    ReleasesYaml releases = new ReleasesYaml();
    entries.require("releases", releases::read, List.of());
    Optional<Configuration> configuration = entries.find("configuration", ConfigurationYaml::read);
    Surroundings around =
        entries.take(
            "host", host -> RouteYaml.surroundings(host, Surroundings.PLAIN), Surroundings.PLAIN);
    entries.end();
    List<RouteYaml.Read> hosts =
        hosts(entries.map(), releases, configuration.orElse(Configuration.BARE));
    if (hosts.isEmpty() && reading.count() == 0) {
      entries.place("releases").note("no release has a machine type, so that nothing starts");
    }
    CaseChecks.check(
        new CaseChecks.Parts(
            Optional.empty(),
            releases.told(),
            releases.byName(),
            GuestState.EMPTY,
            hosts,
            Optional.empty(),
            List.of()),
        entries);
    return reading.count() > 0
        ? Optional.empty()
        : Optional.of(
            new GivenHistory(about, releases.told(), releases.history(), configuration, around));
  }

  /// {@return every start that there can be, so that its devices are looked at}
  private static List<RouteYaml.Read> hosts(
      Place place, ReleasesYaml releases, Configuration configuration) {
    List<RouteYaml.Read> hosts = new ArrayList<>();
    for (Release release : releases.byName().values()) {
      for (MachineType machine : release.machines()) {
        hosts.add(
            new RouteYaml.Read(
                place,
                release.name(),
                machine.name(),
                false,
                false,
                configuration,
                Surroundings.PLAIN));
      }
    }
    return hosts;
  }
}
