package org.hopscotch.harness.subject;

import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.StartFailure;

/// Something that starts hosts.
public interface Subject {

  /// What came of a start.
  sealed interface Start {}

  /// The host runs, its guest stopped.
  record Started(Instance instance) implements Start {}

  /// It does not.
  record DidNotStart(StartFailure failure) implements Start {}

  /// Starts a host. Whoever gets an instance closes it.
  Start start(Host host);

  /// Starts a host as often as somebody asks.
  @FunctionalInterface
  interface Starter {
    /// {@return what came of one start more}
    ///
    /// @param leftover the bits that memory holds which no start or reset sets
    Start start(long leftover);
  }

  /// {@return what starts a host, whatever its memory held; what all starts share is made once}
  default Starter starter(Host host) {
    return leftover -> start(host.withLeftover(leftover));
  }

  /// {@return whether its instances can be used after they were closed, so that a guest need not be
  /// saved before somebody looks at what was saved}
  default boolean outlivesClosing() {
    return false;
  }

  /// {@return whether its instances show members; one that does not is a black box, of which is
  /// known what it saves and what it says}
  default boolean showsMembers() {
    return true;
  }
}
