package org.hopscotch.model.scenario;

import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;

/// One host on a guest's way.
///
/// @param machine name or alias of the machine type
/// @param reset whether the guest reboots here before it goes on
public record Stop(
    Release release,
    String machine,
    Configuration configuration,
    Surroundings surroundings,
    boolean reset) {

  /// {@return the host, with something left in memory that no reset sets}
  public Host host(long leftover) {
    return new Host(release, machine, configuration, surroundings, leftover);
  }

  /// {@return this stop with another release}
  public Stop with(Release other) {
    return new Stop(other, machine, configuration, surroundings, reset);
  }

  @Override
  public String toString() {
    return release + " -M " + machine;
  }
}
