package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;

/// Makes a part of a release as it is in its parent: the undoing of one step of evolution, wholly
/// or in part. Releases that descend from it, and have that part from it, go along.
final class UndoDifference implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (Release release : of.history().releases()) {
      Optional<Release> parent = parent(of.history(), release);
      if (parent.isPresent()) {
        for (Difference part : ReleaseDifferences.between(release, parent.get())) {
          if (isOne(part, release, parent.get())) {
            all.add(before -> undone(before, release.name(), part));
          }
        }
      }
    }
    return all;
  }

  private static boolean isOne(Difference part, Release release, Release parent) {
    try {
      return !part.asIn(release, parent).equals(release);
    } catch (IllegalArgumentException e) {
      // An alias that another machine type has, or a parent type that is not there.
      return false;
    }
  }

  private static Optional<Release> parent(History history, Release release) {
    return release.parent().flatMap(history::release);
  }

  private static Scenario undone(Scenario of, String name, Difference part) {
    Optional<Release> release = of.history().release(name);
    Optional<Release> parent = release.flatMap(one -> parent(of.history(), one));
    return parent.isPresent() ? undone(of, release.get(), parent.get(), part) : of;
  }

  private static Scenario undone(Scenario of, Release release, Release parent, Difference part) {
    return Everywhere.releases(
        of,
        one ->
            one.name().equals(release.name()) || isLikeAncestor(of.history(), one, release, part)
                ? part.asIn(one, parent)
                : one);
  }

  private static boolean isLikeAncestor(
      History history, Release one, Release ancestor, Difference part) {
    Optional<Release> above = parent(history, one);
    while (above.isPresent() && !above.get().name().equals(ancestor.name())) {
      above = parent(history, above.get());
    }
    return above.isPresent() && part.asIn(ancestor, one).equals(ancestor);
  }
}
