package org.hopscotch.harness.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.history.Defect;
import org.hopscotch.generators.history.Defects;
import org.hopscotch.generators.history.DrawnScenario;
import org.hopscotch.generators.history.DrawnScenarios;
import org.hopscotch.generators.history.Histories;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.planted.EngineDefects;
import org.hopscotch.harness.planted.Plantings;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawnHistoriesTest {
  private static final Set<InvariantId> ALL = EnumSet.allOf(InvariantId.class);
  private static final EngineSubject ENGINE = new EngineSubject();
  private static final int SOUND = 400;
  private static final int MOST = 300;

  @Test
  void soundHistoriesKeepAllPromises() {
    DrawnHistories sound = DrawnHistories.sound(_ -> ENGINE, ALL);
    Set<InvariantId> applied = EnumSet.noneOf(InvariantId.class);
    for (int k = 0; k < SOUND; k++) {
      SortedMap<InvariantId, Judgement> judged = sound.judge(sound.draw(Choices.seeded(5, k)));
      int number = k;
      judged.forEach((id, judgement) -> {
        assertThat(judgement.verdict())
            .as("case %d of seed 5, %s: %s", number, id.id(), judgement.because())
            .isNotIn(Verdict.VIOLATED, Verdict.CANNOT_TELL);
        if (judgement.verdict() != Verdict.DOES_NOT_APPLY) {
          applied.add(id);
        }
      });
    }
    assertThat(EnumSet.complementOf(EnumSet.copyOf(applied)))
        .containsExactly(InvariantId.REFUSED_CLEANLY);
  }

  @Test
  void whatIsRefusedIsRefusedCleanly() {
    DrawnHistories refusing = DrawnHistories.refusing(_ -> ENGINE, ALL);
    int applied = 0;
    for (int k = 0; k < MOST; k++) {
      SortedMap<InvariantId, Judgement> judged =
          refusing.judge(refusing.draw(Choices.seeded(6, k)));
      assertThat(judged.values())
          .as("case %d of seed 6", k)
          .noneMatch(one -> one.verdict() == Verdict.VIOLATED);
      applied += judged.get(InvariantId.REFUSED_CLEANLY).verdict() == Verdict.HOLDS ? 1 : 0;
    }
    assertThat(applied).isGreaterThan(MOST / 20);
  }

  static List<Defect> defects() {
    return Defects.all();
  }

  /// Inside the witness promises are broken, and outside none is.
  @ParameterizedTest
  @MethodSource("defects")
  void defectShowsWhereItsWitnessSays(Defect defect) {
    DrawnScenarios scenarios = DrawnScenarios.over(Histories.with(defect));
    DrawnHistories judge = DrawnHistories.unsound(_ -> ENGINE, ALL);
    int shown = 0;
    for (int k = 0; k < MOST && shown < 3; k++) {
      DrawnScenario drawn = scenarios.draw(Choices.seeded(7, k));
      if (drawn.history().planted().isPresent()) {
        boolean inside = drawn.history().planted().get().witness().inside().test(drawn.scenario());
        boolean certain = drawn.history().planted().get().witness().certain();
        boolean violated =
            judge.judge(drawn).values().stream().anyMatch(one -> one.verdict() == Verdict.VIOLATED);
        assertThat(!violated || inside).as("case %d shows outside", k).isTrue();
        assertThat(violated || !inside || !certain).as("case %d does not show", k).isTrue();
        shown += violated ? 1 : 0;
      }
    }
    assertThat(shown).isPositive();
  }

  @Test
  void findingIsMadeSmallAndToldByWhatChanged() throws Exception {
    Journey.Subjects subjects =
        Plantings.everywhere(EngineDefects.named("uint16-loaded-as-uint32").orElseThrow());
    DrawnHistories planted = DrawnHistories.sound(subjects, ALL);
    Set<String> signatures = new TreeSet<>();
    List<Caught> caught = new ArrayList<>();
    for (int k = 0; caught.size() < 3; k++) {
      Choices choices = Choices.seeded(8, k);
      DrawnScenario drawn = planted.draw(choices);
      if (planted.cause(drawn, planted.judge(drawn)).isPresent()) {
        Caught one = planted.violation(k, planted.minimize(choices.recording()));
        caught.add(one);
        signatures.add(one.violation().signature());
      }
    }
    assertThat(signatures).hasSize(1);
    Case told = CaseYaml.read(new String(caught.getFirst().content().get(), UTF_8));
    assertThat(told.scenario().history().releases()).hasSize(1);
    assertThat(told.scenario().history().releases().getFirst().types()).hasSize(1);
    assertThat(told.expect()).isNotEqualTo(Map.of());
  }
}
