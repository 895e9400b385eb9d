package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;

/// Changes that are made in all releases, or at all stops, alike: so a history whose releases get
/// on with each other mostly stays one.
final class Everywhere {
  private Everywhere() {}

  // ---- releases

  static Scenario releases(Scenario of, UnaryOperator<Release> change) {
    return with(of, of.history().releases().stream().map(change).toList());
  }

  /// {@return a scenario with other releases of the same names}
  static Scenario with(Scenario of, List<Release> releases) {
    History history = new History(releases);
    return new Scenario(
        history,
        of.guest(),
        of.route().stream()
            .map(stop -> stop.with(history.release(stop.release().name()).orElseThrow()))
            .toList());
  }

  static Release withTypes(Release r, List<DeviceType> types) {
    return new Release(r.name(), r.parent(), r.family(), types, r.tables(), r.machines());
  }

  static Release withTables(Release r, List<CompatTable> tables) {
    return new Release(r.name(), r.parent(), r.family(), r.types(), tables, r.machines());
  }

  static Release withMachines(Release r, List<MachineType> machines) {
    return new Release(r.name(), r.parent(), r.family(), r.types(), r.tables(), machines);
  }

  static Scenario machines(Scenario of, UnaryOperator<MachineType> change) {
    return releases(of, r -> withMachines(r, r.machines().stream().map(change).toList()));
  }

  /// {@return a scenario without some rows; a table that loses its last one goes with it}
  static Scenario withoutRows(Scenario of, RowChoice gone) {
    return releases(of, release -> withoutRows(release, gone));
  }

  static Release withoutRows(Release release, RowChoice gone) {
    List<CompatTable> tables = new ArrayList<>();
    for (CompatTable table : release.tables()) {
      List<CompatTable.Row> rows =
          table.rows().stream().filter(row -> !gone.takes(release, table, row)).toList();
      if (rows.size() == table.rows().size()) {
        tables.add(table);
      } else if (!rows.isEmpty()) {
        tables.add(table.withRows(rows));
      }
    }
    return withTables(release, tables);
  }

  /// Which rows are meant.
  interface RowChoice {
    boolean takes(Release release, CompatTable table, CompatTable.Row row);
  }

  // ---- device types

  static Scenario type(Scenario of, String name, UnaryOperator<DeviceType> change) {
    return types(of, (_, type) -> type.name().equals(name), change);
  }

  /// {@return a scenario with a change in a type, its ancestors and the types below it}
  static Scenario related(Scenario of, String name, UnaryOperator<DeviceType> change) {
    return types(of, (release, type) -> isRelated(release, type, name), change);
  }

  /// Which types are meant.
  interface TypeChoice {
    boolean takes(Release release, DeviceType type);
  }

  private static Scenario types(Scenario of, TypeChoice which, UnaryOperator<DeviceType> change) {
    return releases(
        of,
        r ->
            withTypes(
                r,
                r.types().stream()
                    .map(type -> which.takes(r, type) ? change.apply(type) : type)
                    .toList()));
  }

  /// {@return whether one of two types is the other, or below it}
  static boolean isRelated(Release release, DeviceType type, String name) {
    return release.isA(type, name)
        || release.type(name).map(other -> release.isA(other, type.name())).orElse(false);
  }

  /// {@return the names of all types, in the order of their first mention}
  static Set<String> typeNames(Scenario of) {
    return named(of, Release::types, DeviceType::name);
  }

  /// {@return every declaration of a type}
  static List<DeviceType> declarations(Scenario of, String name) {
    return of.history().releases().stream()
        .flatMap(release -> release.types().stream())
        .filter(type -> type.name().equals(name))
        .toList();
  }

  /// {@return the names of things that releases have several of, in the order of first mention}
  static <T> Set<String> named(
      Scenario of, Function<Release, List<T>> things, Function<T, String> name) {
    Set<String> names = new LinkedHashSet<>();
    of.history()
        .releases()
        .forEach(release -> things.apply(release).forEach(one -> names.add(name.apply(one))));
    return names;
  }

  // ---- hosts and guest

  static Scenario stops(Scenario of, UnaryOperator<Stop> change) {
    return new Scenario(of.history(), of.guest(), of.route().stream().map(change).toList());
  }

  static Scenario configured(Scenario of, UnaryOperator<Configuration> change) {
    return stops(
        of,
        stop ->
            new Stop(
                stop.release(),
                stop.machine(),
                change.apply(stop.configuration()),
                stop.surroundings(),
                stop.reset()));
  }

  /// {@return a scenario with a change in some devices of all configurations and machine types}
  static Scenario devices(Scenario of, Predicate<Device> which, UnaryOperator<Device> change) {
    UnaryOperator<List<Device>> all =
        list -> list.stream().map(one -> which.test(one) ? change.apply(one) : one).toList();
    return configured(
        machines(of, machine -> machine.withDevices(all.apply(machine.devices()))),
        one -> one.withDevices(all.apply(one.devices())));
  }

  /// {@return a scenario without some devices, and without what the guest did to them}
  static Scenario withoutDevices(Scenario of, Predicate<Device> gone) {
    Map<String, DeviceState> guest = new LinkedHashMap<>(of.guest().devices());
    allDevices(of).filter(gone).map(Device::id).forEach(guest::remove);
    UnaryOperator<List<Device>> rest = all -> all.stream().filter(gone.negate()).toList();
    Scenario hosts =
        configured(
            machines(of, machine -> machine.withDevices(rest.apply(machine.devices()))),
            one -> one.withDevices(rest.apply(one.devices())));
    return new Scenario(hosts.history(), new GuestState(guest), hosts.route());
  }

  static Stream<Device> allDevices(Scenario of) {
    return Stream.concat(
        of.history().releases().stream()
            .flatMap(release -> release.machines().stream())
            .flatMap(machine -> machine.devices().stream()),
        of.route().stream().flatMap(stop -> stop.configuration().devices().stream()));
  }

  /// {@return the ids of devices that are of a type, or of one below it}
  static Set<String> idsOf(Scenario of, String type) {
    Set<String> ids = new LinkedHashSet<>();
    allDevices(of).filter(device -> isA(of, device, type)).map(Device::id).forEach(ids::add);
    return ids;
  }

  static boolean isA(Scenario of, Device device, String type) {
    return of.history().releases().stream()
        .anyMatch(r -> r.type(device.type()).map(one -> r.isA(one, type)).orElse(false));
  }

  /// {@return a scenario with other doings of the guest; a device without any is left out}
  static Scenario guest(Scenario of, Set<String> ids, UnaryOperator<DeviceState> change) {
    Map<String, DeviceState> devices = new LinkedHashMap<>(of.guest().devices());
    devices.replaceAll((id, state) -> ids.contains(id) ? change.apply(state) : state);
    devices.values().removeIf(one -> one.members().isEmpty());
    return new Scenario(of.history(), new GuestState(devices), of.route());
  }

  /// {@return what the guest did to the first device of a type}
  static Optional<DeviceState> done(Scenario of, String type) {
    return idsOf(of, type).stream().flatMap(id -> of.guest().device(id).stream()).findFirst();
  }

  // ---- lists

  /// {@return steps, one for each name}
  static List<UnaryOperator<Scenario>> each(Set<String> names, Step step) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    names.forEach(name -> all.add(of -> step.of(of, name)));
    return all;
  }

  /// What is done about one name.
  interface Step {
    Scenario of(Scenario before, String name);
  }
}
