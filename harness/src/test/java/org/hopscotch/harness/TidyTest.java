package org.hopscotch.harness;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The house style, as far as a machine can see it, for the sources of all modules.
class TidyTest {
  private static final int WIDEST_LINE = 100;
  private static final int LONGEST_FILE = 300;

  /// Words that say nothing: whoever meets them in a name learns no noun from it.
  private static final String EMPTY_WORD =
      "Abstract|Base|Common|Helpers?|Impl|Info|Managers?|Utils?";

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");
  private static final Pattern EMPTY_TYPE =
      Pattern.compile("(?:%1$s)(?:[A-Z].*)?|.*(?:%1$s)".formatted(EMPTY_WORD));
  private static final Pattern PACKAGE = Pattern.compile("^package\\s+([\\w.]+);");
  private static final Pattern EMPTY_PACKAGE = Pattern.compile("(?i)(?:%s)".formatted(EMPTY_WORD));
  private static final Pattern COMMENT = Pattern.compile("^\\s*(?://|/\\*|\\*).*");

  private static Map<Path, List<String>> sources;

  @BeforeAll
  static void readSources() throws IOException {
    var root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve(".gitattributes"))) {
      root = root.getParent();
    }
    sources = new TreeMap<>();
    for (var module : List.of("model", "corpus", "generators", "reports", "harness")) {
      try (var tree = Files.walk(root.resolve(module).resolve("src"))) {
        for (var file : tree.filter(path -> path.toString().endsWith(".java")).toList()) {
          sources.put(root.relativize(file), Files.readAllLines(file));
        }
      }
    }
    assertThat(sources).isNotEmpty();
  }

  @Test
  void linesFitTheScreen() {
    assertThat(linesWhere(line -> line.codePointCount(0, line.length()) > WIDEST_LINE, _ -> true))
        .isEmpty();
  }

  @Test
  void filesAreShort() {
    assertThat(sources.keySet().stream().filter(file -> sources.get(file).size() > LONGEST_FILE))
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(linesWith("\\b(?:FIXME|TODO)\\b", _ -> true)).isEmpty();
  }

  @Test
  void noTestIsSwitchedOff() {
    assertThat(linesWith("@(?:[\\w.]+\\.)?Disabled\\b", _ -> true)).isEmpty();
  }

  @Test
  void nothingSleeps() {
    assertThat(linesWith("\\bThread\\.sleep\\b", _ -> true)).isEmpty();
  }

  @Test
  void randomnessComesFromTheSeed() {
    assertThat(linesWith("\\bnew Random\\(|\\bMath\\.random\\b|\\bThreadLocalRandom\\b", _ -> true))
        .isEmpty();
  }

  @Test
  void onlyTheCommandLineAndCampaignsReadTheClock() {
    var wherever =
        Pattern.compile(".*/org/hopscotch/harness/(?:cli|campaign)/.*").asMatchPredicate();
    assertThat(
            linesWith(
                "\\bInstant\\.now\\b|\\bSystem\\.currentTimeMillis\\b",
                file -> !wherever.test(file.toString().replace('\\', '/'))))
        .isEmpty();
  }

  @Test
  void everyNameIsANoun() {
    var types =
        linesWhere(
            line ->
                !COMMENT.matcher(line).matches()
                    && TYPE.matcher(line)
                        .results()
                        .anyMatch(name -> EMPTY_TYPE.matcher(name.group(1)).matches()),
            _ -> true);
    var packages =
        linesWhere(
            line ->
                PACKAGE
                    .matcher(line)
                    .results()
                    .flatMap(name -> Stream.of(name.group(1).split("\\.")))
                    .anyMatch(word -> EMPTY_PACKAGE.matcher(word).matches()),
            _ -> true);
    assertThat(Stream.concat(types, packages)).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    assertThat(
            sources.keySet().stream()
                .map(Path::getParent)
                .filter(folder -> folder.toString().replace('\\', '/').contains("/src/main/java/"))
                .distinct()
                .filter(folder -> !sources.containsKey(folder.resolve("package-info.java"))))
        .as("packages without package-info.java")
        .isEmpty();
  }

  /// Lines with a forbidden word; this file is left out, since it has to name them.
  private static Stream<String> linesWith(String word, Predicate<Path> where) {
    return linesWhere(
        Pattern.compile(word).asPredicate(),
        where.and(not(file -> file.endsWith("TidyTest.java"))));
  }

  private static Stream<String> linesWhere(Predicate<String> untidy, Predicate<Path> where) {
    var found = new ArrayList<String>();
    sources.forEach((file, lines) -> {
      if (where.test(file)) {
        IntStream.range(0, lines.size())
            .filter(line -> untidy.test(lines.get(line)))
            .forEach(
                line -> found.add("%s:%d: %s".formatted(file, line + 1, lines.get(line).strip())));
      }
    });
    return found.stream();
  }
}
