package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hopscotch.model.release.Release;

/// What a person would say that changed from one release to another: {@link Evolution}, undone.
/// Where only two releases are known, what leads from one to the other tells more than both.
///
/// The changes are small where small ones lead there, else whole types, tables or machine types are
/// removed and added: these are in order, and changes add behind all others.
public final class Differences {
  private Release now;
  private final Release to;
  private final List<Change> changes = new ArrayList<>();

  private Differences(Release from, Release to) {
    this.now = from;
    this.to = to;
  }

  /// {@return changes that make the device types, compat tables and machine types of one release
  /// those of another; empty when none do, as when two tables have one name}
  ///
  /// {@link Evolution#of} with them gives `to` when `from` is its parent.
  public static Optional<List<Change>> between(Release from, Release to) {
    Differences differences = new Differences(from, to);
    boolean isTold =
        differences.tell(Release::machines, MachineDifferences.between(from, to))
            && differences.tell(Release::types, List.of(LineageDifferences.between(from, to)))
            && differences.tell(
                Release::tables,
                List.of(
                    TableDifferences.between(from.tables(), to.tables()),
                    TableDifferences.anew(from.tables(), to.tables())));
    return isTold ? Optional.of(List.copyOf(differences.changes)) : Optional.empty();
  }

  /// Takes the first of several ways that leads there.
  private boolean tell(Function<Release, List<?>> part, List<List<Change>> ways) {
    for (List<Change> way : ways) {
      Optional<Release> made =
          made(now, way).filter(release -> part.apply(release).equals(part.apply(to)));
      if (made.isPresent()) {
        now = made.get();
        changes.addAll(way);
        return true;
      }
    }
    return false;
  }

  /// {@return a release after changes; empty when they cannot be made}
  static Optional<Release> made(Release release, List<Change> changes) {
    try {
      return Optional.of(Evolution.changed(release, changes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
