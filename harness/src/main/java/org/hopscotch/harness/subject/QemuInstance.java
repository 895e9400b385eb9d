package org.hopscotch.harness.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.Refusal;
import tools.jackson.databind.JsonNode;

/// One host of a real QEMU.
///
/// A process that waits for a stream cannot save, and one that does not wait takes none; so there
/// may be a second process for one instance, never two at a time.
///
/// A process migrates once: afterwards it refuses to. Its devices can still be saved without RAM
/// and without a description (wire-format section 8); RAM of a stopped guest is what it was. So
/// later saves are the first one with the device sections of now. A reset makes it migrate again.
final class QemuInstance implements Instance {
  static final String FIRMWARE = "zeros.bin";

  private static final Set<String> IN_BETWEEN = Set.of("inmigrate", "finish-migrate");
  private static final Set<String> ENDS = Set.of("completed", "failed", "cancelled");

  private final QemuSubject subject;
  private final Host host;
  private final Path folder;
  private Optional<QemuProcess> process = Optional.empty();
  private boolean isIncoming;
  private Optional<SectionCut> sent = Optional.empty();
  private Optional<Outcome> lost = Optional.empty();

  /// An instance that keeps its files in a folder of its own.
  QemuInstance(QemuSubject subject, Host host, Path folder) {
    this.subject = subject;
    this.host = host;
    this.folder = folder;
  }

  /// Starts the process that waits for a stream.
  QemuProcess.Start startIncoming() {
    return start(true);
  }

  private QemuProcess.Start start(boolean incoming) {
    process.ifPresent(QemuProcess::close);
    process = Optional.empty();
    sent = Optional.empty();
    lost = Optional.empty();
    isIncoming = incoming;
    List<String> options =
        new ArrayList<>(QemuOptions.of(host, subject.seen(folder.resolve(FIRMWARE))));
    if (incoming) {
      options.addAll(List.of("-incoming", "defer"));
    }
    QemuProcess.Start start =
        QemuProcess.start(
            subject.command(),
            options,
            folder.resolve("stderr.log"),
            host.configuration().capabilities(),
            subject.patience());
    if (start instanceof QemuProcess.Answers(QemuProcess started)) {
      process = Optional.of(started);
    }
    return start;
  }

  @Override
  public boolean enter(GuestState guest) {
    return false;
  }

  @Override
  public Optional<GuestState> look() {
    return Optional.empty();
  }

  // ---- saving

  @Override
  public Save save() {
    if (lost.isPresent()) {
      return new NotSaved(lost.get());
    }
    return switch (outgoing()) {
      case QemuProcess.Fails(String words) -> new NotSaved(didNotStart(Side.SOURCE, words));
      case QemuProcess.Answers(QemuProcess source) -> {
        try {
          yield sent.isPresent() ? saveDevices(source, sent.get()) : migrate(source);
        } catch (IOException e) {
          throw new UncheckedIOException("what QEMU saved cannot be read: " + e.getMessage(), e);
        }
      }
    };
  }

  /// {@return a process that can save; one that still waits for a stream is replaced}
  private QemuProcess.Start outgoing() {
    return process.isPresent() && !isIncoming
        ? new QemuProcess.Answers(process.get())
        : start(false);
  }

  private Save migrate(QemuProcess source) throws IOException {
    Path file = folder.resolve("saved.mig");
    Map<String, String> where = Map.of("uri", "exec:cat > " + quoted(file));
    switch (source.conversation().ask("migrate", where)) {
      case QmpConversation.Failed(String description) -> {
        return new NotSaved(new Outcome.Blocked(description));
      }
      case QmpConversation.Ended _, QmpConversation.Silent _ -> {
        return new NotSaved(source.death(Side.SOURCE));
      }
      case QmpConversation.Said _ -> {}
    }
    QmpConversation.Reply end = ended(source);
    if (!isCompleted(end)) {
      return new NotSaved(
          end instanceof QmpConversation.Said
              ? refused(Side.SOURCE, source, reason(source))
              : source.death(Side.SOURCE));
    }
    if (!settles(source)) {
      return new NotSaved(source.death(Side.SOURCE));
    }
    SectionCut.Result cut = SectionCut.of(Files.readAllBytes(file));
    if (cut instanceof SectionCut.Cut(SectionCut pieces)) {
      sent = Optional.of(pieces);
    }
    return saved(cut);
  }

  private Save saveDevices(QemuProcess source, SectionCut first) throws IOException {
    Path file = folder.resolve("saved.devices");
    Map<String, Object> where = Map.of("filename", subject.seen(file), "live", false);
    return switch (source.conversation().ask("xen-save-devices-state", where)) {
      case QmpConversation.Said _ ->
          switch (first.like(Files.readAllBytes(file))) {
            case SectionCut.Cut(SectionCut later) -> saved(SectionCut.of(first.with(later)));
            case SectionCut.Uncut uncut -> saved(uncut);
          };
      case QmpConversation.Failed(String description) ->
          new NotSaved(new Outcome.Blocked(description));
      case QmpConversation.Ended _, QmpConversation.Silent _ ->
          new NotSaved(source.death(Side.SOURCE));
    };
  }

  private static Save saved(SectionCut.Result cut) {
    return switch (cut) {
      case SectionCut.Cut(SectionCut pieces) -> pieces.saved();
      case SectionCut.Uncut(Refusal refusal) ->
          new NotSaved(new Outcome.Refused(Side.SOURCE, Phase.FRAMING, refusal, Optional.empty()));
    };
  }

  // ---- loading

  @Override
  public Outcome load(byte[] stream) {
    return switch (incoming()) {
      case QemuProcess.Fails(String words) -> didNotStart(Side.DESTINATION, words);
      case QemuProcess.Answers(QemuProcess destination) -> load(destination, stream);
    };
  }

  private QemuProcess.Start incoming() {
    return process.isPresent() && isIncoming ? new QemuProcess.Answers(process.get()) : start(true);
  }

  private Outcome load(QemuProcess destination, byte[] stream) {
    Path file = folder.resolve("arriving.mig");
    try {
      Files.write(file, stream);
    } catch (IOException e) {
      throw new UncheckedIOException("no file for QEMU: " + e.getMessage(), e);
    }
    isIncoming = false;
    Map<String, String> where = Map.of("uri", "exec:cat " + quoted(file));
    return switch (destination.conversation().ask("migrate-incoming", where)) {
      case QmpConversation.Failed(String description) ->
          new Outcome.Refused(
              Side.DESTINATION, Phase.START, reported(List.of(description)), Optional.empty());
      case QmpConversation.Ended _, QmpConversation.Silent _ -> gone(destination);
      case QmpConversation.Said _ ->
          isCompleted(ended(destination)) && settles(destination)
              ? new Outcome.Arrived(destination.words().remarks())
              : gone(destination);
    };
  }

  /// {@return why a destination did not take what came: it says so and ends}
  private static Outcome gone(QemuProcess destination) {
    Optional<Integer> code = destination.exitCode();
    boolean refused = code.isPresent() && code.get() != 0 && !QemuProcess.isSignal(code.get());
    List<String> words = destination.words().complaints();
    return refused && !words.isEmpty()
        ? refused(Side.DESTINATION, destination, words)
        : destination.death(Side.DESTINATION);
  }

  private static Outcome.Refused refused(Side side, QemuProcess process, List<String> words) {
    return new Outcome.Refused(side, process.words().phase(), reported(words), Optional.empty());
  }

  private static Refusal reported(List<String> words) {
    return new Refusal(0, "", new Refusal.Reported(words));
  }

  private static Outcome didNotStart(Side side, String words) {
    return new Outcome.DidNotStart(side, new StartFailure.Reported(words));
  }

  // ---- both

  private static QmpConversation.Reply ended(QemuProcess process) {
    return process
        .conversation()
        .event("MIGRATION", data -> ENDS.contains(data.path("status").asString("")));
  }

  private static boolean isCompleted(QmpConversation.Reply reply) {
    return reply instanceof QmpConversation.Said(JsonNode data)
        && data.path("status").asString("").equals("completed");
  }

  private static List<String> reason(QemuProcess process) {
    List<String> words = new ArrayList<>(process.words().complaints());
    if (process.conversation().ask("query-migrate", Map.of())
        instanceof QmpConversation.Said(JsonNode state)) {
      words.add(state.path("error-desc").asString("migration failed"));
    }
    return words;
  }

  /// Waits until a migration that is said to be completed has left the run state in which it was:
  /// who asks for more before that may lose the process. It is a matter of milliseconds.
  private boolean settles(QemuProcess process) {
    long deadline = System.nanoTime() + subject.patience().toNanos();
    while (System.nanoTime() < deadline) {
      if (!(process.conversation().ask("query-status", Map.of())
          instanceof QmpConversation.Said(JsonNode state))) {
        return false;
      }
      if (!IN_BETWEEN.contains(state.path("status").asString(""))) {
        return true;
      }
    }
    return false;
  }

  /// Where there is no reset, there is nothing to save from then on.
  @Override
  public void reset() {
    if (outgoing() instanceof QemuProcess.Answers(QemuProcess running)) {
      sent = Optional.empty();
      lost =
          switch (running.conversation().ask("system_reset", Map.of())) {
            case QmpConversation.Failed(String words) ->
                Optional.of(new Outcome.Stalled("no reset: " + words));
            case QmpConversation.Ended _, QmpConversation.Silent _ ->
                Optional.of(running.death(Side.SOURCE));
            case QmpConversation.Said _ ->
                running.conversation().event("RESET", _ -> true) instanceof QmpConversation.Said
                    ? Optional.empty()
                    : Optional.of(running.death(Side.SOURCE));
          };
    }
  }

  /// {@return a file as the shell that QEMU calls takes it}
  private String quoted(Path file) {
    return "'" + subject.seen(file).replace("'", "'\\''") + "'";
  }

  /// Ends the process and removes its files.
  @Override
  public void close() {
    process.ifPresent(QemuProcess::close);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("a file of QEMU's stays: " + e.getMessage(), e);
    }
  }
}
