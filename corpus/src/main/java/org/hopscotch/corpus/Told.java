package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Differences;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.wire.LoaderFamily;

/// How a case tells of one release. A {@link History} has only what became of it, from which no
/// reader would see the step that breaks.
public sealed interface Told {

  /// A release with all that is in it.
  record Whole(Release release) implements Told {}

  /// A release as an earlier one with changes, in order.
  ///
  /// @param like the release that it was branched from
  record Like(String name, String like, LoaderFamily family, List<Change> changes) implements Told {
    public Like {
      changes = List.copyOf(changes);
    }
  }

  /// {@return the release's name}
  default String name() {
    return switch (this) {
      case Whole(Release release) -> release.name();
      case Like like -> like.name();
    };
  }

  /// {@return the releases, each made from those before it}
  ///
  /// @throws IllegalArgumentException for a release that is like none before it, or a change that
  ///     cannot be made
  static History history(List<Told> all) {
    Map<String, Release> earlier = new LinkedHashMap<>();
    List<Release> releases = new ArrayList<>();
    for (Told told : all) {
      Release release = told.from(earlier);
      releases.add(release);
      earlier.put(release.name(), release);
    }
    return new History(releases);
  }

  /// {@return releases that are told whole}
  static List<Told> whole(History history) {
    return history.releases().stream().<Told>map(Whole::new).toList();
  }

  /// {@return releases that are told by what changed from their parents, parents before children; a
  /// release without parent, or of which changes cannot tell, is told whole}
  static List<Told> likeParents(History history) {
    Map<String, Told> told = new LinkedHashMap<>();
    history.releases().forEach(release -> tellAfterParent(release, history, told));
    return List.copyOf(told.values());
  }

  private static void tellAfterParent(Release release, History history, Map<String, Told> told) {
    if (told.containsKey(release.name())) {
      return;
    }
    Optional<Release> parent = release.parent().flatMap(history::release);
    parent.ifPresent(one -> tellAfterParent(one, history, told));
    told.put(
        release.name(),
        parent.flatMap(one -> likeParent(release, one)).orElseGet(() -> new Whole(release)));
  }

  private static Optional<Told> likeParent(Release release, Release parent) {
    return Differences.between(parent, release)
        .map(changes -> new Like(release.name(), parent.name(), release.family(), changes));
  }

  private Release from(Map<String, Release> earlier) {
    return switch (this) {
      case Whole(Release release) -> release;
      case Like told -> {
        Release like = earlier.get(told.like());
        if (like == null) {
          throw new IllegalArgumentException("no earlier release " + told.like());
        }
        yield Evolution.of(told.name(), like, told.family(), told.changes());
      }
    };
  }
}
