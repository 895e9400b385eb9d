package org.hopscotch.harness.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Expectation;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.generators.Scenarios;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.generators.pass.Passes;
import org.hopscotch.generators.pass.ScenarioMinimizer;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Invariants;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.repair.Proposal;
import org.hopscotch.harness.repair.Repairs;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Verdict;

/// Guests, hosts and routes over the releases that somebody gives, judged by all promises.
final class GivenScenarios implements Experiment<Scenario> {
  private final GivenHistory given;
  private final Scenarios scenarios;
  private final GivenCounts counts;
  private final Journey.Subjects subjects;

  GivenScenarios(GivenHistory given, Journey.Subjects subjects) {
    this.given = given;
    this.scenarios = Scenarios.over(given);
    this.counts = new GivenCounts(given.history());
    this.subjects = subjects;
  }

  @Override
  public String name() {
    return "scenarios over the given releases";
  }

  /// A cause says what it is about: one case of it is as good as another.
  @Override
  public int kept() {
    return 1;
  }

  @Override
  public Scenario draw(Choices choices) {
    return scenarios.draw(choices);
  }

  @Override
  public void describe(Scenario drawn, BiConsumer<String, String> kinds) {
    counts.describe(drawn, kinds);
  }

  @Override
  public SortedMap<InvariantId, Judgement> judge(
      Scenario drawn, BiConsumer<String, String> became) {
    Journey journey = new Journey(drawn, subjects);
    SortedMap<InvariantId, Judgement> judged = new TreeMap<>();
    Optional<String> refused = HomeCheck.refusal(journey);
    if (refused.isPresent()) {
      became.accept(GivenCounts.REFUSED_AT_HOME, refused.get());
      for (InvariantId id : InvariantId.values()) {
        judged.put(id, Judgement.doesNotApply(GivenCounts.REFUSED_AT_HOME));
      }
      return judged;
    }
    for (Invariant invariant : Invariants.all()) {
      judged.put(invariant.id(), representative(invariant.judge(journey)));
    }
    return judged;
  }

  /// {@return the first judgement of the verdict that several come to}
  private static Judgement representative(List<Judgement> judgements) {
    Verdict verdict = Invariant.verdict(judgements);
    return judgements.stream()
        .filter(one -> one.verdict() == verdict)
        .findFirst()
        .orElse(Judgement.doesNotApply(""));
  }

  @Override
  public Optional<String> cause(Scenario drawn, SortedMap<InvariantId, Judgement> judged) {
    return symptoms(drawn, judged).stream().findFirst().map(Symptom::signature);
  }

  private static List<Symptom> symptoms(Scenario drawn, SortedMap<InvariantId, Judgement> judged) {
    List<Symptom> symptoms = new ArrayList<>();
    judged.forEach((id, judgement) -> {
      if (judgement.verdict() == Verdict.VIOLATED) {
        symptoms.add(Symptom.of(id, judgement, drawn));
      }
    });
    return symptoms;
  }

  @Override
  public Violation violation(long number, Minimized<Scenario, String> small) {
    Scenario simplest =
        scenarios.complete(
            small.cause().isEmpty()
                ? small.value()
                : ScenarioMinimizer.minimize(
                        small.value(),
                        Passes.OF_THE_WAY,
                        one -> played(one).equals(small.cause()),
                        EVALUATIONS)
                    .scenario());
    SortedMap<InvariantId, Judgement> judged = judge(simplest);
    List<Symptom> symptoms = symptoms(simplest, judged);
    Optional<Symptom> first = symptoms.stream().findFirst();
    Optional<Judgement> judgement = first.map(one -> judged.get(one.invariant()));
    SortedSet<String> all = new TreeSet<>();
    symptoms.forEach(one -> all.add(one.signature()));
    return new Violation(
        number,
        first.map(one -> one.invariant().id()).orElse(InvariantId.ROUND_TRIP.id()),
        first.map(Symptom::words).orElse(Violation.FLAKY),
        judgement.flatMap(Judgement::severity),
        first.map(Symptom::signature).orElse(Violation.FLAKY),
        all,
        new TreeSet<>(),
        judgement.map(Judgement::because).orElse("what was found did not show again"),
        "made small in %d steps".formatted(small.steps()),
        "yaml",
        CaseYaml.print(saved(simplest)).getBytes(StandardCharsets.UTF_8));
  }

  /// With a repair, where one was found.
  private Case saved(Scenario scenario) {
    CaseReplay.Judged judged = CaseReplay.Judged.of(scenario, subjects);
    Map<InvariantId, Expectation> expect = new EnumMap<>(InvariantId.class);
    List<String> words = new ArrayList<>();
    judged
        .judgements()
        .forEach((id, judgements) ->
            Expectation.worst(judgements)
                .ifPresent(worst -> {
                  expect.put(id, Expectation.ofWorst(judgements));
                  words.add(worst.because());
                }));
    Optional<Proposal> proposal = Repairs.find(scenario, subjects).proposals().stream().findFirst();
    return new Case(
        Case.Kind.BREAK,
        "Found by drawing over given releases. " + String.join(". ", words) + ".",
        List.of(),
        Optional.empty(),
        given.told(),
        scenario,
        expect,
        proposal.map(one -> new Case.Repair(one.changes(), Map.of())),
        proposal.isPresent() ? Optional.empty() : Optional.of("None was found."));
  }

  @Override
  public List<String> remarks(
      SortedMap<String, SortedMap<String, Long>> drawn,
      SortedMap<String, Map<Verdict, Long>> verdicts) {
    return counts.remarks(drawn, verdicts);
  }
}
