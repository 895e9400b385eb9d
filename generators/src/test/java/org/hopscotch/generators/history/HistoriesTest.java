package org.hopscotch.generators.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Told;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.generators.Routes;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimizer;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.junit.jupiter.api.Test;

class HistoriesTest {
  private static final int MANY = 4000;
  private static final int SOME = 300;

  private static final Histories SOUND = Histories.sound();

  private static DrawnScenario scenario(long number) {
    return DrawnScenarios.over(SOUND).draw(Choices.unrecorded(1, number));
  }

  @Test
  void simplestHistoryIsOneReleaseWithOneDeviceTypeOfOneMember() {
    History history = SOUND.draw(Choices.recorded()).history();
    assertThat(history.releases()).hasSize(1);
    Release release = history.releases().getFirst();
    assertThat(release.name()).isEqualTo("5.1");
    assertThat(release.types()).hasSize(1);
    assertThat(release.types().getFirst().members()).hasSize(1);
    assertThat(release.machines()).hasSize(1);
    assertThat(release.tables()).isEmpty();
  }

  @Test
  void everyStepAndEveryKindOfPartIsDrawnOften() {
    Map<String, Integer> steps = new HashMap<>();
    Map<String, Integer> parts = new HashMap<>();
    for (int k = 0; k < MANY; k++) {
      DrawnHistory drawn = SOUND.draw(Choices.unrecorded(2, k));
      new HashSet<>(drawn.steps()).forEach(step -> steps.merge(step, 1, Integer::sum));
      new HashSet<>(drawn.parts()).forEach(part -> parts.merge(part, 1, Integer::sum));
    }
    assertThat(steps.keySet()).containsExactlyInAnyOrderElementsOf(Steps.ids());
    assertThat(parts.keySet()).containsExactlyInAnyOrderElementsOf(DrawnHistory.partKinds());
    assertThat(steps.values()).as(steps.toString()).allMatch(count -> count >= MANY / 1000);
    assertThat(parts.values()).as(parts.toString()).allMatch(count -> count >= MANY / 20);
  }

  @Test
  void halfOfTheScenariosHaveThreeReleasesAndTwoHops() {
    assertThat(median(one -> one.history().releases().size())).isGreaterThanOrEqualTo(3);
    assertThat(median(one -> one.route().size() - 1L)).isGreaterThanOrEqualTo(2);
  }

  private static long median(ToLongFunction<Scenario> of) {
    List<Long> all = new ArrayList<>();
    for (int k = 0; k < MANY; k++) {
      all.add(of.applyAsLong(scenario(k).scenario()));
    }
    Collections.sort(all);
    return all.get(MANY / 2);
  }

  @Test
  void routesOfEveryKindAreDrawn() {
    Set<String> kinds = new HashSet<>();
    for (int k = 0; k < SOME; k++) {
      Scenario one = scenario(k).scenario();
      kinds.add(Routes.kind(one.history(), one.route()));
    }
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "older to newer",
            "newer to older",
            "same release",
            "back and forth",
            "to a release without the machine type");
  }

  @Test
  void whatIsDrawnCanBeToldAndReadAgain() throws Exception {
    for (int k = 0; k < SOME; k++) {
      Scenario drawn = scenario(k).scenario();
      String text = CaseYaml.print(told(drawn));
      Scenario read = CaseYaml.read(text).scenario();
      assertThat(read.history()).as(text).isEqualTo(drawn.history());
      assertThat(read.route()).as(text).isEqualTo(drawn.route());
    }
  }

  private static Case told(Scenario scenario) {
    return new Case(
        Case.Kind.REGRESSION,
        "Drawn.",
        List.of(),
        Optional.empty(),
        Told.likeParents(scenario.history()),
        scenario,
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void stableReleasesAreOfAnEarlierBranchAndBringNoMachineType() {
    History history =
        Minimizer.minimal(
            choices -> SOUND.draw(choices).history(),
            one ->
                one.releases().stream()
                    .anyMatch(release ->
                        release.name().matches(".*\\.1$")
                            && release.name().split("\\.").length == 3));
    assertThat(history.releases()).hasSize(2);
    Release stable = history.releases().getLast();
    assertThat(stable.name()).isEqualTo("5.1.1");
    assertThat(stable.parent()).contains("5.1");
    assertThat(stable.machines()).isEqualTo(history.releases().getFirst().machines());
  }

  @Test
  void everyDefectCanBePlanted() {
    for (Defect defect : Defects.all()) {
      Histories histories = Histories.with(defect);
      boolean planted = false;
      for (int k = 0; k < 100 && !planted; k++) {
        planted = histories.draw(Choices.unrecorded(3, k)).planted().isPresent();
      }
      assertThat(planted).as(defect.id()).isTrue();
    }
  }

  @Test
  void defectsHaveIdsAndLinesOfTheirOwn() {
    assertThat(Defects.all()).extracting(Defect::id).doesNotHaveDuplicates();
    assertThat(Defects.all()).extracting(Defect::line).doesNotHaveDuplicates();
    assertThat(Defects.all()).extracting(Defect::line).noneMatch(line -> line.endsWith("."));
    assertThat(Defects.named("field-added")).map(Defect::id).contains("field-added");
    assertThat(Defects.named("no-such-defect")).isEmpty();
  }
}
