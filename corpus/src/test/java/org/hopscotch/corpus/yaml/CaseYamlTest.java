package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.evolution.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseYamlTest {

  @ParameterizedTest
  @MethodSource("org.hopscotch.corpus.yaml.SampleCases#texts")
  void printsWhatReadsBack(String text) throws CaseException {
    Case read = CaseYaml.read(text);
    String printed = CaseYaml.print(read);
    Case again = CaseYaml.read(printed);
    assertThat(again).as(printed).isEqualTo(read);
    assertThat(CaseYaml.print(again)).isEqualTo(printed);
  }

  @Test
  void readsEveryKindOfChange() throws IOException, CaseException {
    Set<Class<?>> kinds = new HashSet<>();
    for (Told told : CaseYaml.read(SampleCases.everything()).told()) {
      if (told instanceof Told.Like like) {
        like.changes().forEach(change -> kinds.add(change.getClass()));
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
    assertThat(ChangeYaml.KINDS).hasSameSizeAs(kinds);
  }

  @Test
  void historyIsWhatItsReleasesTell() throws IOException, CaseException {
    Case read = CaseYaml.read(SampleCases.everything());
    assertThat(Told.history(read.told())).isEqualTo(read.scenario().history());
  }
}
