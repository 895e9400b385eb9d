package org.hopscotch.corpus.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.model.evolution.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Java and YAML are two spellings of one case.
class TellingTest {

  @Test
  void tellsEveryKeyAsTheYamlDoes() throws IOException, CaseException {
    assertSame(EverythingTold.told(), resource("/org/hopscotch/corpus/yaml/everything.yaml"));
  }

  @Test
  void hasAWordForEveryKindOfChange() {
    NextRelease newest = (NextRelease) EverythingTold.told().route().start().told().getLast();
    Set<Class<?>> kinds = new HashSet<>();
    newest.changes().forEach(change -> kinds.add(change.getClass()));
    assertThat(kinds).containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void tellsAStoryAsItsFileDoes(String file, ToldCase told) throws IOException, CaseException {
    assertSame(told, Files.readString(Path.of("cases", file)));
  }

  static Stream<Arguments> stories() {
    return Stories.byFile().entrySet().stream()
        .map(one -> Arguments.of(one.getKey(), one.getValue()));
  }

  private static void assertSame(ToldCase told, String yaml) throws CaseException {
    Case java = told.toCase();
    Case read = CaseYaml.read(yaml);
    assertThat(CaseYaml.print(java)).isEqualTo(CaseYaml.print(read));
    assertThat(java).isEqualTo(read);
    assertThat(CaseYaml.read(CaseYaml.print(java))).isEqualTo(java);
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = TellingTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
