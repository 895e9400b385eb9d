package org.hopscotch.harness.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.harness.Repository;
import org.junit.jupiter.api.Test;

/// What the README shows is what a reader gets.
class ReadmeTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```text\n\\$ \\./hopscotch ([^\n]+)\n(.*?)```", Pattern.DOTALL);

  /// Lines that are left out.
  private static final String ANY = "...";

  private static final Pattern COMMAND = Pattern.compile("\\./hopscotch ([a-z]+)");

  @Test
  void examplesPrintWhatIsShown() throws IOException {
    Matcher example = EXAMPLE.matcher(readme());
    int examples = 0;
    while (example.find()) {
      examples++;
      assertThat(output(example.group(1).split(" "))).matches(shown(example.group(2)));
    }
    assertThat(examples).isPositive();
  }

  @Test
  void namesNoCommandThatThereIsNot() throws IOException {
    List<String> commands =
        COMMAND.matcher(readme()).results().map(found -> found.group(1)).distinct().toList();
    assertThat(commands).contains("campaign", "decode", "verify");
    for (String command : commands) {
      assertThat(output(command, "--help")).contains("Usage: hopscotch " + command);
    }
  }

  private static Pattern shown(String text) {
    return Pattern.compile(
        text.lines()
            .map(line -> line.equals(ANY) ? "(?:.*\n)*?" : Pattern.quote(line) + "\n")
            .collect(joining()));
  }

  private static String readme() throws IOException {
    return Files.readString(Repository.root().resolve("README.md"));
  }

  /// The output, with paths as someone in the repository's root would see them.
  private static String output(String... args) {
    String root = Repository.root() + "/";
    String[] here =
        Arrays.stream(args)
            .map(arg -> arg.matches("(corpus|docs)/.*") ? root + arg : arg)
            .toArray(String[]::new);
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    Main.run(here, writer, writer);
    writer.flush();
    return out.toString().replace(root, "").replace(System.lineSeparator(), "\n");
  }
}
