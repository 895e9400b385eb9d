package org.hopscotch.generators.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.corpus.yaml.SectionYaml;
import org.hopscotch.corpus.yaml.YamlException;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Section;
import org.junit.jupiter.api.Test;

class MigrationDomainTest {
  private static final Pattern SHRUNK =
      Pattern.compile("Shrunk Sample.*?\n-+\n+  (?:\\w+):\n((?:    .*\n)+)");

  @Property
  @Domain(MigrationDomain.class)
  void sectionsReadBackFromYaml(@ForAll Section section) throws YamlException {
    String yaml = SectionYaml.print(section);
    assertThat(SectionYaml.read(yaml)).as(yaml).isEqualTo(section);
  }

  @Property(tries = 200)
  @Domain(MigrationDomain.class)
  void guestsReadBackFromYaml(@ForAll Guest guest) throws YamlException {
    String yaml = GuestYaml.print(guest);
    assertThat(GuestYaml.read(yaml)).as(yaml).isEqualTo(guest);
  }

  @Property(tries = 100)
  @Domain(MigrationDomain.class)
  void historiesReadBackFromYaml(@ForAll History history) throws CaseException {
    String yaml = reported(history);
    assertThat(HistoryYaml.read(yaml).history()).as(yaml).isEqualTo(history);
  }

  @Property(tries = 100)
  @Domain(MigrationDomain.class)
  void scenariosReadBackFromYaml(@ForAll Scenario scenario) throws CaseException {
    String yaml = reported(scenario);
    assertThat(CaseYaml.read(yaml).scenario()).as(yaml).isEqualTo(scenario);
  }

  /// {@return what jqwik shows of a sample}
  private static String reported(Object sample) {
    return new MigrationDomain()
        .getReportingFormats().stream()
            .filter(format -> format.appliesTo(sample))
            .map(format -> format.report(sample).toString())
            .findFirst()
            .orElseThrow();
  }

  @Test
  void showsTheGuestOfAFailureAsYaml() throws YamlException {
    JqwikRun run = JqwikRun.of(FailingProperties.class, "noSubsections", Guest.class);
    assertThat(run.failures()).containsExactly("has some");
    assertThat(GuestYaml.read(shrunk(run)).section().subsections()).hasSize(1);
  }

  @Test
  void showsTheSimplestSectionOnLinesOfItsOwn() throws YamlException {
    JqwikRun run = JqwikRun.of(FailingProperties.class, "noSections", Section.class);
    assertThat(SectionYaml.read(shrunk(run)).fields()).isEmpty();
  }

  @Test
  void endsWithTheShortestHistory() throws CaseException {
    JqwikRun run = JqwikRun.of(FailingProperties.class, "oneRelease", History.class);
    List<Release> releases = HistoryYaml.read(shrunk(run)).history().releases();
    assertThat(releases).hasSize(2);
    assertThat(releases.getFirst().types()).hasSize(1);
    assertThat(shrunk(run).lines()).hasSizeLessThan(40);
  }

  @Test
  void endsWithTheShortestRoute() throws CaseException {
    JqwikRun run = JqwikRun.of(FailingProperties.class, "atMostTwoStops", Scenario.class);
    Scenario simplest = CaseYaml.read(shrunk(run)).scenario();
    assertThat(simplest.route()).hasSize(3);
    assertThat(simplest.history().releases()).hasSize(1);
    assertThat(shrunk(run).lines()).hasSizeLessThan(40);
  }

  @Test
  void endsWithASmallGuestThatGoesBack() throws CaseException {
    JqwikRun run = JqwikRun.of(FailingProperties.class, "nothingToCarryBack", Scenario.class);
    Scenario simplest = CaseYaml.read(shrunk(run)).scenario();
    assertThat(simplest.route()).hasSize(2);
    // Single edits get stuck now and then, where the minimiser goes on.
    assertThat(simplest.history().releases()).hasSizeBetween(2, 3);
    assertThat(simplest.guest().devices()).hasSize(1);
    assertThat(shrunk(run).lines()).hasSizeLessThan(60);
  }

  private static String shrunk(JqwikRun run) {
    Matcher matcher = SHRUNK.matcher(run.report());
    assertThat(matcher.find()).as(run.report()).isTrue();
    return matcher.group(1).stripIndent();
  }
}
