package org.hopscotch.harness.repair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;

/// A candidate that was made in a release, and in those that came of it as far as it can be made
/// there.
///
/// @param candidate with words that name all of them
/// @param changes by release
record Carried(Candidate candidate, Map<String, List<Change>> changes, Scenario scenario) {

  /// {@return the step; empty when it cannot be made in the release itself}
  static Optional<Carried> of(Scenario scenario, String release, Candidate candidate) {
    Optional<Scenario> changed = changed(scenario, release, candidate.changes());
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Change>> changes = new LinkedHashMap<>();
    changes.put(release, candidate.changes());
    Scenario all = changed.get();
    for (Release later : scenario.history().releases()) {
      if (!descends(scenario.history(), later, release)) {
        continue;
      }
      List<Change> needed =
          candidate.changes().stream().filter(change -> !isThere(later, change)).toList();
      Optional<Scenario> more = changed(all, later.name(), needed);
      if (!needed.isEmpty() && more.isPresent()) {
        changes.put(later.name(), needed);
        all = more.get();
      }
    }
    List<String> later = changes.keySet().stream().filter(one -> !one.equals(release)).toList();
    String words = words(candidate.words(), release, later);
    return Optional.of(
        new Carried(new Candidate(candidate.kind(), candidate.changes(), words), changes, all));
  }

  private static Optional<Scenario> changed(
      Scenario scenario, String release, List<Change> changes) {
    try {
      return Optional.of(scenario.with(release, old -> Evolution.changed(old, changes)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean descends(History history, Release later, String release) {
    return later
        .parent()
        .filter(parent ->
            parent.equals(release)
                || history
                    .release(parent)
                    .filter(one -> descends(history, one, release))
                    .isPresent())
        .isPresent();
  }

  /// {@return whether a release has the row already that a change adds}
  private static boolean isThere(Release later, Change change) {
    return change instanceof Change.AddRow(var table)
        && later.tables().stream()
            .anyMatch(
                one -> one.name().equals(table.name()) && one.rows().containsAll(table.rows()));
  }

  private static String words(String words, String release, List<String> later) {
    if (later.isEmpty()) {
      return words;
    }
    String came = String.join(" and ", later) + " that came of it";
    return words
        .replace("In " + release + ", ", "In %s, and in %s, ".formatted(release, came))
        .replace(release + " leaves ", "%s, and %s, leave ".formatted(release, came));
  }
}
