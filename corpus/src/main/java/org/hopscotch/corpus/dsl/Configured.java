package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;

/// The words for what the user asks of a machine: of all stops before a route begins, of the last
/// stop behind it.
///
/// @param <T> what is configured
public sealed interface Configured<T> permits ToldScenario, ToldRoute {

  Configuration configuration();

  Surroundings surroundings();

  /// {@return all releases}
  List<Release> releases();

  /// {@return this with another configuration}
  T with(Configuration configuration);

  /// {@return this with other surroundings}
  T with(Surroundings surroundings);

  /// `-smp`.
  default T cpus(int cpus) {
    return number("cpus", cpus);
  }

  /// `-m`, in bytes.
  default T ram(long bytes) {
    return number("ram", bytes);
  }

  /// Another number that devices look at, `machine.x` to expressions.
  default T number(String name, long value) {
    return with(configuration().with(name, value));
  }

  /// `-device`: one more, created behind the others.
  ///
  /// @throws IllegalArgumentException for an id twice, or a type that no release has
  default T device(String id, String type) {
    return device(new Device(id, type));
  }

  /// `-device` with a path, which its section's name begins with (`0000:00:02.0`).
  default T deviceAt(String path, String id, String type) {
    return device(new Device(id, type, Optional.of(path), Map.of()));
  }

  /// `-device`, with what is set by it.
  default T device(Device device) {
    Releases.requireDevices(List.of(device), releases());
    List<Device> all = ToldDevices.added(configuration().devices(), device, "the configuration");
    return with(configuration().withDevices(all));
  }

  /// Leaves no device of those that were asked for.
  default T withoutDevices() {
    return with(configuration().withDevices(List.of()));
  }

  /// Sets a property of a device by hand, which wins over all tables.
  ///
  /// @throws IllegalArgumentException for a device or property that there is not, or a value that
  ///     it does not take
  default T property(String device, String property, String value) {
    List<Device> all =
        ToldDevices.set(configuration().devices(), device, property, value, "the configuration");
    Releases.requireDevices(all, releases());
    return with(configuration().withDevices(all));
  }

  /// `-global driver.property=value`.
  ///
  /// @throws IllegalArgumentException for a type or property that no release has
  default T global(String driver, String property, String value) {
    Releases.requireSetting(driver, property, value, releases());
    return strangeGlobal(driver, property, value);
  }

  /// A `-global` whose type or property there is not.
  default T strangeGlobal(String driver, String property, String value) {
    List<Configuration.Global> all = new ArrayList<>(configuration().globals());
    all.add(new Configuration.Global(driver, property, value));
    return with(configuration().withGlobals(all));
  }

  /// Leaves no `-global`.
  default T withoutGlobals() {
    return with(configuration().withGlobals(List.of()));
  }

  /// Switches migration capabilities on.
  default T capability(String... names) {
    Set<String> all = new HashSet<>(configuration().capabilities());
    all.addAll(List.of(names));
    return with(withCapabilities(all));
  }

  /// Switches all migration capabilities off.
  default T withoutCapabilities() {
    return with(withCapabilities(Set.of()));
  }

  private Configuration withCapabilities(Set<String> capabilities) {
    Configuration old = configuration();
    return new Configuration(old.numbers(), old.devices(), old.globals(), capabilities, old.uuid());
  }

  /// `-uuid`.
  default T uuid(String uuid) {
    Configuration old = configuration();
    return with(
        new Configuration(
            old.numbers(), old.devices(), old.globals(), old.capabilities(), Optional.of(uuid)));
  }

  /// A feature of the host, `host.x` to expressions.
  default T host(String feature, long value) {
    Map<String, Long> all = new LinkedHashMap<>(surroundings().features());
    all.put(feature, value);
    return with(new Surroundings(all));
  }
}
