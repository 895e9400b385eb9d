package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Stop;

/// What of a history a release has: that which it brought, and that of the releases that it was
/// made of.
final class Lineage {
  private Lineage() {}

  /// {@return whether a release is another one, or was made of it}
  static boolean isSince(History history, Release release, String since) {
    Optional<Release> next = Optional.of(release);
    while (next.isPresent()) {
      if (next.get().name().equals(since)) {
        return true;
      }
      next = next.get().parent().flatMap(history::release);
    }
    return false;
  }

  /// {@return the devices of a host, those built in first}
  static List<Device> devices(Stop stop) {
    List<Device> devices =
        new ArrayList<>(
            stop.release().machine(stop.machine()).map(MachineType::devices).orElse(List.of()));
    devices.addAll(stop.configuration().devices());
    return devices;
  }
}
