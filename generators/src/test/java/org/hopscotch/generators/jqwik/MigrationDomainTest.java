package org.hopscotch.generators.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.corpus.yaml.SectionYaml;
import org.hopscotch.corpus.yaml.YamlException;
import org.hopscotch.model.scenario.Guest;
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

  private static String shrunk(JqwikRun run) {
    Matcher matcher = SHRUNK.matcher(run.report());
    assertThat(matcher.find()).as(run.report()).isTrue();
    return matcher.group(1).stripIndent();
  }
}
