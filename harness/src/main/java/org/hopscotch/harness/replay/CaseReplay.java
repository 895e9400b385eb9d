package org.hopscotch.harness.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Expectation;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Invariants;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Verdict;

/// One case, judged.
///
/// @param asTold the case's own scenario
/// @param repaired the same with the repair, if there is one
public record CaseReplay(Case told, Judged asTold, Optional<Judged> repaired) {

  /// A scenario and what every invariant says of it.
  public record Judged(Journey journey, Map<InvariantId, List<Judgement>> judgements) {

    /// {@return what every invariant says of a scenario}
    public static Judged of(Scenario scenario, Journey.Subjects subjects) {
      Journey journey = new Journey(scenario, subjects);
      Map<InvariantId, List<Judgement>> judgements = new EnumMap<>(InvariantId.class);
      for (Invariant invariant : Invariants.all()) {
        judgements.put(invariant.id(), invariant.judge(journey));
      }
      return new Judged(journey, judgements);
    }

    /// {@return the verdict of one invariant}
    public Verdict verdict(InvariantId id) {
      return Invariant.verdict(judgements.getOrDefault(id, List.of()));
    }

    /// {@return whether any promise is broken}
    public boolean isViolated() {
      return judgements.keySet().stream().anyMatch(id -> verdict(id) == Verdict.VIOLATED);
    }
  }

  /// A verdict that is not the expected one, or came about otherwise.
  ///
  /// @param repaired whether it is of the repaired scenario
  /// @param expected in words
  /// @param got in words
  public record Surprise(
      InvariantId invariant, boolean repaired, String expected, String got, String because) {}

  /// Judges a case.
  ///
  /// @param subjects what stands for its releases
  public static CaseReplay of(Case one, Journey.Subjects subjects) {
    Optional<Judged> repaired =
        one.repair().map(repair -> Judged.of(repaired(one.scenario(), repair), subjects));
    return new CaseReplay(one, Judged.of(one.scenario(), subjects), repaired);
  }

  private static Scenario repaired(Scenario scenario, Case.Repair repair) {
    Scenario changed = scenario;
    for (Map.Entry<String, List<Change>> release : repair.changes().entrySet()) {
      changed = changed.with(release.getKey(), old -> Evolution.changed(old, release.getValue()));
    }
    return changed;
  }

  /// {@return every verdict that is not as expected; empty for a case that is as it was}
  public List<Surprise> surprises() {
    List<Surprise> all = new ArrayList<>(surprises(asTold, told.expect(), false));
    repaired.ifPresent(
        judged -> all.addAll(surprises(judged, told.repair().orElseThrow().expect(), true)));
    return all;
  }

  /// One that nothing is expected of must not be violated.
  private static List<Surprise> surprises(
      Judged judged, Map<InvariantId, Expectation> expected, boolean repaired) {
    List<Surprise> all = new ArrayList<>();
    for (InvariantId id : InvariantId.values()) {
      Verdict got = judged.verdict(id);
      Expectation due =
          expected.getOrDefault(id, Expectation.of(got == Verdict.VIOLATED ? Verdict.HOLDS : got));
      List<Judgement> judgements = judged.judgements().getOrDefault(id, List.of());
      Optional<Judgement> worst = Expectation.worst(judgements);
      if (got != due.verdict()) {
        String because = because(judgements, got);
        all.add(new Surprise(id, repaired, due.verdict().words(), got.words(), because));
      } else if (due.severity().isPresent() && !due.severity().equals(severity(worst))) {
        String is = severity(worst).map(Severity::words).orElse("violated");
        all.add(new Surprise(id, repaired, due.severity().get().words(), is, because(worst)));
      } else if (due.reason().isPresent() && !reasons(judgements).contains(due.reason().get())) {
        String is = String.join(", ", reasons(judgements));
        all.add(new Surprise(id, repaired, due.reason().get(), is, because(worst)));
      }
    }
    return all;
  }

  private static Optional<Severity> severity(Optional<Judgement> judgement) {
    return judgement.flatMap(Judgement::severity);
  }

  private static Set<String> reasons(List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.verdict() == Verdict.VIOLATED)
        .map(Judgement::reasonClass)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String because(Optional<Judgement> judgement) {
    return judgement.map(Judgement::because).orElse("");
  }

  private static String because(List<Judgement> judgements, Verdict got) {
    return judgements.stream()
        .filter(judgement -> judgement.verdict() == got && !judgement.because().isEmpty())
        .map(Judgement::because)
        .findFirst()
        .orElse("");
  }
}
