package org.hopscotch.harness.campaign;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a run leaves behind: `findings`, `result.json`, and a {@link Journal} for each shard. One
/// run at a time writes here. Nobody's findings are ever deleted: those of a run that cannot be
/// gone on with are moved to `findings.1`, or the next number that is free.
public final class RunFolder implements Closeable {
  private final Path out;
  private final Shard shard;
  private final FileChannel lock;

  private RunFolder(Path out, Shard shard, FileChannel lock) {
    this.out = out;
    this.shard = shard;
    this.lock = lock;
  }

  /// {@return the folder, made where there was none}
  ///
  /// @throws IOException when nothing could be saved there, or another run does so now
  public static RunFolder open(Path out, Shard shard) throws IOException {
    Files.createDirectories(out);
    for (Path one : List.of(out, out.resolve("findings"))) {
      if (Files.exists(one) && !(Files.isDirectory(one) && Files.isWritable(one))) {
        throw new AccessDeniedException(one.toString());
      }
    }
    FileChannel channel =
        FileChannel.open(out.resolve(".lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    if (!isLocked(channel)) {
      channel.close();
      throw new FileSystemException(out.toString(), null, "another run saves there");
    }
    return new RunFolder(out, shard, channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  /// {@return the folder of what was found}
  public Path findings() {
    return out.resolve("findings");
  }

  /// {@return the file of the result}
  public Path result() {
    return out.resolve("result.json");
  }

  /// {@return the file that says how far this shard is}
  public Path journal() {
    return out.resolve(
        shard.equals(Shard.WHOLE)
            ? "progress.jsonl"
            : "progress-%d-of-%d.jsonl".formatted(shard.number(), shard.of()));
  }

  /// Makes room for a run that begins. Findings of other shards of the same run stay.
  ///
  /// @return where the findings of another run are now, if there were any
  public Optional<Path> clear(RunKey run) throws IOException {
    List<Path> journals = journals();
    boolean shared = !journals.isEmpty() && !journals.contains(journal());
    for (Path one : journals) {
      shared &= isOfRun(one, run);
    }
    Files.deleteIfExists(result());
    if (shared) {
      return Optional.empty();
    }
    for (Path one : journals) {
      Files.delete(one);
    }
    return aside();
  }

  private static boolean isOfRun(Path journal, RunKey run) {
    try {
      return Journal.read(journal, Disk.REAL).run().differencesOfRun(run).isEmpty();
    } catch (IOException _) {
      // Nobody can go on with it.
      return false;
    }
  }

  private Optional<Path> aside() throws IOException {
    try (Stream<Path> files = Files.exists(findings()) ? Files.list(findings()) : Stream.of()) {
      if (files.findAny().isEmpty()) {
        return Optional.empty();
      }
    }
    int number = 1;
    while (Files.exists(out.resolve("findings." + number))) {
      number++;
    }
    Path aside = out.resolve("findings." + number);
    return Optional.of(Files.move(findings(), aside, StandardCopyOption.ATOMIC_MOVE));
  }

  private List<Path> journals() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .filter(one -> one.getFileName().toString().matches("progress(-\\d+-of-\\d+)?\\.jsonl"))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
