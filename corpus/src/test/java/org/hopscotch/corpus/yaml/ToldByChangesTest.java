package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Differences;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The cases as if of their histories only the releases were known.
class ToldByChangesTest {
  /// People set a whole section where two small changes tell as much.
  private static final int MORE_THAN_PEOPLE = 2;

  /// Which of all pairs of releases are looked at.
  private static final int STRIDE = 13;

  @ParameterizedTest
  @MethodSource("org.hopscotch.corpus.yaml.SampleCases#texts")
  void changesLeadFromParentToChild(String text) throws CaseException {
    History history = CaseYaml.read(text).scenario().history();
    for (Release child : history.releases()) {
      if (child.parent().isPresent()) {
        Release parent = history.release(child.parent().get()).orElseThrow();
        List<Change> changes = Differences.between(parent, child).orElseThrow();
        assertThat(Evolution.of(child.name(), parent, child.family(), changes)).isEqualTo(child);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.hopscotch.corpus.yaml.SampleCases#texts")
  void tellsAboutAsMuchAsPeople(String text) throws CaseException {
    Case one = CaseYaml.read(text);
    List<Told> told = Told.likeParents(one.scenario().history());
    assertThat(told).hasSameSizeAs(one.told());
    for (int i = 0; i < told.size(); i++) {
      if (one.told().get(i) instanceof Told.Like byPeople) {
        assertThat(told.get(i))
            .isInstanceOfSatisfying(
                Told.Like.class,
                like ->
                    assertThat(like.changes())
                        .hasSizeLessThanOrEqualTo(byPeople.changes().size() + MORE_THAN_PEOPLE));
      }
    }
  }

  @Test
  void tellsAlmostAllReleasesAsPeopleDo() throws IOException, CaseException {
    int like = 0;
    int asPeople = 0;
    for (String text : SampleCases.texts()) {
      Case one = CaseYaml.read(text);
      List<Told> told = Told.likeParents(one.scenario().history());
      for (int i = 0; i < told.size(); i++) {
        if (one.told().get(i) instanceof Told.Like byPeople) {
          like++;
          if (told.get(i) instanceof Told.Like mine
              && mine.changes().size() == byPeople.changes().size()
              && mine.changes().containsAll(byPeople.changes())) {
            asPeople++;
          }
        }
      }
    }
    assertThat(asPeople).isGreaterThan(like * 95 / 100);
  }

  @ParameterizedTest
  @MethodSource("org.hopscotch.corpus.yaml.SampleCases#texts")
  void readsBackWhatIsToldByChanges(String text) throws CaseException {
    Case one = CaseYaml.read(text);
    Case again =
        new Case(
            one.kind(),
            one.about(),
            one.classes(),
            one.source(),
            Told.likeParents(one.scenario().history()),
            one.scenario(),
            one.expect(),
            one.repair(),
            one.noRepair());
    String printed = CaseYaml.print(again);
    assertThat(CaseYaml.read(printed)).as(printed).isEqualTo(again);
  }

  @Test
  void anyReleaseBecomesAnyOther() throws IOException, CaseException {
    List<Release> all = new ArrayList<>();
    for (String text : SampleCases.texts()) {
      all.addAll(CaseYaml.read(text).scenario().history().releases());
    }
    for (int i = 0; i < all.size(); i++) {
      for (int j = i % STRIDE; j < all.size(); j += STRIDE) {
        Release to = all.get(j);
        List<Change> changes = Differences.between(all.get(i), to).orElseThrow();
        Release made = Evolution.changed(all.get(i), changes);
        assertThat(made.types()).isEqualTo(to.types());
        assertThat(made.tables()).isEqualTo(to.tables());
        assertThat(made.machines()).isEqualTo(to.machines());
      }
    }
  }
}
