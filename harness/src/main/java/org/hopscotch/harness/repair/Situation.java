package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// A scenario as those see it who would mend one of its releases.
///
/// @param stop the first one of the release that may be changed
/// @param olders stops that it is compared with: those of the route, or where the route has none
///     the oldest that knows the machine type; then of what else is older; itself where nothing is
record Situation(Scenario scenario, Stop stop, List<Stop> olders) {

  /// {@return the situation in which a release of a route is changed}
  static Situation of(Scenario scenario, String release) {
    Stop stop = stop(scenario, release);
    History history = scenario.history();
    Map<String, Stop> olders = new LinkedHashMap<>();
    for (Stop one : scenario.route()) {
      if (history.isOlder(one.release(), stop.release())) {
        olders.putIfAbsent(one.release().name(), one);
      }
    }
    List<Release> others = new ArrayList<>(history.releases());
    others.removeIf(one -> !history.isOlder(one, stop.release()));
    others.sort(Comparator.comparingInt((Release one) -> depth(history, one)).reversed());
    if (olders.isEmpty()) {
      others.reversed().stream()
          .filter(one -> one.machine(stop.machine()).isPresent())
          .findFirst()
          .ifPresent(one -> olders.put(one.name(), stop.with(one)));
    }
    others.forEach(one -> olders.putIfAbsent(one.name(), stop.with(one)));
    if (olders.isEmpty()) {
      olders.put(release, stop);
    }
    return new Situation(scenario, stop, List.copyOf(olders.values()));
  }

  /// {@return the first stop of a release; of one that is not on the route what the first stop of
  /// all would be there}
  static Stop stop(Scenario scenario, String release) {
    return scenario.route().stream()
        .filter(one -> one.release().name().equals(release))
        .findFirst()
        .orElseGet(() ->
            scenario.route().getFirst().with(scenario.history().release(release).orElseThrow()));
  }

  private static int depth(History history, Release release) {
    return release.parent().flatMap(history::release).map(p -> depth(history, p) + 1).orElse(0);
  }

  Release newer() {
    return stop.release();
  }

  Optional<MachineType> machine() {
    return newer().machine(stop.machine());
  }

  /// {@return the devices of the newer release's stop, each beside what an older one has; empty
  /// where the newer does not start}
  List<Pair> pairs(Stop older) {
    List<ResolvedDevice> before = devices(older);
    return devices(stop).stream()
        .map(device ->
            new Pair(
                older.release(),
                newer(),
                device,
                before.stream()
                    .filter(one -> one.device().id().equals(device.device().id()))
                    .findFirst()))
        .toList();
  }

  /// {@return the pairs with every older release, those of one type of device once}
  List<Pair> pairsByType() {
    Map<String, Pair> all = new LinkedHashMap<>();
    for (Stop older : olders) {
      for (Pair pair : pairs(older)) {
        all.putIfAbsent(older.release() + " " + pair.type().name(), pair);
      }
    }
    return List.copyOf(all.values());
  }

  private static List<ResolvedDevice> devices(Stop stop) {
    return Journey.resolved(stop).map(Resolution.Resolved::devices).orElse(List.of());
  }

  // ---- tables

  /// {@return a table for the machine type of the stop and older ones, without rows: the one that
  /// is there, or a common one; empty for a machine type without version}
  Optional<CompatTable> table() {
    return machine().flatMap(MachineType::version).map(this::table);
  }

  /// {@return a table for machine types that were there before the newer release}
  Optional<CompatTable> tableOfOlder() {
    Set<Version> versions = new TreeSet<>();
    String family = machine().map(MachineType::family).orElse("");
    for (Stop older : olders) {
      older.release().newest(family).flatMap(MachineType::version).ifPresent(versions::add);
    }
    Optional<Version> own = newer().newest(family).flatMap(MachineType::version);
    return versions.stream()
        .filter(one -> own.map(o -> one.compareTo(o) < 0).orElse(true))
        .max(Comparator.naturalOrder())
        .map(this::table);
  }

  /// {@return a table of a version}
  CompatTable table(Version version) {
    return Tables.of(newer(), machine().map(MachineType::family).orElse(""), version);
  }

  /// {@return a name for a property that no type has yet}
  String freeProperty(String name) {
    String wanted = "x-" + name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    String free = wanted;
    for (int i = 2; isTaken(free); i++) {
      free = wanted + "-" + i;
    }
    return free;
  }

  private boolean isTaken(String property) {
    return newer().types().stream()
        .flatMap(type -> type.properties().stream())
        .anyMatch(one -> one.name().equals(property));
  }
}
