package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Release;

/// A release with the changes that keep its promises after all.
///
/// @param release as it is after the changes
/// @param before the release as it was, and those that it came from
public record RepairedRelease(
    String name, Release release, List<Release> before, List<Change> changes)
    implements Changes<RepairedRelease> {

  public RepairedRelease {
    before = List.copyOf(before);
    changes = List.copyOf(changes);
  }

  @Override
  public List<Release> lineage() {
    List<Release> all = new ArrayList<>(before);
    all.addFirst(release);
    return all;
  }

  @Override
  public RepairedRelease changed(Change change, Release after) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return new RepairedRelease(name, after, before, more);
  }
}
