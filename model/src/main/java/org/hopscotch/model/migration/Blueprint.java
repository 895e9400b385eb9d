package org.hopscotch.model.migration;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;

/// What all starts of one host share, whatever its memory held before: the devices with their
/// properties, the registered sections, and why it does not start. Who starts a host more than once
/// makes one of it.
public final class Blueprint {
  /// More kinds of leftover than a promise looks at.
  private static final int MOST_KEPT = 8;

  private final Host host;
  private final Optional<Resolution.Resolved> resolved;
  private final List<Handler> handlers;
  private final Optional<StartFailure> failure;
  private final Map<String, ResolvedDevice> devices = new LinkedHashMap<>();
  private final Map<String, Registration> registrations = new LinkedHashMap<>();
  private final Set<String> switches = new HashSet<>();
  private final Map<Long, Map<String, DeviceState>> fresh = new ConcurrentHashMap<>();

  private Blueprint(
      Host host,
      Optional<Resolution.Resolved> resolved,
      List<Handler> handlers,
      Optional<StartFailure> failure) {
    this.host = host;
    this.resolved = resolved;
    this.handlers = handlers;
    this.failure = failure;
    for (ResolvedDevice device : resolved.map(Resolution.Resolved::devices).orElse(List.of())) {
      devices.put(device.device().id(), device);
      registrations.put(device.device().id(), Handlers.registration(host.release(), device));
    }
    device(MigrationObject.NAME)
        .ifPresent(object ->
            object
                .properties()
                .forEach((name, value) -> {
                  if (value.number() != 0) {
                    switches.add(name);
                  }
                }));
  }

  /// {@return the blueprint of a host}
  public static Blueprint of(Host host) {
    Resolution.Result result =
        Resolution.of(host.release(), host.machine(), host.configuration(), host.surroundings());
    return switch (result) {
      case Resolution.Failed(StartFailure failure) ->
          new Blueprint(host, Optional.empty(), List.of(), Optional.of(failure));
      case Resolution.Resolved resolved -> {
        Handlers.Registered registered = Handlers.of(host.release(), resolved.devices());
        yield new Blueprint(
            host, Optional.of(resolved), registered.handlers(), registered.failure());
      }
    };
  }

  /// {@return the host's machine, with all devices reset}
  ///
  /// @param leftover the bits that memory holds which no start or reset sets
  public VirtualMachine.Start start(long leftover) {
    return failure.isPresent()
        ? new VirtualMachine.DidNotStart(failure.get())
        : new VirtualMachine.Started(new VirtualMachine(this, leftover));
  }

  /// {@return the devices with the values of their properties; empty where they have none}
  public Optional<Resolution.Resolved> resolution() {
    return resolved;
  }

  Host host() {
    return host;
  }

  List<Handler> handlers() {
    return handlers;
  }

  /// {@return whether a property of the `migration` object is on; one that the release lacks is
  /// not}
  boolean migrates(String property) {
    return switches.contains(property);
  }

  Optional<ResolvedDevice> device(String id) {
    return Optional.ofNullable(devices.get(id));
  }

  Registration registration(String device) {
    return registrations.get(device);
  }

  /// {@return whether a save may change the guest}
  boolean changesWhenSaved() {
    return handlers.stream()
        .flatMap(handler -> handler.section().stream())
        .anyMatch(Section::changesWhenSaved);
  }

  /// {@return the devices' members after a start}
  Map<String, DeviceState> fresh(long leftover) {
    if (fresh.size() >= MOST_KEPT && !fresh.containsKey(leftover)) {
      return made(leftover);
    }
    return fresh.computeIfAbsent(leftover, this::made);
  }

  private Map<String, DeviceState> made(long leftover) {
    Map<String, DeviceState> states = new LinkedHashMap<>();
    states.put(GlobalState.NAME, GlobalState.of(host.release().family(), "prelaunch"));
    devices.forEach((id, device) ->
        states.put(
            id,
            new DeviceMemory(device.bindings(), leftover)
                .fresh(host.release().members(device.type()))));
    return states;
  }
}
