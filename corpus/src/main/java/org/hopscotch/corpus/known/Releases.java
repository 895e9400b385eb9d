package org.hopscotch.corpus.known;

import java.util.Optional;
import org.hopscotch.model.release.Version;

/// The releases that a fact holds for.
///
/// @param since the first of them; empty for all before
/// @param before the first that it no longer holds for; empty for all after
public record Releases(Optional<Version> since, Optional<Version> before) {

  /// {@return whether a release is among them}
  public boolean include(Version release) {
    return since.filter(first -> first.compareTo(release) > 0).isEmpty()
        && before.filter(end -> end.compareTo(release) <= 0).isEmpty();
  }
}
