package org.hopscotch.model.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Releases and how they descend from each other: a tree, since stable branches live on beside
/// newer releases.
public final class History {
  private final List<Release> releases;
  private final Map<String, Release> byName = new HashMap<>();

  /// @param releases in any order
  /// @throws IllegalArgumentException for a name twice, a parent that is missing, or a cycle
  public History(List<Release> releases) {
    this.releases = List.copyOf(releases);
    for (Release release : releases) {
      if (byName.put(release.name(), release) != null) {
        throw new IllegalArgumentException("release twice: " + release.name());
      }
    }
    for (Release release : releases) {
      if (isAncestor(release, release)) {
        throw new IllegalArgumentException("release before itself: " + release.name());
      }
    }
  }

  public List<Release> releases() {
    return releases;
  }

  /// {@return the release of a name}
  public Optional<Release> release(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// {@return whether one release came before another: as an ancestor, or where neither descends
  /// from the other by its number}
  public boolean isOlder(Release one, Release other) {
    if (isAncestor(one, other) || isAncestor(other, one)) {
      return isAncestor(one, other);
    }
    Optional<Version> left = one.version();
    Optional<Version> right = other.version();
    return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) < 0;
  }

  private boolean isAncestor(Release ancestor, Release release) {
    Optional<String> next = release.parent();
    for (int steps = 0; next.isPresent(); steps++) {
      if (next.get().equals(ancestor.name())) {
        return true;
      }
      String missing = next.get();
      if (steps > releases.size()) {
        throw new IllegalArgumentException("release before itself: " + missing);
      }
      next =
          release(missing)
              .orElseThrow(() -> new IllegalArgumentException("no parent release: " + missing))
              .parent();
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof History h && releases.equals(h.releases));
  }

  @Override
  public int hashCode() {
    return releases.hashCode();
  }
}
