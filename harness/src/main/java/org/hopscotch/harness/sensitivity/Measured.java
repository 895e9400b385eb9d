package org.hopscotch.harness.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.hopscotch.harness.minimise.Breach;
import org.hopscotch.model.scenario.ScenarioSize;
import org.hopscotch.reports.SensitivityResult;
import org.hopscotch.reports.Spread;

/// All trials of one defect.
record Measured(Sought sought, List<Trial> biased, List<Trial> naive, Minima minima) {
  private static final long NANOS = 1000;

  /// @param both whether there are naive trials
  SensitivityResult.Row row(boolean both) {
    return new SensitivityResult.Row(
        sought.catalogue().id(),
        sought.id(),
        sought.line(),
        soon(biased),
        both ? Optional.of(soon(naive)) : Optional.empty(),
        biased.stream().mapToLong(Trial::unplayed).sum()
            + naive.stream().mapToLong(Trial::unplayed).sum(),
        small());
  }

  private static SensitivityResult.Sought soon(List<Trial> trials) {
    List<Trial> found = trials.stream().filter(one -> one.found().isPresent()).toList();
    return new SensitivityResult.Sought(
        found.size(), spread(found, Trial::tries), spread(found, one -> one.nanos() / NANOS));
  }

  private static <T> Spread spread(List<T> all, ToLongFunction<T> number) {
    return Spread.of(all.stream().mapToLong(number).boxed().toList());
  }

  private SensitivityResult.Small small() {
    List<Trial.Small> all = biased.stream().flatMap(one -> one.small().stream()).toList();
    List<Breach> names = names(all);
    Map<String, Integer> counts = new LinkedHashMap<>();
    names.forEach(name -> counts.put(words(name), count(all, name)));
    int measured = 0;
    int least = 0;
    int less = 0;
    Set<List<Object>> signatures = new HashSet<>();
    for (Trial.Small one : all) {
      signatures.add(List.of(one.primary(), one.kinds()));
      Optional<ScenarioSize> minimum = minima.of(sought.id(), one.primary());
      if (minimum.isPresent()) {
        measured++;
        least += one.size().total() == minimum.get().total() ? 1 : 0;
        less += one.size().total() < minimum.get().total() ? 1 : 0;
      }
    }
    return new SensitivityResult.Small(
        counts,
        signatures.size(),
        spread(all, one -> one.size().total()),
        names.stream().findFirst().flatMap(name -> minima.of(sought.id(), name)),
        measured,
        least,
        less,
        spread(all, one -> one.nanos() / NANOS));
  }

  private static int count(List<Trial.Small> all, Breach name) {
    return (int) all.stream().filter(one -> one.primary().equals(name)).count();
  }

  /// The most frequent first; of equal ones that which came up first.
  private static List<Breach> names(List<Trial.Small> all) {
    List<Breach> names =
        new ArrayList<>(all.stream().map(Trial.Small::primary).distinct().toList());
    names.sort(Comparator.comparingInt((Breach name) -> count(all, name)).reversed());
    return names;
  }

  private static String words(Breach name) {
    return name.invariant().id() + ": " + name.reasonClass();
  }
}
