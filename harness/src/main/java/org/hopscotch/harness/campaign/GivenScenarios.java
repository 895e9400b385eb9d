package org.hopscotch.harness.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<InvariantId> judged;

  /// @param judged the promises that are asked
  GivenScenarios(GivenHistory given, Journey.Subjects subjects, Set<InvariantId> judged) {
    this.given = given;
    this.judged = judged;
    this.scenarios = Scenarios.over(given);
    this.counts = new GivenCounts(given.history());
    this.subjects = subjects;
  }

  @Override
  public String name() {
    return "scenarios over the given releases";
  }

  @Override
  public Set<InvariantId> promises() {
    return judged;
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
    SortedMap<InvariantId, Judgement> all = new TreeMap<>();
    Optional<String> refused = HomeCheck.refusal(journey);
    if (refused.isPresent()) {
      became.accept(GivenCounts.REFUSED_AT_HOME, refused.get());
      for (InvariantId id : judged) {
        all.put(id, Judgement.doesNotApply(GivenCounts.REFUSED_AT_HOME));
      }
      return all;
    }
    for (Invariant invariant : Invariants.all()) {
      if (judged.contains(invariant.id())) {
        all.put(invariant.id(), representative(invariant.judge(journey)));
      }
    }
    return all;
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
  public String extension() {
    return "yaml";
  }

  @Override
  public byte[] print(Scenario drawn) {
    Optional<String> unshrunk = Optional.of("None was looked for: this is the case as drawn.");
    return yaml(scenarios.complete(drawn), Optional.empty(), unshrunk);
  }

  @Override
  public Caught violation(long number, Minimized<Scenario, String> small) {
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
    SortedMap<InvariantId, Judgement> judgements = judge(simplest);
    List<Symptom> symptoms = symptoms(simplest, judgements);
    Optional<Symptom> first = symptoms.stream().findFirst();
    Optional<Judgement> judgement = first.map(one -> judgements.get(one.invariant()));
    SortedSet<String> all = new TreeSet<>();
    symptoms.forEach(one -> all.add(one.signature()));
    Violation violation =
        new Violation(
            number,
            first.map(one -> one.invariant().id()).orElse(InvariantId.ROUND_TRIP.id()),
            first.map(Symptom::words).orElse(Violation.FLAKY),
            judgement.flatMap(Judgement::severity),
            first.map(Symptom::signature).orElse(Violation.FLAKY),
            all,
            new TreeSet<>(),
            judgement.map(Judgement::because).orElse("what was found did not show again"),
            "made small in %d steps".formatted(small.steps()));
    return new Caught(violation, () -> repaired(simplest));
  }

  /// With a repair, where one was found.
  private byte[] repaired(Scenario scenario) {
    Optional<Proposal> proposal = Repairs.find(scenario, subjects).proposals().stream().findFirst();
    return yaml(
        scenario,
        proposal.map(one -> new Case.Repair(one.changes(), Map.of())),
        proposal.isPresent() ? Optional.empty() : Optional.of("None was found."));
  }

  private byte[] yaml(Scenario scenario, Optional<Case.Repair> repair, Optional<String> noRepair) {
    CaseReplay.Judged played = CaseReplay.Judged.of(scenario, subjects);
    Map<InvariantId, Expectation> expect = new EnumMap<>(InvariantId.class);
    List<String> words = new ArrayList<>();
    played
        .judgements()
        .forEach((id, judgements) ->
            Expectation.worst(judgements)
                .ifPresent(worst -> {
                  expect.put(id, Expectation.ofWorst(judgements));
                  words.add(worst.because());
                }));
    Case one =
        new Case(
            Case.Kind.BREAK,
            "Found by drawing over given releases. " + String.join(". ", words) + ".",
            List.of(),
            Optional.empty(),
            given.told(),
            scenario,
            expect,
            repair,
            noRepair);
    return CaseYaml.print(one).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<String> remarks(
      SortedMap<String, SortedMap<String, Long>> drawn,
      SortedMap<String, Map<Verdict, Long>> verdicts) {
    return counts.remarks(drawn, verdicts);
  }
}
