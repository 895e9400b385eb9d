package org.hopscotch.harness.subject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.wire.Refusal;
import tools.jackson.databind.JsonNode;

/// What a guest of one process is made to do, and what came of it.
///
/// @param patience how long what follows a migration's end may take
record QemuMigrations(QemuProcess process, Duration patience) {
  private static final Set<String> IN_BETWEEN = Set.of("inmigrate", "finish-migrate");
  private static final Set<String> ENDS = Set.of("completed", "failed", "cancelled");

  /// Migrates the guest away; it stays here, and the process does not migrate it again.
  ///
  /// @param isWritten whether all that was sent is where it was sent to
  /// @return what went wrong, if anything did
  Optional<Outcome> leave(String uri, BooleanSupplier isWritten) {
    return switch (ask("migrate", Map.of("uri", uri))) {
      case QmpConversation.Failed(String words) -> Optional.of(new Outcome.Blocked(words));
      case QmpConversation.Ended _, QmpConversation.Silent _ -> died(Side.SOURCE);
      case QmpConversation.Said _ ->
          switch (end()) {
            case QmpConversation.Said(JsonNode data) when isCompleted(data) ->
                settles(isWritten) ? Optional.empty() : died(Side.SOURCE);
            case QmpConversation.Said _ -> Optional.of(refused(Side.SOURCE, reason()));
            case QmpConversation.Failed _, QmpConversation.Ended _, QmpConversation.Silent _ ->
                died(Side.SOURCE);
          };
    };
  }

  /// Saves devices alone (wire-format section 8), as often as one likes. During a migration this
  /// would be the process's end.
  ///
  /// @param file as QEMU sees it
  /// @return what went wrong, if anything did
  Optional<Outcome> saveDevices(String file) {
    return switch (ask("xen-save-devices-state", Map.of("filename", file, "live", false))) {
      case QmpConversation.Said _ -> Optional.empty();
      case QmpConversation.Failed(String words) -> Optional.of(new Outcome.Blocked(words));
      case QmpConversation.Ended _, QmpConversation.Silent _ -> died(Side.SOURCE);
    };
  }

  /// Lets a guest come, for which the process must have waited.
  Outcome arrive(String uri) {
    return switch (ask("migrate-incoming", Map.of("uri", uri))) {
      case QmpConversation.Failed(String words) ->
          new Outcome.Refused(
              Side.DESTINATION, Phase.START, reported(List.of(words)), Optional.empty());
      case QmpConversation.Ended _, QmpConversation.Silent _ -> gone();
      case QmpConversation.Said _ ->
          end() instanceof QmpConversation.Said(JsonNode data)
                  && isCompleted(data)
                  && settles(() -> true)
              ? new Outcome.Arrived(process.words().remarks())
              : gone();
    };
  }

  /// Resets all devices; after it the guest may migrate again.
  ///
  /// @return what went wrong, if anything did
  Optional<Outcome> reset() {
    return switch (ask("system_reset", Map.of())) {
      case QmpConversation.Failed(String words) ->
          Optional.of(new Outcome.Stalled("no reset: " + words));
      case QmpConversation.Ended _, QmpConversation.Silent _ -> died(Side.SOURCE);
      case QmpConversation.Said _ ->
          process.conversation().event("RESET", _ -> true) instanceof QmpConversation.Said
              ? Optional.empty()
              : died(Side.SOURCE);
    };
  }

  private QmpConversation.Reply ask(String command, Map<String, ?> arguments) {
    return process.conversation().ask(command, arguments);
  }

  private QmpConversation.Reply end() {
    return process
        .conversation()
        .event("MIGRATION", data -> ENDS.contains(data.path("status").asString("")));
  }

  private static boolean isCompleted(JsonNode data) {
    return data.path("status").asString("").equals("completed");
  }

  /// Waits until a migration that is said to be completed has left the run state in which it was:
  /// who asks for more before that may lose the process. It is a matter of milliseconds.
  private boolean settles(BooleanSupplier more) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      if (!(ask("query-status", Map.of()) instanceof QmpConversation.Said(JsonNode state))) {
        return false;
      }
      if (!IN_BETWEEN.contains(state.path("status").asString("")) && more.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  /// {@return why a destination did not take what came: it says so and ends}
  private Outcome gone() {
    Optional<Integer> code = process.exitCode();
    boolean refused = code.isPresent() && code.get() != 0 && !QemuProcess.isSignal(code.get());
    List<String> words = process.words().complaints();
    return refused && !words.isEmpty()
        ? refused(Side.DESTINATION, words)
        : process.death(Side.DESTINATION);
  }

  private Optional<Outcome> died(Side side) {
    return Optional.of(process.death(side));
  }

  private List<String> reason() {
    List<String> words = new ArrayList<>(process.words().complaints());
    if (ask("query-migrate", Map.of()) instanceof QmpConversation.Said(JsonNode state)) {
      words.add(state.path("error-desc").asString("migration failed"));
    }
    return words;
  }

  private Outcome.Refused refused(Side side, List<String> words) {
    return new Outcome.Refused(side, process.words().phase(), reported(words), Optional.empty());
  }

  private static Refusal reported(List<String> words) {
    return new Refusal(0, "", new Refusal.Reported(words));
  }
}
