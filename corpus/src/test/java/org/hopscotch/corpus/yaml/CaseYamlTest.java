package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hopscotch.corpus.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseYamlTest {

  @ParameterizedTest
  @MethodSource("org.hopscotch.corpus.yaml.SampleCases#files")
  void printsWhatReadsBack(Path file) throws IOException, CaseException {
    Case read = CaseYaml.read(SampleCases.text(file));
    String printed = CaseYaml.print(read);
    Case again = CaseYaml.read(printed);
    assertThat(CaseYaml.print(again)).isEqualTo(printed);
    assertThat(again).as(printed).isEqualTo(read);
  }
}
