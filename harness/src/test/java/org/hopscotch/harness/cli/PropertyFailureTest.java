package org.hopscotch.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.model.scenario.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// What somebody sees whose property does not hold, and what can be done with it.
class PropertyFailureTest {
  private static final String FINDINGS = "hopscotch.findings";

  @TempDir private Path folder;

  @BeforeEach
  void saveHere() {
    System.setProperty(FINDINGS, folder.toString());
  }

  @AfterEach
  void saveWhereOthersDo() {
    System.clearProperty(FINDINGS);
  }

  /// {@return what a property of the broken engine throws in the end}
  private static String failure(String property) {
    List<String> failures = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(BrokenEngineProperties.class, property, Scenario.class))
                .filters(EngineFilter.includeEngines("jqwik"))
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(thrown -> failures.add(thrown.getMessage()));
              }
            });
    assertThat(failures).hasSize(1);
    return failures.getFirst();
  }

  @Test
  void showsTheShrunkCaseAndTheCommandThatReplaysIt() throws IOException, CaseException {
    String message = failure("asTheRulesSay");
    assertThat(message).startsWith("as-the-rules-say is violated").contains("What happened: ");
    Path file = replayed(message);
    String yaml = Files.readString(file);
    assertThat(message).contains(yaml);
    Scenario shrunk = CaseYaml.read(yaml).scenario();
    assertThat(shrunk.history().releases()).hasSize(1);
    assertThat(shrunk.route()).hasSizeLessThan(3);
    assertThat(yaml.lines()).as(yaml).hasSizeLessThan(50);

    StringWriter out = new StringWriter();
    String[] command = {"replay", file.toString(), "--explain"};
    assertThat(Main.run(command, new PrintWriter(out), new PrintWriter(out)))
        .as(out.toString())
        .isEqualTo(ExitCode.CLEAN);
    assertThat(out.toString()).contains(": as expected");
  }

  /// Of all that was tried on the way to the smallest, nothing else is left behind.
  @Test
  void savesTheFirstAndTheShrunkCaseOnly() throws IOException {
    failure("asTheRulesSay");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSizeBetween(1, 2);
    }
  }

  private static Path replayed(String message) {
    Matcher command = Pattern.compile("\\./hopscotch replay (\\S+) --explain").matcher(message);
    assertThat(command.find()).as(message).isTrue();
    return Path.of(command.group(1));
  }
}
