package org.hopscotch.corpus.dsl;

import java.util.List;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.release.Release;

/// A release as it was told: whole, or as an earlier one with changes.
public sealed interface ToldRelease permits FirstRelease, NextRelease {

  /// {@return the release}
  Release release();

  /// {@return how it was told, for a {@link org.hopscotch.corpus.Case}}
  Told told();

  /// {@return this release and those that it came from, the oldest last}
  List<Release> lineage();

  /// {@return the next release: like this one, until changes say otherwise}
  default NextRelease next(String name) {
    return NextRelease.of(name, this);
  }

  /// {@return this release once more, to be repaired by changes}
  default RepairedRelease repaired() {
    return new RepairedRelease(release().name(), release(), lineage(), List.of());
  }
}
