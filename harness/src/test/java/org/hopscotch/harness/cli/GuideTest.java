package org.hopscotch.harness.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.harness.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever follows the guide word for word sees what it shows. A line `...` stands for any lines.
class GuideTest {
  private static final Pattern BLOCK =
      Pattern.compile("```(yaml|console)\n(.*?)```", Pattern.DOTALL);
  private static final String ANY = "...";

  @TempDir private Path folder;

  private int exit;
  private int commands;

  @Test
  void printsWhatIsShown() throws IOException, InterruptedException {
    Matcher block = BLOCK.matcher(Files.readString(Repository.root().resolve("docs/guide.md")));
    while (block.find()) {
      if (block.group(1).equals("yaml")) {
        Files.writeString(folder.resolve("sensor.yaml"), block.group(2));
      } else {
        play(block.group(2));
      }
    }
    assertThat(commands).isGreaterThan(10);
  }

  private void play(String console) throws IOException, InterruptedException {
    for (String part : console.split("(?m)^\\$ ", -1)) {
      if (!part.isEmpty()) {
        List<String> lines = part.lines().toList();
        commands++;
        String printed = run(lines.getFirst().split(" "));
        assertThat(printed).as("$ %s%n%s", lines.getFirst(), printed).matches(shown(lines));
      }
    }
  }

  private static Pattern shown(List<String> lines) {
    return Pattern.compile(
        lines.stream()
            .skip(1)
            .map(line -> line.equals(ANY) ? "(?:.*\n)*?" : Pattern.quote(line) + "\n")
            .collect(joining()));
  }

  private String run(String... words) throws IOException, InterruptedException {
    return switch (words[0]) {
      case "./hopscotch" -> hopscotch(Arrays.asList(words).subList(1, words.length));
      case "echo" -> exit + "\n";
      case "mkdir" -> {
        Files.createDirectory(folder.resolve(words[1]));
        yield "";
      }
      case "cp" -> {
        Files.copy(folder.resolve(words[1]), folder.resolve(words[2]));
        yield "";
      }
      default -> throw new AssertionError("no such command here: " + words[0]);
    };
  }

  /// In a process of its own, since paths are those of the reader's folder.
  private String hopscotch(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    exit = process.waitFor();
    return printed.replace(System.lineSeparator(), "\n");
  }
}
