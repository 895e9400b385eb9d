package org.hopscotch.harness.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.Likenesses;

/// The files a command is given.
final class Inputs {
  /// A reader holds several copies of what it holds, so only a part of the heap can be it.
  private static final int HEAP_PARTS = 16;

  private Inputs() {}

  /// {@return how much of a stream may be held in memory}
  static int heldBytes() {
    return (int) Math.min(1 << 30, Runtime.getRuntime().maxMemory() / HEAP_PARTS);
  }

  /// {@return the stream in the file `name`, or the one on standard input for `-`}
  ///
  /// @throws IOException when there is no such file
  static StreamFile stream(String name, InputStream standardInput) throws IOException {
    if (name.equals(StreamFile.STANDARD_INPUT)) {
      return StreamFile.standardInput(standardInput);
    }
    Path path = path(name);
    if (Files.isDirectory(path)) {
      throw new IOException("is a directory");
    }
    if (!Files.exists(path)) {
      throw new FileNotFoundException("no such file");
    }
    return StreamFile.at(path);
  }

  /// {@return the descriptions in `files`}
  ///
  /// @throws IOException when one of them has none; the message names it
  static Likenesses likenesses(List<String> files) throws IOException {
    List<Description> descriptions = new ArrayList<>();
    for (String file : files) {
      try {
        descriptions.add(
            stream(file, InputStream.nullInputStream())
                .description(heldBytes())
                .orElseThrow(() -> new IOException("has no description to be like")));
      } catch (IOException e) {
        throw new IOException(file + ": " + words(e), e);
      }
    }
    return new Likenesses(descriptions);
  }

  /// {@return the path that `name` stands for}
  ///
  /// @throws IOException when no file can have this name here
  static Path path(String name) throws IOException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IOException("no file can have this name here: " + e.getReason(), e);
    }
  }

  /// {@return the regular files below `directory`, and folders that may not be read, in the order
  /// of their names}
  static List<Path> filesBelow(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // Whoever opens it is told why it cannot be read.
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.naturalOrder());
    return files;
  }

  /// {@return whether the file starts as a stream does} What cannot be read may be one; reading it
  /// then says what is wrong.
  static boolean isStreamOrUnreadable(Path file) {
    try {
      return StreamFile.at(file).looksLikeStream();
    } catch (IOException _) {
      return true;
    }
  }

  /// {@return what went wrong with a file, without its name}
  static String words(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "not allowed to read it";
      case MalformedInputException _ -> "no text in UTF-8";
      default -> String.valueOf(e.getMessage());
    };
  }
}
