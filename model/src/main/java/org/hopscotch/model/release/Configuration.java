package org.hopscotch.model.release;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the user asks of a machine beside its type: the same on both sides of a migration, or it is
/// another guest.
///
/// @param numbers `cpus`, `ram` and whatever else devices look at, `machine.x` to expressions
/// @param devices in order of creation, after those built in
/// @param globals `-global` options, in order
/// @param capabilities migration capabilities that are on
public record Configuration(
    Map<String, Long> numbers,
    List<Device> devices,
    List<Global> globals,
    Set<String> capabilities,
    Optional<String> uuid) {

  /// A `-global driver.property=value` option.
  public record Global(String driver, String property, String value) {}

  /// Nothing but the machine type, with one vCPU.
  public static final Configuration BARE =
      new Configuration(Map.of("cpus", 1L), List.of(), List.of(), Set.of(), Optional.empty());

  public Configuration {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    devices = List.copyOf(devices);
    globals = List.copyOf(globals);
    capabilities = Set.copyOf(capabilities);
  }

  /// {@return this configuration with other devices}
  public Configuration withDevices(List<Device> others) {
    return new Configuration(numbers, others, globals, capabilities, uuid);
  }

  /// {@return this configuration with other globals}
  public Configuration withGlobals(List<Global> others) {
    return new Configuration(numbers, devices, others, capabilities, uuid);
  }

  /// {@return this configuration with another number}
  public Configuration with(String number, long value) {
    Map<String, Long> changed = new LinkedHashMap<>(numbers);
    changed.put(number, value);
    return new Configuration(changed, devices, globals, capabilities, uuid);
  }
}
