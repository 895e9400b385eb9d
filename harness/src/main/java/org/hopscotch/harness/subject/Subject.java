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

  /// {@return whether its instances show members; one that does not is a black box, of which is
  /// known what it saves and what it says}
  default boolean showsMembers() {
    return true;
  }
}
