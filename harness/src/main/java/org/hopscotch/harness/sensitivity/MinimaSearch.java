package org.hopscotch.harness.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hopscotch.generators.history.Defect;
import org.hopscotch.generators.history.Defects;
import org.hopscotch.harness.minimise.Breach;
import org.hopscotch.harness.planted.EngineDefect;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.ScenarioSize;
import org.hopscotch.model.scenario.Stop;

/// Looks for the least that shows each planted defect: among small scenarios, in the order of their
/// sizes, and not by making anything small.
public final class MinimaSearch {
  /// How much more than the least is looked through for other promises that break.
  private static final int MORE = 1;

  private static final int STEP_MORE = 2;

  /// Larger than any.
  private static final int MOST = 1 << 16;

  private final LongAdder done = new LongAdder();
  private Optional<List<Scenario>> sound = Optional.empty();
  private Optional<List<Scenario>> started = Optional.empty();
  private Optional<List<Scenario>> unsound = Optional.empty();

  /// How far a search is.
  public String progress(int defects) {
    return "%d of %d defects".formatted(done.sum(), defects);
  }

  /// {@return the least of each of some defects, as far as any was found}
  ///
  /// @param found is told each defect, in order, as soon as its least is known
  public Minima of(List<Sought> defects, int threads, BiConsumer<Minima, Sought> found)
      throws InterruptedException, ExecutionException {
    Minima minima = new Minima();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Map<Breach, ScenarioSize>>> all =
          defects.stream().map(one -> workers.submit(() -> of(one))).toList();
      for (int i = 0; i < defects.size(); i++) {
        String id = defects.get(i).id();
        all.get(i).get().forEach((breach, size) -> minima.add(id, breach, size));
        found.accept(minima, defects.get(i));
      }
    }
    return minima;
  }

  private Map<Breach, ScenarioSize> of(Sought sought) {
    Map<Breach, ScenarioSize> least =
        switch (sought) {
          case UnsoundStep(var defect) -> step(defect);
          case WrongEngine wrong ->
              least(
                  around(wrong.defect()).stream().flatMap(one -> everywhere(wrong, one)),
                  MORE,
                  MOST);
        };
    done.increment();
    return least;
  }

  /// Breaches are those that the whole step shows; parts of it may show them in less.
  private static Map<Breach, ScenarioSize> step(Defect defect) {
    Map<Breach, ScenarioSize> whole = least(cases(SmallSteps.whole(defect)), STEP_MORE, MOST);
    int most = whole.values().stream().mapToInt(ScenarioSize::total).max().orElse(0);
    Map<Breach, ScenarioSize> parts = least(cases(SmallSteps.with(defect)), MOST, most);
    parts.keySet().retainAll(whole.keySet());
    return parts;
  }

  private static Stream<PlantedCase> cases(List<Scenario> scenarios) {
    return sorted(scenarios).stream().map(one -> new PlantedCase(one, Right::shown));
  }

  private static Stream<PlantedCase> everywhere(WrongEngine wrong, Scenario scenario) {
    return scenario.route().stream()
        .map(Stop::release)
        .map(Release::name)
        .distinct()
        .map(release -> wrong.in(release, scenario));
  }

  private List<Scenario> around(EngineDefect defect) {
    return switch (defect.shows()) {
      case ON_UNSOUND -> unsound();
      case ON_SOUND ->
          switch (defect.part()) {
            case STARTING, REGISTERING -> started();
            case SAVING, LOADING, BOTH_WAYS, RESETTING -> sound();
          };
    };
  }

  private synchronized List<Scenario> sound() {
    if (sound.isEmpty()) {
      sound = Optional.of(sorted(SmallScenarios.alike()));
    }
    return sound.get();
  }

  /// {@return these, and those in which rows decide}
  private synchronized List<Scenario> started() {
    if (started.isEmpty()) {
      List<Scenario> all = new ArrayList<>(SmallScenarios.alike());
      all.addAll(SmallStarts.all());
      started = Optional.of(sorted(all));
    }
    return started.get();
  }

  private synchronized List<Scenario> unsound() {
    if (unsound.isEmpty()) {
      List<Scenario> all = new ArrayList<>(SmallScenarios.unlike());
      all.addAll(SmallStarts.all());
      Defects.all().forEach(defect -> all.addAll(SmallSteps.whole(defect)));
      unsound = Optional.of(sorted(all));
    }
    return unsound.get();
  }

  private static List<Scenario> sorted(List<Scenario> all) {
    return all.stream()
        .map(one -> new Sized(one, ScenarioSize.of(one)))
        .sorted(Comparator.comparing(Sized::size))
        .map(Sized::scenario)
        .toList();
  }

  private record Sized(Scenario scenario, ScenarioSize size) {}

  /// {@return what shows first by each promise and reason class, in cases sorted by size}
  ///
  /// @param more how much more than the least is looked through
  /// @param limit what no case is larger than
  private static Map<Breach, ScenarioSize> least(Stream<PlantedCase> cases, int more, int limit) {
    Map<Breach, ScenarioSize> least = new LinkedHashMap<>();
    Iterator<PlantedCase> each = cases.iterator();
    int most = limit;
    while (each.hasNext()) {
      PlantedCase one = each.next();
      ScenarioSize size = ScenarioSize.of(one.scenario());
      if (size.total() > most) {
        break;
      }
      Optional<Breach> shown = one.primary();
      if (shown.isPresent()) {
        most = Math.min(most, size.total() + more);
        least.putIfAbsent(shown.get(), size);
      }
    }
    return least;
  }
}
