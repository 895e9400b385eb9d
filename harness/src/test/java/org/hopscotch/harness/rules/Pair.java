package org.hopscotch.harness.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.LoaderFamily;

/// The engine and the rules, started alike.
record Pair(VirtualMachine engine, RulesHost rules) {

  static Pair start(Host host) {
    return new Pair(
        ((VirtualMachine.Started) VirtualMachine.start(host)).machine(),
        ((RulesHost.Started) RulesHost.start(host)).host());
  }

  static Pair start(LoaderFamily family, DeviceType type, Configuration configuration) {
    Release release =
        new Release(
            "some",
            Optional.empty(),
            family,
            List.of(type),
            List.of(),
            List.of(new MachineType("m", "5.2", "pc")));
    return start(new Host(release, "m", configuration));
  }

  /// Enters a device's state on both.
  Pair enter(String device, DeviceState state) {
    GuestState guest = new GuestState(Map.of(device, state));
    engine.enter(guest);
    rules.enter(guest);
    return this;
  }

  boolean looksAlike() {
    return engine.look().equals(rules.look());
  }
}
