package org.hopscotch.harness.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.generators.Scenarios;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.generators.pass.Passes;
import org.hopscotch.generators.pass.ScenarioMinimizer;
import org.hopscotch.harness.invariant.Journey;
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
  private final ScenarioJudge judge;

  /// @param judged the promises that are asked
  GivenScenarios(GivenHistory given, Journey.Subjects subjects, Set<InvariantId> judged) {
    this.given = given;
    this.judge = new ScenarioJudge(judged);
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
    return judge.promises();
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
    Optional<String> refused = HomeCheck.refusal(journey);
    if (refused.isEmpty()) {
      return judge.judge(journey);
    }
    became.accept(GivenCounts.REFUSED_AT_HOME, refused.get());
    SortedMap<InvariantId, Judgement> all = new TreeMap<>();
    for (InvariantId id : judge.promises()) {
      all.put(id, Judgement.doesNotApply(GivenCounts.REFUSED_AT_HOME));
    }
    return all;
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
    return saved(scenarios.complete(drawn)).withoutRepair(Experiment.NOT_LOOKED_FOR);
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
    return new Caught(violation, () -> saved(simplest).withRepair());
  }

  private FoundCase saved(Scenario scenario) {
    return new FoundCase("Found by drawing over given releases.", given.told(), scenario, subjects);
  }

  @Override
  public List<String> remarks(
      SortedMap<String, SortedMap<String, Long>> drawn,
      SortedMap<String, Map<Verdict, Long>> verdicts) {
    return counts.remarks(drawn, verdicts);
  }
}
