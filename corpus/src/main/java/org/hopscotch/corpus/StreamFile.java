package org.hopscotch.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.hopscotch.model.wire.ByteSource;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.DescriptionParser.MalformedDescription;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamReader;

/// A file that holds a migration stream or device state, as QEMU wrote it or compressed by gzip;
/// also standard input.
public final class StreamFile {
  /// The name that stands for standard input.
  public static final String STANDARD_INPUT = "-";

  private static final byte[] MAGIC = {'Q', 'E', 'V', 'M'};
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final String name;
  private final Opener opener;
  private final boolean rereadable;

  private StreamFile(String name, Opener opener, boolean rereadable) {
    this.name = name;
    this.opener = opener;
    this.rereadable = rereadable;
  }

  /// {@return the stream in the file at `path`}
  public static StreamFile at(Path path) {
    return new StreamFile(
        path.toString(), () -> Files.newInputStream(path), Files.isRegularFile(path));
  }

  /// {@return the stream that `in` gives; it can be read once}
  public static StreamFile standardInput(InputStream in) {
    return new StreamFile(STANDARD_INPUT, () -> in, false);
  }

  /// {@return the path, or `-`}
  public String name() {
    return name;
  }

  /// {@return whether the file starts as a stream does, compressed or not}
  ///
  /// @throws IOException when it cannot be read
  public boolean looksLikeStream() throws IOException {
    try (InputStream in = open()) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /// {@return all bytes of the file, uncompressed}
  ///
  /// @throws IOException when the file cannot be read or is damaged as a gzip file
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (InputStream in = open()) {
      in.transferTo(all);
    } catch (ZipException | EOFException e) {
      throw damagedGzip(all.size(), e);
    }
    return all.toByteArray();
  }

  /// Reads the whole stream.
  ///
  /// @param heldBytes the most that may be held of what follows RAM
  /// @return why reading stopped; empty when the whole stream was read
  /// @throws IOException when the file cannot be read or is damaged as a gzip file
  public Optional<Refusal> read(Likenesses likenesses, int heldBytes, Consumer consumer)
      throws IOException {
    try (InputStream in = open()) {
      StreamReader.Options options =
          new StreamReader.Options(
              DescriptionJson::parse, () -> ahead(heldBytes), likenesses, heldBytes);
      return StreamReader.read(consumer.reading(source(in)), options, consumer);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// {@return the description at the stream's end}
  ///
  /// @throws IOException when the file cannot be read
  public Optional<Description> description(int heldBytes) throws IOException {
    DescriptionOnly only = new DescriptionOnly();
    try (InputStream in = open()) {
      StreamReader.Options options =
          new StreamReader.Options(
              DescriptionJson::parse, Optional::empty, Likenesses.none(), heldBytes);
      StreamReader.read(source(in), options, only);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return only.found;
  }

  private Optional<Description> ahead(int heldBytes) {
    try {
      return rereadable ? description(heldBytes) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open() throws IOException {
    InputStream raw = new BufferedInputStream(opener.open(), BUFFER_BYTES);
    raw.mark(2);
    int magic = raw.read() << Byte.SIZE | raw.read();
    raw.reset();
    try {
      return magic == GZIP_MAGIC ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
    } catch (ZipException | EOFException e) {
      raw.close();
      throw damagedGzip(0, e);
    }
  }

  /// Says where decompressing stopped: behind how many bytes of the stream.
  private static IOException damagedGzip(long offset, IOException cause) {
    String detail = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new IOException(
        "offset %d: the gzip data is damaged or cut%s".formatted(offset, detail), cause);
  }

  private static ByteSource source(InputStream in) {
    return new ByteSource() {
      private long offset;

      @Override
      public int read(byte[] into, int at, int length) {
        try {
          int count = in.read(into, at, length);
          offset += Math.max(count, 0);
          return count;
        } catch (ZipException | EOFException e) {
          throw new UncheckedIOException(damagedGzip(offset, e));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @FunctionalInterface
  private interface Opener {
    InputStream open() throws IOException;
  }

  /// Takes a stream's items and may watch its bytes go by.
  @FunctionalInterface
  public interface Consumer extends StreamReader.Visitor {
    /// {@return what is to be read in place of `source`: itself, unless somebody listens}
    default ByteSource reading(ByteSource source) {
      return source;
    }
  }

  private static final class DescriptionOnly implements StreamReader.Visitor {
    private Optional<Description> found = Optional.empty();

    @Override
    public void item(long offset, StreamItem item) {
      if (item instanceof StreamItem.VmDescription text) {
        try {
          found = Optional.of(DescriptionJson.parse(text.json()));
        } catch (MalformedDescription e) {
          // The reader has parsed it before, or will refuse it.
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
