package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens to the text of a case, it is read or refused with problems.
class CaseDamageTest {
  private static final int VARIANTS = 1000;
  private static final Pattern TOKEN = Pattern.compile("[\\w.-]+|[^\\w\\s]");
  private static final List<String> OTHERS =
      List.of(
          "",
          "null",
          "true",
          "-1",
          "0x",
          "[]",
          "{}",
          "{a: b}",
          "none",
          "\"\"",
          "5.1",
          "hex 0",
          "99999999999999999999",
          "return 99999999999",
          "parent.",
          "parent.a[99999999999]",
          "a[",
          "section",
          "name",
          "type",
          "\"5.2\"",
          "virtio-device",
          "- 1 / 0",
          "&a",
          "? :",
          "member( )",
          "a[4294967296]",
          "pc",
          "1e9",
          "serial/timeout",
          "nodes",
          "16",
          "2147483648");

  @ParameterizedTest
  @MethodSource("org.hopscotch.corpus.yaml.SampleCases#few")
  void isReadOrRefused(String good) {
    SplittableRandom random = new SplittableRandom(good.length());
    int refused = 0;
    for (int i = 0; i < VARIANTS; i++) {
      String damaged = damaged(good, random);
      for (int more = random.nextInt(4); more > 0; more--) {
        damaged = damaged(damaged, random);
      }
      refused += isRefused(damaged) ? 1 : 0;
    }
    assertThat(refused).isBetween(VARIANTS / 2, VARIANTS - 1);
  }

  private static boolean isRefused(String text) {
    try {
      assertThat(CaseYaml.print(CaseYaml.read(text))).isNotEmpty();
      return false;
    } catch (CaseException e) {
      assertThat(e.problems()).isNotEmpty().isSortedAccordingTo(Problem.IN_ORDER);
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(text, e);
    }
  }

  private static String damaged(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int line = random.nextInt(lines.size());
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
      case 2 -> lines.set(line, "  " + lines.get(line));
      case 3 -> lines.set(line, lines.get(line).replaceFirst("^ {2}", ""));
      default -> lines.set(line, withOtherToken(lines.get(line), text, random));
    }
    return String.join("\n", lines);
  }

  private static String withOtherToken(String line, String text, SplittableRandom random) {
    List<MatchResult> tokens = TOKEN.matcher(line).results().toList();
    if (tokens.isEmpty()) {
      return line;
    }
    MatchResult token = tokens.get(random.nextInt(tokens.size()));
    List<String> all = TOKEN.matcher(text).results().map(MatchResult::group).toList();
    String other =
        random.nextBoolean()
            ? OTHERS.get(random.nextInt(OTHERS.size()))
            : all.get(random.nextInt(all.size()));
    return line.substring(0, token.start()) + other + line.substring(token.end());
  }
}
