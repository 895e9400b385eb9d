package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.wire.LoaderFamily;

/// A release that is told by what changed since an earlier one. Each word makes one change, or says
/// why it cannot be made.
///
/// @param like the release that it was branched from
/// @param release as it is after the changes
public record NextRelease(ToldRelease like, Release release, List<Change> changes)
    implements ToldRelease, Changes<NextRelease> {

  public NextRelease {
    changes = List.copyOf(changes);
  }

  static NextRelease of(String name, ToldRelease like) {
    return new NextRelease(
        like, Evolution.of(name, like.release(), Releases.loader(name), List.of()), List.of());
  }

  /// {@return this release with other rules of loading than its number says}
  public NextRelease loader(LoaderFamily family) {
    return new NextRelease(
        like, Evolution.of(release.name(), like.release(), family, changes), changes);
  }

  @Override
  public Told told() {
    return new Told.Like(release.name(), like.release().name(), release.family(), changes);
  }

  @Override
  public List<Release> lineage() {
    List<Release> all = new ArrayList<>(like.lineage());
    all.addFirst(release);
    return all;
  }

  @Override
  public NextRelease changed(Change change, Release after) {
    List<Change> more = new ArrayList<>(changes);
    more.add(change);
    return new NextRelease(like, after, more);
  }
}
