package org.hopscotch.harness.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A conversation with one QEMU in its machine protocol, over the process's own input and output:
/// JSON objects, one a line.
///
/// Nobody waits for ever: whatever is asked or awaited comes, or the process ends, or the patience
/// does.
final class QmpConversation {
  private static final JsonMapper JSON = new JsonMapper();

  private final Writer out;
  private final Duration patience;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final Deque<JsonNode> events = new ArrayDeque<>();

  /// What comes of asking or waiting.
  sealed interface Reply {}

  /// The answer, or the event.
  record Said(JsonNode what) implements Reply {}

  /// The command failed.
  ///
  /// @param description QEMU's words
  record Failed(String description) implements Reply {}

  /// The process says no more.
  record Ended() implements Reply {}

  /// Nothing came in time.
  record Silent() implements Reply {}

  /// What the listener passes on.
  private sealed interface Heard {}

  private record Message(JsonNode what) implements Heard {}

  private record End() implements Heard {}

  /// Listens to a process.
  ///
  /// @param patience how long one answer or event may take
  QmpConversation(Process process, Duration patience) {
    this.out = process.outputWriter(StandardCharsets.UTF_8);
    this.patience = patience;
    BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
    Thread.ofVirtual().name("QMP").start(() -> listen(in));
  }

  private void listen(BufferedReader in) {
    try (in) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(new Message(JSON.readTree(line)));
      }
    } catch (IOException | JacksonException e) {
      // Who ends in the middle of a line has ended too.
    }
    heard.add(new End());
  }

  /// Takes the greeting and leaves the negotiation of capabilities behind.
  Reply open() {
    Reply greeting = await(message -> message.has("QMP"));
    return greeting instanceof Said ? ask("qmp_capabilities", Map.of()) : greeting;
  }

  /// Asks one command. Events that come before its answer are kept.
  Reply ask(String command, Map<String, ?> arguments) {
    try {
      out.append(
          JSON.writeValueAsString(Map.of("execute", command, "arguments", arguments)) + "\n");
      out.flush();
    } catch (IOException e) {
      return new Ended();
    }
    return switch (await(message -> message.has("return") || message.has("error"))) {
      case Said(JsonNode answer) when answer.has("error") ->
          new Failed(answer.path("error").path("desc").asString(""));
      case Said(JsonNode answer) -> new Said(answer.path("return"));
      case Reply other -> other;
    };
  }

  /// Waits for an event that has not been waited for yet, and forgets those before it.
  ///
  /// @param wanted takes the event's data
  Reply event(String name, Predicate<JsonNode> wanted) {
    Predicate<JsonNode> sought =
        message ->
            message.path("event").asString("").equals(name) && wanted.test(message.path("data"));
    for (JsonNode next = events.poll(); next != null; next = events.poll()) {
      if (sought.test(next)) {
        return new Said(next.path("data"));
      }
    }
    Reply reply = await(sought);
    events.clear();
    return reply instanceof Said(JsonNode event) ? new Said(event.path("data")) : reply;
  }

  private Reply await(Predicate<JsonNode> wanted) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<Heard> next = next(deadline - System.nanoTime());
      switch (next.orElse(null)) {
        case null -> {
          return new Silent();
        }
        case End end -> {
          heard.add(end);
          return new Ended();
        }
        case Message(JsonNode message) when wanted.test(message) -> {
          return new Said(message);
        }
        case Message(JsonNode message) -> events.add(message);
      }
    }
  }

  private Optional<Heard> next(long nanos) {
    try {
      return Optional.ofNullable(heard.poll(nanos, TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
