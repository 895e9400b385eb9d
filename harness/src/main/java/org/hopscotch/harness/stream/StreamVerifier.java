package org.hopscotch.harness.stream;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.model.wire.ByteSource;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.OpaqueShare;
import org.hopscotch.model.wire.Places;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;

/// Decodes a stream, encodes each item again and compares the bytes with those that were read, in
/// one pass.
public final class StreamVerifier implements StreamFile.Consumer {
  private final Expected expected = new Expected();
  private final OpaqueShare share = new OpaqueShare();
  private final WireOutput out = new WireOutput(this::compare);
  private final StreamWriter writer = new StreamWriter(out);
  private Optional<Difference> difference = Optional.empty();
  private long compared;
  private long itemOffset;
  private String section = "";
  private StreamItem item = new StreamItem.Eof();

  private StreamVerifier() {}

  /// What came out.
  ///
  /// @param bytes that were equal, counted from the start
  /// @param share of device bytes that could not be understood
  /// @param refusal when the stream could not be read to its end
  /// @param difference when what was encoded is not what was read
  public record Result(
      long bytes, OpaqueShare share, Optional<Refusal> refusal, Optional<Difference> difference) {
    /// {@return whether all of the stream was read and encodes to the same bytes}
    public boolean identical() {
      return refusal.isEmpty() && difference.isEmpty();
    }
  }

  /// The first byte that differs.
  ///
  /// @param path of the field it belongs to
  public record Difference(long offset, String path) {}

  /// Verifies one file.
  ///
  /// @throws IOException when it cannot be read
  public static Result verify(StreamFile file, Likenesses likenesses, int heldBytes)
      throws IOException {
    StreamVerifier verifier = new StreamVerifier();
    Optional<Refusal> refusal = file.read(likenesses, heldBytes, verifier);
    if (refusal.isEmpty() && verifier.difference.isEmpty() && !verifier.expected.isEmpty()) {
      // Bytes that were read and stand for nothing.
      verifier.difference = Optional.of(new Difference(verifier.compared, verifier.section));
    }
    return new Result(verifier.compared, verifier.share, refusal, verifier.difference);
  }

  @Override
  public ByteSource reading(ByteSource source) {
    return (into, offset, length) -> {
      int count = source.read(into, offset, length);
      if (count > 0) {
        expected.add(into, offset, count);
      }
      return count;
    };
  }

  @Override
  public void item(long offset, StreamItem next) {
    share.add(next);
    if (next instanceof StreamItem.SectionHeader header) {
      section = header.idstr();
    }
    if (difference.isEmpty()) {
      itemOffset = offset;
      item = next;
      writer.write(next);
      out.flush();
    }
  }

  private void compare(byte[] from, int offset, int length) {
    if (difference.isPresent()) {
      return;
    }
    int equal = expected.takeEqual(from, offset, length);
    compared += equal;
    if (equal < length) {
      difference =
          Optional.of(
              new Difference(
                  compared,
                  item instanceof StreamItem.Device device
                      ? section + "/" + Places.path(device.body(), compared - itemOffset)
                      : section));
    }
  }

  /// The bytes that were read and not yet encoded again: one record, or all that is held.
  private static final class Expected {
    private byte[] bytes = new byte[32 * 1024];
    private int start;
    private int end;

    void add(byte[] from, int offset, int length) {
      if (end + length > bytes.length) {
        int used = end - start;
        byte[] next = used + length > bytes.length ? new byte[2 * (used + length)] : bytes;
        System.arraycopy(bytes, start, next, 0, used);
        bytes = next;
        start = 0;
        end = used;
      }
      System.arraycopy(from, offset, bytes, end, length);
      end += length;
    }

    boolean isEmpty() {
      return start == end;
    }

    /// {@return how many of these bytes are the next ones; they are taken}
    int takeEqual(byte[] from, int offset, int length) {
      int most = Math.min(length, end - start);
      int mismatch = Arrays.mismatch(bytes, start, start + most, from, offset, offset + most);
      int equal = mismatch < 0 ? most : mismatch;
      start += equal;
      return equal;
    }
  }
}
