package org.hopscotch.harness.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Where a run leaves what it must not lose: what was written is there after the program, or the
/// machine, has died.
public interface Disk {
  /// The file system.
  Disk REAL = new FileSystem();

  /// Makes a file, or replaces it: whoever looks sees all of the old content or all of the new.
  void write(Path file, byte[] content) throws IOException;

  /// Adds to the end of a file.
  void append(Path file, byte[] content) throws IOException;

  /// Writes beside the file, then renames.
  final class FileSystem implements Disk {
    private FileSystem() {}

    @Override
    public void write(Path file, byte[] content) throws IOException {
      Path beside = file.resolveSibling("." + file.getFileName() + ".new");
      try {
        put(
            beside,
            content,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      forceFolder(file.toAbsolutePath().getParent());
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
      put(file, content, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private static void put(Path file, byte[] content, OpenOption... how) throws IOException {
      try (FileChannel channel = FileChannel.open(file, how)) {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
    }

    /// A rename is safe when its folder is; not all systems can open one.
    private static void forceFolder(Path folder) throws IOException {
      if (!System.getProperty("os.name", "").startsWith("Windows")) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }
  }
}
