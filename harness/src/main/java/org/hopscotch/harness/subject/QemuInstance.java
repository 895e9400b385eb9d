package org.hopscotch.harness.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.Refusal;

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

  /// The file has its name when it is whole: QEMU says that it is done before others have written
  /// what they were given.
  private Save migrate(QemuProcess source) throws IOException {
    Path file = folder.resolve("saved.mig");
    Path part = folder.resolve("saved.part");
    Files.deleteIfExists(file);
    String uri = "exec:cat > %1$s && mv %1$s %2$s".formatted(quoted(part), quoted(file));
    Optional<Outcome> failure = migrations(source).leave(uri, () -> Files.exists(file));
    if (failure.isPresent()) {
      return new NotSaved(failure.get());
    }
    SectionCut.Result cut = SectionCut.of(Files.readAllBytes(file));
    if (cut instanceof SectionCut.Cut(SectionCut pieces)) {
      sent = Optional.of(pieces);
    }
    return saved(cut);
  }

  private QemuMigrations migrations(QemuProcess of) {
    return new QemuMigrations(of, subject.patience());
  }

  private Save saveDevices(QemuProcess source, SectionCut first) throws IOException {
    Path file = folder.resolve("saved.devices");
    Optional<Outcome> failure = migrations(source).saveDevices(subject.seen(file));
    if (failure.isPresent()) {
      return new NotSaved(failure.get());
    }
    return switch (first.like(Files.readAllBytes(file))) {
      case SectionCut.Cut(SectionCut later) -> saved(SectionCut.of(first.with(later)));
      case SectionCut.Uncut uncut -> saved(uncut);
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
    return migrations(destination).arrive("exec:cat " + quoted(file));
  }

  private static Outcome didNotStart(Side side, String words) {
    return new Outcome.DidNotStart(side, new StartFailure.Reported(words));
  }

  /// Where there is no reset, there is nothing to save from then on.
  @Override
  public void reset() {
    if (outgoing() instanceof QemuProcess.Answers(QemuProcess running)) {
      sent = Optional.empty();
      lost = migrations(running).reset();
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
