package org.hopscotch.harness.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.StartFailure;

/// A QEMU of the real world: each host is a process, stopped before its first instruction, without
/// firmware, and with a clock that stands still.
///
/// It is a black box: what its guests are is what it saves. A host's surroundings are this
/// machine's, whatever is asked for, and what its memory held before nobody can choose. Devices and
/// RAM of a release need not be known; options are made of the configuration alone.
public final class QemuSubject implements Subject {
  /// How long a process may be silent, unless something else is said.
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int FIRMWARE_BYTES = 64 * 1024;

  private final List<String> command;
  private final Path root;
  private final Path files;
  private final Duration patience;

  private QemuSubject(List<String> command, Path root, Path files, Duration patience) {
    this.command = List.copyOf(command);
    this.root = root;
    this.files = files;
    this.patience = patience;
  }

  /// A QEMU that sees the files that we see.
  ///
  /// @param command the program, with what stands before it
  public QemuSubject(String... command) {
    this(
        List.of(command),
        Path.of("/"),
        Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath(),
        PATIENCE);
  }

  /// {@return this QEMU, which sees only the files below a folder, as `chroot` lets it}
  ///
  /// @param folder with a folder `tmp`
  public QemuSubject below(Path folder) {
    return new QemuSubject(command, folder, folder.resolve("tmp"), patience);
  }

  /// {@return this QEMU, given up after a time of silence}
  public QemuSubject within(Duration silence) {
    return new QemuSubject(command, root, files, silence);
  }

  /// The host waits for a stream, since most do; {@link QemuInstance} makes of it what is needed.
  ///
  /// @throws UncheckedIOException when the files that it needs cannot be written
  @Override
  public Start start(Host host) {
    try {
      Path folder = Files.createTempDirectory(files, "hopscotch-qemu");
      QemuInstance instance = new QemuInstance(this, host, folder);
      Files.write(folder.resolve(QemuInstance.FIRMWARE), new byte[FIRMWARE_BYTES]);
      return switch (instance.startIncoming()) {
        case QemuProcess.Answers _ -> new Started(instance);
        case QemuProcess.Fails(String words) -> {
          instance.close();
          yield new DidNotStart(new StartFailure.Reported(words));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException("no files for QEMU: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean showsMembers() {
    return false;
  }

  List<String> command() {
    return command;
  }

  Duration patience() {
    return patience;
  }

  /// {@return a file's name as QEMU sees it}
  String seen(Path file) {
    return "/" + root.relativize(file);
  }
}
