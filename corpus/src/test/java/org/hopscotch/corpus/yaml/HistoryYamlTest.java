package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Expression;
import org.junit.jupiter.api.Test;

class HistoryYamlTest {
  private static final String GOOD =
      """
      format: 1
      kind: history
      about: words
      releases:
      - release: "5.1"
        types:
          disk:
            members:
              len: {type: uint8, legal: len <= 16}
            section:
              name: disk
              version_id: 1
              minimum_version_id: 1
              fields:
              - {name: len, type: uint8}
        machines:
          pc-5.1: {version: "5.1", family: pc}
      - release: "5.2"
        like: "5.1"
        changes:
        - add-machine: {name: pc-5.2, version: "5.2", family: pc}
      configuration:
        devices:
          sda: {type: disk}
      host: {kernel: 5}
      """;

  private static List<String> problems(String yaml) {
    CaseException refused = catchThrowableOfType(CaseException.class, () -> HistoryYaml.read(yaml));
    assertThat(refused).as(yaml).isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void readsWhatItPrints() throws CaseException {
    String bare = GOOD.substring(0, GOOD.indexOf("configuration:"));
    for (String yaml : List.of(GOOD, bare)) {
      GivenHistory given = HistoryYaml.read(yaml);
      assertThat(HistoryYaml.read(HistoryYaml.print(given))).isEqualTo(given);
    }
  }

  @Test
  void readsReleasesConfigurationAndHost() throws CaseException {
    GivenHistory given = HistoryYaml.read(GOOD);
    assertThat(given.history().releases()).extracting(Release::name).containsExactly("5.1", "5.2");
    assertThat(given.told()).hasSize(2);
    assertThat(given.configuration().orElseThrow().devices()).hasSize(1);
    assertThat(given.surroundings().features()).containsEntry("kernel", 5L);
    Release release = given.history().release("5.2").orElseThrow();
    assertThat(release.members(release.type("disk").orElseThrow()))
        .extracting(Member::legal)
        .containsExactly(Expression.of("len <= 16"));
  }

  @Test
  void doesWithoutConfiguration() throws CaseException {
    String bare = GOOD.substring(0, GOOD.indexOf("configuration:"));
    assertThat(HistoryYaml.read(bare).configuration()).isEmpty();
  }

  @Test
  void takesTheReleasesOfACase() throws IOException, CaseException {
    String yaml = Files.readString(SampleCases.FOLDER.resolve("version-raised.yaml"));
    Case one = CaseYaml.read(yaml);
    GivenHistory given = HistoryYaml.read(yaml);
    assertThat(given.history()).isEqualTo(one.scenario().history());
    assertThat(given.told()).isEqualTo(one.told());
    assertThat(given.configuration()).contains(one.scenario().route().getFirst().configuration());
  }

  @Test
  void tellsAllProblemsAtOnce() {
    String bad =
        GOOD.replace("legal: len", "legal: lan")
            .replace("about: words\n", "")
            .replace("sda: {type: disk}", "sda: {type: disc}")
            .replace("host: {kernel: 5}", "route: []");
    assertThat(problems(bad))
        .containsExactly(
            "1: missing key: about",
            "8: releases[0].types.disk.members.len.legal: no member 'lan' of disk in 5.1;"
                + " did you mean 'len'?",
            "23: configuration.devices.sda.type: no release has a device type 'disc';"
                + " did you mean 'disk'?",
            "24: route: unknown key here; known are format, kind, about, releases, configuration,"
                + " host");
  }

  @Test
  void saysWhatAKindMayBe() {
    assertThat(problems(GOOD.replace("kind: history", "kind: histroy")))
        .containsExactly(
            "2: kind: expected one of history, found 'histroy'; did you mean 'history'?");
  }

  @Test
  void needsAMachineType() {
    String none =
        GOOD.replace("  machines:\n    pc-5.1: {version: \"5.1\", family: pc}\n", "")
            .replace(
                "  changes:\n  - add-machine: {name: pc-5.2, version: \"5.2\", family: pc}\n", "");
    assertThat(problems(none))
        .containsExactly("5: releases: no release has a machine type, so that nothing starts");
  }

  @Test
  void knowsAHistoryFromACase() {
    assertThat(HistoryYaml.isHistory(GOOD)).isTrue();
    assertThat(HistoryYaml.isHistory(GOOD.replace("kind: history", "kind: \"history\" # mine")))
        .isTrue();
    assertThat(HistoryYaml.isHistory(GOOD.replace("kind: history", "kind: break"))).isFalse();
    assertThat(HistoryYaml.isHistory(GOOD.replace("kind: history", "about: kind: history")))
        .isFalse();
  }
}
