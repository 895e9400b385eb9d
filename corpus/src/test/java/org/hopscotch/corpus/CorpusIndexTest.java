package org.hopscotch.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.junit.jupiter.api.Test;

class CorpusIndexTest {
  private static final Path PAGE = Path.of("..", "docs", "corpus.md");

  private static Map<String, Case> cases() throws IOException, CaseException {
    Map<String, Case> cases = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("cases"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        cases.put(file.getFileName().toString(), CaseYaml.read(Files.readString(file)));
      }
    }
    return cases;
  }

  /// With `-Dhopscotch.rewrite=true` the page is written.
  @Test
  void thePageIsThatOfTheCases() throws IOException, CaseException {
    String page = CorpusIndex.of(cases());
    if (Boolean.getBoolean("hopscotch.rewrite")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/corpus.md is not that of corpus/cases any more; write it anew: mvn -pl corpus -am"
                + " test -Dtest=CorpusIndexTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dhopscotch.rewrite=true")
        .isEqualTo(page);
  }

  @Test
  void everyCaseIsThereOnce() throws IOException, CaseException {
    Map<String, Case> cases = cases();
    assertThat(
            Pattern.compile("\\(\\.\\./corpus/cases/([^)]+\\.yaml)\\)")
                .matcher(CorpusIndex.of(cases))
                .results()
                .map((MatchResult found) -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(cases.keySet());
  }

  @Test
  void aBreakShowsWhatItBreaksAndWhatMendsIt() throws IOException, CaseException {
    assertThat(CorpusIndex.of(cases()))
        .contains(
            "| [version-raised](../corpus/cases/version-raised.yaml) | F-ADD | newer-to-older"
                + " | refused | set versions, add property, add row, replace field |  |\n");
  }

  @Test
  void linksOfClassesLeadToTheirHeadings() throws IOException, CaseException {
    String page = CorpusIndex.of(cases());
    var headings =
        Pattern.compile("(?m)^## (.*)$")
            .matcher(page)
            .results()
            .map(found ->
                found
                    .group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9 -]", "")
                    .replace(' ', '-'))
            .toList();
    assertThat(Pattern.compile("\\(#([^)]*)\\)").matcher(page).results().map(one -> one.group(1)))
        .isNotEmpty()
        .allMatch(headings::contains);
  }
}
