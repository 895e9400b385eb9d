package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Leaves out a release, with its stops. Those that were branched from it descend from its parent
/// then, and are what they were.
final class DropRelease implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    return Everywhere.each(Everywhere.named(of, List::of, Release::name), DropRelease::without);
  }

  private static Scenario without(Scenario of, String name) {
    Optional<Release> gone = of.history().release(name);
    List<Stop> route =
        of.route().stream().filter(stop -> !stop.release().name().equals(name)).toList();
    if (gone.isEmpty() || route.isEmpty()) {
      return of;
    }
    List<Release> rest = new ArrayList<>();
    for (Release release : of.history().releases()) {
      if (!release.name().equals(name)) {
        boolean child = release.parent().equals(Optional.of(name));
        rest.add(child ? below(release, gone.get().parent()) : release);
      }
    }
    History history = new History(rest);
    return new Scenario(
        history,
        of.guest(),
        route.stream()
            .map(stop -> stop.with(history.release(stop.release().name()).orElseThrow()))
            .toList());
  }

  private static Release below(Release r, Optional<String> parent) {
    return new Release(r.name(), parent, r.family(), r.types(), r.tables(), r.machines());
  }
}
