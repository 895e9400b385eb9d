package org.hopscotch.harness.minimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.generators.pass.Passes;
import org.hopscotch.generators.pass.ScenarioMinimizer;
import org.hopscotch.generators.pass.Simplest;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.ScenarioSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Breaks that somebody wrote down as small as he could, with much around them, come out no bigger
/// than he wrote them, and show the same.
class MinimisedCasesTest {
  private static final Journey.Subjects ENGINE = _ -> new EngineSubject();
  private static final int EVERY = 5;
  private static final int JUDGEMENTS = 400;

  static List<Path> breaks() throws IOException, CaseException {
    List<Path> breaks = new ArrayList<>();
    try (Stream<Path> files = Files.list(Repository.root().resolve("corpus/cases"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        if (CaseYaml.read(Files.readString(file)).kind() == Case.Kind.BREAK) {
          breaks.add(file);
        }
      }
    }
    return Stream.iterate(0, at -> at < breaks.size(), at -> at + EVERY).map(breaks::get).toList();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void comesOutNoBiggerThanItWasWritten(Path file) throws IOException, CaseException {
    Scenario written = CaseYaml.read(Files.readString(file)).scenario();
    SameFinding same = SameFinding.of(BlownUp.of(written), ENGINE);
    Breaches before = SameFinding.of(written, ENGINE).found();
    assertThat(same.found()).isEqualTo(before);

    Simplest simplest =
        ScenarioMinimizer.minimize(BlownUp.of(written), Passes.ALL, same, JUDGEMENTS);

    assertThat(simplest.complete()).isTrue();
    assertThat(ScenarioSize.of(simplest.scenario())).isLessThanOrEqualTo(ScenarioSize.of(written));
    Breaches after = SameFinding.of(simplest.scenario(), ENGINE).found();
    assertThat(after.primary()).isEqualTo(before.primary());
    assertThat(before.all()).containsAll(after.all());
  }
}
