package org.hopscotch.harness.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.generators.history.Defect;
import org.hopscotch.generators.history.Defects;
import org.hopscotch.harness.planted.EngineDefect;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.harness.sensitivity.Seeking.Driver;
import org.hopscotch.reports.SensitivityResult;
import org.hopscotch.reports.SensitivityResult.Row;
import org.hopscotch.reports.SensitivityResult.Target;
import org.hopscotch.reports.Spread;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  private static final long TRIES = 400;

  private static SensitivityResult run(long seed, int threads, String... ids) throws Exception {
    List<Sought> sought = new ArrayList<>();
    for (String id : ids) {
      sought.add(Sought.named(id).orElseThrow());
    }
    return new Sensitivity(new Sensitivity.Order(seed, 2, TRIES, true, 20), Minima.known())
        .run(sought, threads, "again");
  }

  /// Times are what a run does not decide.
  private static List<Object> told(Row row) {
    SensitivityResult.Small small = row.small();
    return List.of(
        row.id(),
        row.drawn().found(),
        row.drawn().tries(),
        row.naive().map(SensitivityResult.Sought::tries),
        small.names(),
        small.signatures(),
        small.sizes(),
        small.least());
  }

  @Test
  void findsPlantedDefectsTheSameWayWhateverTheThreads() throws Exception {
    String[] ids = {"field-added", "instance-ids-from-1", "unknown-section-skipped"};
    SensitivityResult alone = run(3, 1, ids);
    SensitivityResult together = run(3, 2, ids);
    assertThat(alone.rows()).extracting(row -> row.drawn().found()).containsOnly(2);
    assertThat(alone.rows())
        .extracting(row -> row.small().sizes().most())
        .allMatch(most -> most < 9);
    assertThat(together.rows().stream().map(SensitivityTest::told))
        .containsExactlyElementsOf(alone.rows().stream().map(SensitivityTest::told).toList());
    assertThat(alone.sound()).map(SensitivityResult.Sound::falsely).hasValue(List.of());
  }

  @Test
  void anotherSeedDrawsOtherCases() throws Exception {
    assertThat(told(run(3, 2, "sign-changed").rows().getFirst()))
        .isNotEqualTo(told(run(40, 2, "sign-changed").rows().getFirst()));
  }

  @Test
  void countsNothingThatTheStepIsNotSaidToShow() {
    Defect bare = Defects.named("field-added").orElseThrow();
    Defect none =
        new Defect("none", "no step", List.of(), bare.taken().andThen(_ -> Optional.empty()));
    Trial trial = new Seeking(Driver.BIASED, TRIES, true).trial(new UnsoundStep(none), 1, _ -> {});
    assertThat(trial.found()).isEmpty();
    assertThat(trial.tries()).isEqualTo(TRIES);
  }

  @Test
  void doesNotFindAnEngineWithNothingWrong() {
    for (Shows shows : Shows.values()) {
      EngineDefect none = new EngineDefect("none", "nothing is wrong", Part.SAVING, shows);
      Trial trial = new Seeking(Driver.NAIVE, TRIES, true).trial(new WrongEngine(none), 1, _ -> {});
      assertThat(trial.found()).as(shows.name()).isEmpty();
    }
  }

  @Test
  void everyDefectHasANameOfItsOwn() {
    assertThat(Sought.all()).extracting(Sought::id).doesNotHaveDuplicates();
    assertThat(Sought.all()).hasSizeGreaterThan(Defects.all().size() + 100);
  }

  @Test
  void saysWhichTargetsAreMissed() {
    SensitivityResult result =
        new SensitivityResult(
            "again",
            2,
            10,
            List.of(row("good", 2, 1, 1), row("slow", 1, 200, 0)),
            Optional.of(new SensitivityResult.Sound(5, List.of("case 4"))));
    assertThat(result.reached()).isFalse();
    assertThat(result.targets().stream().map(Target::missing))
        .containsExactly(
            List.of("slow: 1 of 2"),
            List.of("slow: 200"),
            List.of("slow: 0 of 1"),
            List.of(),
            List.of("case 4"));
    assertThat(
            new SensitivityResult("", 2, 10, List.of(row("good", 2, 1, 1)), Optional.empty())
                .reached())
        .isTrue();
  }

  private static Row row(String id, int found, long tries, int least) {
    Spread spread = new Spread(tries, tries, tries, tries, tries);
    return new Row(
        "histories",
        id,
        "a line",
        new SensitivityResult.Sought(found, spread, Spread.NONE),
        Optional.empty(),
        0,
        new SensitivityResult.Small(
            Map.of("round-trip: lost", found),
            1,
            Spread.NONE,
            Optional.empty(),
            1,
            least,
            0,
            Spread.NONE));
  }
}
