package org.hopscotch.corpus.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Stop;
import org.snakeyaml.engine.v2.nodes.Node;

/// The stops of a route as YAML, each a map of
///
/// | key | value |
/// |---|---|
/// | `release` | its name in quotes |
/// | `machine` | name or alias of a machine type |
/// | `unknown` | `true` for a machine type that no release has; without it that is an error |
/// | `reset` | whether the guest reboots here before it goes on (no) |
/// | `host` | features of the surroundings, beside those of all stops |
///
/// and what of its {@link ConfigurationYaml configuration} is not as in all stops.
final class RouteYaml {
  private RouteYaml() {}

  /// What stops have in common, where they say nothing else.
  record Usual(Configuration configuration, Surroundings surroundings) {}

  // ---- printing

  /// {@return what the first stop has and no other lacks}
  static Usual usual(List<Stop> route) {
    Configuration first = route.getFirst().configuration();
    Map<String, Long> numbers = new LinkedHashMap<>(first.numbers());
    Map<String, Long> features = new LinkedHashMap<>(route.getFirst().surroundings().features());
    boolean sameUuid = true;
    for (Stop stop : route) {
      numbers.keySet().retainAll(stop.configuration().numbers().keySet());
      features.keySet().retainAll(stop.surroundings().features().keySet());
      sameUuid &= stop.configuration().uuid().isPresent();
    }
    Configuration common =
        new Configuration(
            numbers,
            first.devices(),
            first.globals(),
            first.capabilities(),
            sameUuid ? first.uuid() : Optional.empty());
    return new Usual(common, new Surroundings(features));
  }

  static Node node(List<Stop> route, Usual usual, Names names) {
    return Nodes.block(route.stream().map(stop -> node(stop, usual, names)).toList());
  }

  private static Node node(Stop stop, Usual usual, Names names) {
    MapNode map =
        new MapNode()
            .put("release", Nodes.quoted(stop.release().name()))
            .put("machine", stop.machine());
    if (!names.machines().contains(stop.machine())) {
      map.put("unknown", Nodes.flag(true));
    }
    if (stop.reset()) {
      map.put("reset", Nodes.flag(true));
    }
    Map<String, Long> features = new LinkedHashMap<>(stop.surroundings().features());
    features.entrySet().removeAll(usual.surroundings().features().entrySet());
    if (!features.isEmpty()) {
      map.put("host", features(features));
    }
    Predicate<Configuration.Global> known = names::has;
    return map.putAll(ConfigurationYaml.entries(stop.configuration(), usual.configuration(), known))
        .fitting();
  }

  static Node features(Map<String, Long> features) {
    MapNode map = new MapNode();
    features.forEach(map::put);
    return map.flow();
  }

  // ---- reading

  /// A stop, whose release may be unknown.
  ///
  /// @param machineUnknown whether no release is to know the machine type
  record Read(
      Place place,
      String release,
      String machine,
      boolean machineUnknown,
      boolean reset,
      Configuration configuration,
      Surroundings surroundings) {

    Stop stop(Release found) {
      return new Stop(found, machine, configuration, surroundings, reset);
    }
  }

  static List<Read> read(Place place, Usual usual) throws YamlException {
    List<Read> stops = place.each(stop -> stop(stop, usual));
    if (place.items().isEmpty()) {
      throw place.problem("expected at least one stop");
    }
    return stops;
  }

  static Surroundings surroundings(Place place, Surroundings usual) throws YamlException {
    Map<String, Long> features = new LinkedHashMap<>(usual.features());
    features.putAll(MachineYaml.numbers(place));
    return new Surroundings(features);
  }

  private static Read stop(Place place, Usual usual) throws YamlException {
    Entries entries = place.entries();
    String release = entries.require("release", Place::name, "");
    String machine = entries.require("machine", Place::name, "");
    boolean unknown = entries.take("unknown", Place::flag, false);
    boolean reset = entries.take("reset", Place::flag, false);
    Surroundings around =
        entries.take(
            "host", host -> surroundings(host, usual.surroundings()), usual.surroundings());
    Configuration configuration = ConfigurationYaml.read(entries, usual.configuration());
    List<Device> devices =
        entries.take(
            "properties",
            all -> ConfigurationYaml.withProperties(configuration.devices(), all),
            configuration.devices());
    entries.end();
    return new Read(
        place, release, machine, unknown, reset, configuration.withDevices(devices), around);
  }
}
