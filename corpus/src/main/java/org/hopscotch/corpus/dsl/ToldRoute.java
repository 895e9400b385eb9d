package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// A scenario with its route so far. Words that configure are about its last stop.
public record ToldRoute(ToldScenario start, List<Stop> stops) implements Configured<ToldRoute> {

  public ToldRoute {
    stops = List.copyOf(stops);
  }

  // ---- stops

  /// {@return this with one more stop}
  ///
  /// @param machine name or alias of a machine type that some release has
  /// @throws IllegalArgumentException for a release or machine type that there is not
  public ToldRoute to(String release, String machine) {
    Set<String> machines = machines();
    if (!machines.contains(machine)) {
      List<String> names = releases().stream().map(Release::name).toList();
      throw Words.none("machine type", machine, String.join(", ", names), machines);
    }
    return added(release, machine);
  }

  /// {@return this with one more stop, for a machine type that no release has}
  public ToldRoute toUnknownMachine(String release, String machine) {
    if (machines().contains(machine)) {
      throw new IllegalArgumentException("machine type %s is known".formatted(machine));
    }
    return added(release, machine);
  }

  private ToldRoute added(String name, String machine) {
    List<String> names = releases().stream().map(Release::name).toList();
    if (!names.contains(name)) {
      throw Words.none("release", name, "the scenario", names);
    }
    Release release = releases().get(names.indexOf(name));
    List<Stop> more = new ArrayList<>(stops);
    more.add(new Stop(release, machine, start.configuration(), start.surroundings(), false));
    ToldRoute longer = new ToldRoute(start, more);
    longer.about("Only to be looked at.").requireFitting();
    return longer;
  }

  private Set<String> machines() {
    Set<String> names = new LinkedHashSet<>();
    for (Release release : releases()) {
      release
          .machines()
          .forEach(machine -> {
            names.add(machine.name());
            names.addAll(machine.aliases());
          });
    }
    return names;
  }

  /// {@return this with a guest that reboots at the last stop before it goes on}
  public ToldRoute rebooting() {
    Stop last = stops.getLast();
    return withLast(
        new Stop(last.release(), last.machine(), last.configuration(), last.surroundings(), true));
  }

  // ---- the last stop

  @Override
  public Configuration configuration() {
    return stops.getLast().configuration();
  }

  @Override
  public Surroundings surroundings() {
    return stops.getLast().surroundings();
  }

  @Override
  public List<Release> releases() {
    return start.releases();
  }

  @Override
  public ToldRoute with(Configuration other) {
    Stop last = stops.getLast();
    return withLast(
        new Stop(last.release(), last.machine(), other, last.surroundings(), last.reset()));
  }

  @Override
  public ToldRoute with(Surroundings other) {
    Stop last = stops.getLast();
    return withLast(
        new Stop(last.release(), last.machine(), last.configuration(), other, last.reset()));
  }

  private ToldRoute withLast(Stop last) {
    List<Stop> changed = new ArrayList<>(stops);
    changed.set(stops.size() - 1, last);
    return new ToldRoute(start, changed);
  }

  // ---- what it comes to

  /// {@return the scenario}
  public Scenario scenario() {
    return new Scenario(new History(releases()), start.guest(), stops);
  }

  /// {@return how its releases were told}
  public List<Told> told() {
    return start.told().stream().map(ToldRelease::told).toList();
  }

  /// {@return a case of this scenario, of which nothing is expected yet}
  ///
  /// @param about what happens and why, for people
  public ToldCase about(String about) {
    return ToldCase.of(this, about);
  }
}
