package org.hopscotch.harness.subject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Side;

/// One QEMU process, the conversation with it and what it wrote to its standard error.
final class QemuProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  /// A process that a signal ended has this and the signal's number as its exit code.
  private static final int SIGNALLED = 128;

  private final Process process;
  private final String program;
  private final Path log;
  private final Duration patience;
  private final QmpConversation conversation;

  private QemuProcess(Process process, String program, Path log, Duration patience) {
    this.process = process;
    this.program = program;
    this.log = log;
    this.patience = patience;
    this.conversation = new QmpConversation(process, patience);
  }

  /// What came of a start.
  sealed interface Start {}

  /// It answers.
  record Answers(QemuProcess process) implements Start {}

  /// It does not, and is ended.
  ///
  /// @param words why
  record Fails(String words) implements Start {}

  /// Starts a process and comes to terms with it.
  ///
  /// @param command the program, with what stands before it
  /// @param log a file for its standard error
  /// @param capabilities of migration that are on
  static Start start(
      List<String> command,
      List<String> options,
      Path log,
      Set<String> capabilities,
      Duration patience) {
    List<String> line = new ArrayList<>(command);
    line.addAll(options);
    QemuProcess started;
    try {
      Process process = new ProcessBuilder(line).redirectError(log.toFile()).start();
      started = new QemuProcess(process, command.getLast(), log, patience);
    } catch (IOException e) {
      return new Fails(e.getMessage());
    }
    Optional<String> failure = started.agree(capabilities);
    failure.ifPresent(_ -> started.close());
    return failure.<Start>map(Fails::new).orElseGet(() -> new Answers(started));
  }

  private Optional<String> agree(Set<String> capabilities) {
    QmpConversation.Reply reply = conversation.open();
    if (reply instanceof QmpConversation.Said) {
      List<Map<String, Object>> on =
          Stream.concat(Stream.of("events"), capabilities.stream().sorted())
              .<Map<String, Object>>map(name -> Map.of("capability", name, "state", true))
              .toList();
      reply = conversation.ask("migrate-set-capabilities", Map.of("capabilities", on));
    }
    return switch (reply) {
      case QmpConversation.Said _ -> Optional.empty();
      case QmpConversation.Failed(String description) -> Optional.of(description);
      case QmpConversation.Ended _ -> Optional.of(lastWords());
      case QmpConversation.Silent _ -> Optional.of("no answer within " + patience);
    };
  }

  private String lastWords() {
    Optional<Integer> code = exitCode();
    List<String> words = words().complaints();
    return words.isEmpty()
        ? "ended with " + code.map(QemuProcess::ending).orElse("its output closed")
        : String.join("; ", words);
  }

  QmpConversation conversation() {
    return conversation;
  }

  /// {@return what it wrote to its standard error so far; all of it once it has ended}
  QemuWords words() {
    try {
      return QemuWords.of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8), program);
    } catch (IOException e) {
      return new QemuWords(List.of("its log cannot be read: " + e.getMessage()));
    }
  }

  /// {@return the exit code of a process that comes to its end by itself, if it does in time}
  Optional<Integer> exitCode() {
    return ends(patience) ? Optional.of(process.exitValue()) : Optional.empty();
  }

  /// {@return the outcome when it ended without a word of its own, or did not end}
  Outcome death(Side side) {
    return exitCode()
        .<Outcome>map(code -> new Outcome.Died(side, told(ending(code))))
        .orElseGet(() -> new Outcome.Stalled("no end within " + patience));
  }

  private String told(String ending) {
    List<String> words = words().complaints();
    return words.isEmpty() ? ending : ending + ": " + String.join("; ", words);
  }

  /// {@return whether an exit code says that a signal ended the process}
  static boolean isSignal(int code) {
    return code > SIGNALLED;
  }

  private static String ending(int code) {
    return isSignal(code) ? "signal " + (code - SIGNALLED) : "exit code " + code;
  }

  private boolean ends(Duration within) {
    try {
      return process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Ends the process, and no other.
  @Override
  public void close() {
    process.destroy();
    if (!ends(GRACE)) {
      process.destroyForcibly();
      ends(GRACE);
    }
  }
}
