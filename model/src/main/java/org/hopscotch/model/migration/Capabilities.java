package org.hopscotch.model.migration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;

/// The names of migration capabilities that a release knows; others in a CONFIGURATION are refused.
/// Observed by QMP `query-migrate-capabilities` on 5.2, 7.2, 10.0 and 11.1.
public final class Capabilities {
  private static final String FIRST = "0";
  private static final String NEVER = "";

  private static final List<Capability> ALL =
      List.of(
          new Capability("xbzrle", FIRST, NEVER),
          new Capability("rdma-pin-all", FIRST, NEVER),
          new Capability("auto-converge", FIRST, NEVER),
          new Capability("zero-blocks", FIRST, "11.0"),
          new Capability("compress", FIRST, "9.1"),
          new Capability("events", FIRST, NEVER),
          new Capability("postcopy-ram", FIRST, NEVER),
          new Capability("x-colo", FIRST, NEVER),
          new Capability("release-ram", FIRST, NEVER),
          new Capability("block", FIRST, "9.1"),
          new Capability("return-path", FIRST, NEVER),
          new Capability("pause-before-switchover", FIRST, NEVER),
          new Capability("multifd", FIRST, NEVER),
          new Capability("dirty-bitmaps", FIRST, NEVER),
          new Capability("postcopy-blocktime", FIRST, NEVER),
          new Capability("late-block-activate", FIRST, NEVER),
          new Capability("x-ignore-shared", FIRST, NEVER),
          new Capability("validate-uuid", FIRST, NEVER),
          new Capability("background-snapshot", "6.0", NEVER),
          new Capability("zero-copy-send", "7.1", NEVER),
          new Capability("postcopy-preempt", "7.1", NEVER),
          new Capability("switchover-ack", "8.1", NEVER),
          new Capability("dirty-limit", "8.1", NEVER),
          new Capability("mapped-ram", "9.0", NEVER));

  private Capabilities() {}

  /// {@return all that any release knows}
  public static List<String> names() {
    return ALL.stream().map(Capability::name).toList();
  }

  /// @param gone the release that no longer knows it
  private record Capability(String name, String since, String gone) {
    boolean isKnownTo(Version version) {
      boolean removed = !gone.isEmpty() && Version.of(gone).compareTo(version) <= 0;
      return Version.of(since).compareTo(version) <= 0 && !removed;
    }
  }

  /// {@return the names that a release knows; where its own name is no version, those of the newest
  /// release of its family}
  static Set<String> of(Release release) {
    Version version = Version.of(release.name(), release.family());
    return ALL.stream()
        .filter(capability -> capability.isKnownTo(version))
        .map(Capability::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
