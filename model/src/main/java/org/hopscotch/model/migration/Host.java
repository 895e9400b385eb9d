package org.hopscotch.model.migration;

import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;

/// One start of a release.
///
/// @param machine the machine type's name or an alias
/// @param leftover the bits that memory holds which no start or reset sets
public record Host(
    Release release,
    String machine,
    Configuration configuration,
    Surroundings surroundings,
    long leftover) {

  /// A host of plain surroundings, with zeroed memory.
  public Host(Release release, String machine, Configuration configuration) {
    this(release, machine, configuration, Surroundings.PLAIN, 0);
  }

  /// {@return this host with another release}
  public Host with(Release other) {
    return new Host(other, machine, configuration, surroundings, leftover);
  }

  /// {@return this host with something else left in memory}
  public Host withLeftover(long bits) {
    return new Host(release, machine, configuration, surroundings, bits);
  }

  @Override
  public String toString() {
    return release + " -M " + machine;
  }
}
