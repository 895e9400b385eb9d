package org.hopscotch.harness.campaign;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.hopscotch.corpus.Told;
import org.hopscotch.generators.Routes;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Generator;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.generators.history.Defects;
import org.hopscotch.generators.history.DrawnHistory;
import org.hopscotch.generators.history.DrawnScenario;
import org.hopscotch.generators.history.DrawnScenarios;
import org.hopscotch.generators.history.Histories;
import org.hopscotch.generators.history.Steps;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.minimise.Breach;
import org.hopscotch.harness.minimise.Breaches;
import org.hopscotch.harness.minimise.Smallest;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.ScenarioKinds;

/// Drawn histories, with guests, hosts and routes over them. Sound ones keep all promises, or this
/// project's own code is broken; of unsound ones each ends with a step that breaks some.
final class DrawnHistories implements Experiment<DrawnScenario> {
  /// How often passes may judge.
  private static final int JUDGEMENTS = 2000;

  /// A release may be unsound; it refuses cleanly all the same, and as the rules say.
  private static final Set<InvariantId> KEPT_ANYWHERE =
      Collections.unmodifiableSet(
          EnumSet.of(InvariantId.REFUSED_CLEANLY, InvariantId.AS_THE_RULES_SAY));

  private static final String ROUTES = "routes";
  private static final String PARTS = "parts of devices";
  private static final String STEPS = "steps";
  private static final String DEFECTS = "defects";

  private final Journey.Subjects subjects;
  private final ScenarioJudge judge;
  private final String name;
  private final boolean unsound;
  private final Generator<DrawnScenario> scenarios;

  private DrawnHistories(
      Journey.Subjects subjects,
      Set<InvariantId> judged,
      String name,
      boolean unsound,
      Generator<DrawnScenario> scenarios) {
    this.subjects = subjects;
    this.judge = new ScenarioJudge(judged);
    this.name = name;
    this.unsound = unsound;
    this.scenarios = scenarios;
  }

  /// {@return histories of which every step is sound}
  static DrawnHistories sound(Journey.Subjects subjects, Set<InvariantId> judged) {
    return new DrawnHistories(
        subjects, judged, "drawn histories", false, DrawnScenarios.over(Histories.sound()));
  }

  /// {@return histories of which the last step is not}
  static DrawnHistories unsound(Journey.Subjects subjects, Set<InvariantId> judged) {
    return new DrawnHistories(subjects, judged, "unsound histories", true, DrawnHistories::broken);
  }

  /// {@return the same, judged by what is to be kept wherever a guest goes}
  static DrawnHistories refusing(Journey.Subjects subjects, Set<InvariantId> judged) {
    Set<InvariantId> kept = EnumSet.copyOf(KEPT_ANYWHERE);
    kept.retainAll(judged);
    return new DrawnHistories(
        subjects, kept, "histories that refuse", false, DrawnHistories::broken);
  }

  private static DrawnScenario broken(Choices choices) {
    return DrawnScenarios.over(Histories.with(choices.oneOf(Defects.all()))).draw(choices);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<InvariantId> promises() {
    return judge.promises();
  }

  @Override
  public Set<String> features() {
    SortedSet<String> features = new TreeSet<>(Steps.ids());
    features.addAll(DrawnHistory.partKinds());
    if (unsound) {
      Defects.all().forEach(defect -> features.add(defect.id()));
    }
    return features;
  }

  @Override
  public Map<String, Set<String>> floors() {
    return Map.of(STEPS, Set.copyOf(Steps.ids()), PARTS, Set.copyOf(DrawnHistory.partKinds()));
  }

  @Override
  public boolean isUnsound() {
    return unsound;
  }

  @Override
  public DrawnScenario draw(Choices choices) {
    return scenarios.draw(choices);
  }

  @Override
  public void describe(DrawnScenario drawn, BiConsumer<String, String> kinds) {
    Scenario scenario = drawn.scenario();
    kinds.accept(ROUTES, Routes.kind(scenario.history(), scenario.route()));
    kinds.accept("stops of a route", Integer.toString(scenario.route().size()));
    kinds.accept("releases", Integer.toString(scenario.history().releases().size()));
    drawn.history().parts().forEach(part -> kinds.accept(PARTS, part));
    drawn.history().steps().forEach(step -> kinds.accept(STEPS, step));
    drawn.history().planted().ifPresent(planted -> kinds.accept(DEFECTS, planted.defect()));
  }

  @Override
  public SortedMap<InvariantId, Judgement> judge(
      DrawnScenario drawn, BiConsumer<String, String> became) {
    return judge.judge(new Journey(drawn.scenario(), subjects));
  }

  /// The first broken promise and the class of its reason.
  @Override
  public Optional<String> cause(DrawnScenario drawn, SortedMap<InvariantId, Judgement> judged) {
    return breaches(judged).primary().map(DrawnHistories::words);
  }

  private static Breaches breaches(SortedMap<InvariantId, Judgement> judged) {
    SortedMap<InvariantId, List<Judgement>> each = new TreeMap<>();
    judged.forEach((id, judgement) -> each.put(id, List.of(judgement)));
    return Breaches.of(each);
  }

  private static String words(Breach breach) {
    return breach.invariant().id() + ": " + breach.reasonClass();
  }

  @Override
  public String extension() {
    return "yaml";
  }

  @Override
  public byte[] print(DrawnScenario drawn) {
    return saved(drawn.scenario()).withoutRepair(Experiment.NOT_LOOKED_FOR);
  }

  @Override
  public Caught violation(long number, Minimized<DrawnScenario, String> small) {
    Scenario found = small.value().scenario();
    Scenario simplest =
        small.cause().isEmpty()
            ? found
            : Smallest.of(found, one -> breaches(judged(one)), JUDGEMENTS);
    SortedMap<InvariantId, Judgement> judgements = judged(simplest);
    Optional<Breach> first = breaches(judgements).primary();
    Optional<Judgement> judgement = first.map(one -> judgements.get(one.invariant()));
    SortedSet<String> kinds = ScenarioKinds.of(simplest);
    String signature =
        first
            .map(one -> "%s (%s)".formatted(words(one), String.join(", ", kinds)))
            .orElse(Violation.FLAKY);
    SortedSet<String> symptoms = new TreeSet<>();
    symptoms.add(signature);
    Violation violation =
        new Violation(
            number,
            first.map(one -> one.invariant().id()).orElse(InvariantId.ROUND_TRIP.id()),
            first.map(Breach::reasonClass).orElse(Violation.FLAKY),
            judgement.flatMap(Judgement::severity),
            signature,
            symptoms,
            kinds,
            judgement.map(Judgement::because).orElse("what was found did not show again"),
            "made small in %d steps".formatted(small.steps()));
    return new Caught(violation, () -> repaired(simplest));
  }

  private SortedMap<InvariantId, Judgement> judged(Scenario scenario) {
    return judge.judge(new Journey(scenario, subjects));
  }

  private FoundCase saved(Scenario scenario) {
    return new FoundCase(
        "Found in a drawn history.", Told.likeParents(scenario.history()), scenario, subjects);
  }

  /// What a sound history shows is nothing to repair in it.
  private byte[] repaired(Scenario scenario) {
    return unsound
        ? saved(scenario).withRepair()
        : saved(scenario)
            .withoutRepair("The history is sound: the harness is wrong, or the engine.");
  }
}
