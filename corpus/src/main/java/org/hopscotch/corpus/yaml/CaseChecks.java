package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Expectation;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;

/// Whether the parts of a case fit together, as far as they could be read.
final class CaseChecks {
  /// Where problems are that leave the values of properties certain.
  private static final Predicate<String> SAYS_NO_VALUES =
      Pattern.compile(
              "(format|kind|about|class|source|guest|expect|repair|no-repair)\\b.*"
                  + "|.*\\.(section|members)\\b.*")
          .asMatchPredicate();

  private final Parts parts;
  private final Entries entries;
  private final Reading reading;
  private final Names names;
  private final DeviceChecks devices;

  /// What was read.
  ///
  /// @param releases those that could be made, by name
  /// @param repaired releases after the repair
  /// @param expect the verdicts, when all could be read
  record Parts(
      Optional<Case.Kind> kind,
      List<Told> told,
      Map<String, Release> releases,
      GuestState guest,
      List<RouteYaml.Read> route,
      Optional<Map<InvariantId, Expectation>> expect,
      List<Release> repaired) {}

  private CaseChecks(Parts parts, Entries entries) {
    this.parts = parts;
    this.entries = entries;
    this.reading = entries.map().reading();
    List<Release> all = new ArrayList<>(parts.releases().values());
    all.addAll(parts.repaired());
    this.names = new Names(all);
    this.devices = new DeviceChecks(reading, names);
  }

  /// Notes what does not fit.
  ///
  /// @param entries of the whole case
  static void check(Parts parts, Entries entries) {
    CaseChecks checks = new CaseChecks(parts, entries);
    checks.releases();
    checks.devices.settings();
    checks.parts.route().forEach(checks::stop);
    checks.guest();
    checks.kind();
    checks.repair();
  }

  // ---- releases

  private void releases() {
    for (Told told : parts.told()) {
      Release release = parts.releases().get(told.name());
      if (release != null) {
        devices.machines(told, release);
        ExpressionChecks.check(reading, release, around(), true);
        parent(release);
      }
    }
    parts.repaired().forEach(release -> ExpressionChecks.check(reading, release, around(), false));
  }

  /// {@return the names that expressions of this case can ask for; unknown where a part of them is,
  /// as in a history, to which values are drawn}
  private Optional<Set<String>> around() {
    Set<String> known = new TreeSet<>(Set.of("machine.cpus", "machine.ram"));
    Stream.concat(parts.releases().values().stream(), parts.repaired().stream())
        .flatMap(release -> release.machines().stream())
        .forEach(
            machine -> machine.options().keySet().forEach(name -> known.add("machine." + name)));
    for (RouteYaml.Read stop : parts.route()) {
      stop.configuration().numbers().keySet().forEach(name -> known.add("machine." + name));
      stop.surroundings().features().keySet().forEach(name -> known.add("host." + name));
    }
    boolean all = parts.kind().isPresent() && !parts.route().isEmpty();
    return all ? Optional.of(known) : Optional.empty();
  }

  private void parent(Release release) {
    Optional<Place> place = release.parent().flatMap(reading::place);
    Optional<Release> next = release.parent().map(parts.releases()::get);
    if (next.isEmpty() && release.parent().isPresent() && !reading.isDoubtful("")) {
      String name = release.parent().get();
      String hint = Spelling.hint(name, parts.releases().keySet());
      place.ifPresent(at -> at.note("no release '%s'%s".formatted(name, hint)));
    }
    for (int steps = 0; next.isPresent() && steps <= parts.releases().size(); steps++) {
      if (next.get().name().equals(release.name())) {
        place.ifPresent(at -> at.note("release %s before itself".formatted(release)));
        return;
      }
      next = next.get().parent().map(parts.releases()::get);
    }
  }

  // ---- the route

  private void stop(RouteYaml.Read stop) {
    Optional<Release> release = Optional.ofNullable(parts.releases().get(stop.release()));
    if (release.isEmpty() && !stop.release().isEmpty() && !reading.isDoubtful("")) {
      Set<String> known = parts.releases().keySet();
      String hint = Spelling.hint(stop.release(), known);
      at(stop, "release").note("no release '%s'%s".formatted(stop.release(), hint));
    }
    boolean known = names.machines().contains(stop.machine());
    Place machine = at(stop, "machine");
    if (known && stop.machineUnknown()) {
      at(stop, "unknown").note("'%s' is known".formatted(stop.machine()));
    } else if (!known
        && !stop.machineUnknown()
        && !stop.machine().isEmpty()
        && !reading.isDoubtful(stop.machine())) {
      String hint = Spelling.hint(stop.machine(), names.machines());
      machine.note(
          "no release has a machine type '%s'%s"
              .formatted(stop.machine(), hint.isEmpty() ? "; if so, say unknown: true" : hint));
    }
    release.ifPresent(
        one -> devices.distinct(devices(stop), one, "machine type " + stop.machine()));
  }

  private static Place at(RouteYaml.Read stop, String key) {
    return stop.place().peek(List.of(key)).orElse(stop.place());
  }

  /// {@return what is built in, in the stop's release or else in any, and what was asked for}
  private List<Device> devices(RouteYaml.Read stop) {
    List<Release> all = new ArrayList<>(parts.releases().values());
    Optional.ofNullable(parts.releases().get(stop.release())).ifPresent(all::addFirst);
    List<Device> devices =
        new ArrayList<>(
            all.stream()
                .flatMap(release -> release.machine(stop.machine()).stream())
                .findFirst()
                .map(MachineType::devices)
                .orElse(List.of()));
    devices.addAll(stop.configuration().devices());
    return devices;
  }

  // ---- the guest

  private void guest() {
    if (parts.route().isEmpty()) {
      return;
    }
    RouteYaml.Read first = parts.route().getFirst();
    List<Device> all = devices(first);
    List<String> ids = all.stream().map(Device::id).toList();
    parts
        .guest()
        .devices()
        .forEach((id, state) -> {
          Place place = entries.place("guest").peek(List.of(id)).orElse(entries.place("guest"));
          if (ids.contains(id)) {
            guest(first, all.get(ids.indexOf(id)), state, place);
          } else if (!reading.isDoubtful(first.machine())) {
            place.note("no device '%s' on the first stop%s".formatted(id, Spelling.hint(id, ids)));
          }
        });
  }

  private void guest(RouteYaml.Read first, Device device, DeviceState state, Place place) {
    Release release = parts.releases().get(first.release());
    if (release == null || reading.isDoubtful(names.relatives(device.type()))) {
      return;
    }
    release
        .type(device.type())
        .ifPresent(type ->
            new GuestChecks(release, type, bindings(first, release, device.id()))
                .check(state, place));
  }

  /// {@return what the properties of a device are; empty where something else is wrong, of which
  /// that might come}
  private Optional<Bindings> bindings(RouteYaml.Read first, Release release, String device) {
    if (!reading.problems().stream().allMatch(one -> SAYS_NO_VALUES.test(one.path()))) {
      return Optional.empty();
    }
    try {
      return Resolution.of(release, first.machine(), first.configuration(), first.surroundings())
              instanceof Resolution.Resolved resolved
          ? resolved.device(device).map(ResolvedDevice::bindings)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // an expression of a doubtful type, at which nobody looked
    }
  }

  // ---- what is expected

  private void kind() {
    if (parts.kind().isEmpty()) {
      return;
    }
    boolean repair = entries.knows("repair");
    boolean noRepair = entries.knows(CaseReader.NO_REPAIR);
    switch (parts.kind().get()) {
      case BREAK -> {
        if (repair == noRepair) {
          entries
              .place(noRepair ? CaseReader.NO_REPAIR : "kind")
              .note("a break has either 'repair' or 'no-repair'");
        }
        if (parts.expect().filter(all -> !expectsViolated(all)).isPresent()) {
          entries.place("expect").note("a break expects at least one promise to be violated");
        }
      }
      case REGRESSION -> {
        for (String key : List.of("repair", CaseReader.NO_REPAIR)) {
          if (entries.knows(key)) {
            entries.place(key).note("a regression has nothing to repair");
          }
        }
        if (parts.expect().filter(CaseChecks::expectsViolated).isPresent()) {
          entries.place("expect").note("a regression expects no promise to be violated");
        }
      }
    }
  }

  private static boolean expectsViolated(Map<InvariantId, Expectation> expect) {
    return expect.values().stream().anyMatch(one -> one.verdict() == Verdict.VIOLATED);
  }

  private void repair() {
    Optional<Place> releases = entries.place("repair").peek(List.of("releases"));
    List<Release> route =
        parts.route().stream()
            .flatMap(stop -> Optional.ofNullable(parts.releases().get(stop.release())).stream())
            .toList();
    if (releases.isEmpty() || route.isEmpty() || reading.count() > 0) {
      return;
    }
    History history = new History(List.copyOf(parts.releases().values()));
    for (Release repaired : parts.repaired()) {
      Release release = history.release(repaired.name()).orElseThrow();
      boolean alone = route.stream().allMatch(stop -> stop.name().equals(release.name()));
      if (!alone && route.stream().noneMatch(stop -> history.isOlder(stop, release))) {
        Place place = releases.get();
        place
            .peek(List.of(release.name()))
            .orElse(place)
            .note("release %s is out in the world: it is the oldest".formatted(release));
      }
    }
  }
}
