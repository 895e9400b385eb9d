package org.hopscotch.model.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the stream's primitives: big-endian, no padding, no alignment (wire-format, preamble).
public final class WireOutput {
  private static final int BUFFER_BYTES = 8192;

  private final byte[] buffer;
  private final ByteSink sink;
  private int used;
  private long flushed;

  /// Writes to `sink`, buffered: call {@link #flush()} before looking at what arrived there.
  public WireOutput(ByteSink sink) {
    this(sink, BUFFER_BYTES);
  }

  private WireOutput(ByteSink sink, int bufferBytes) {
    this.sink = sink;
    this.buffer = new byte[bufferBytes];
  }

  /// {@return what `writing` writes, as one array}
  public static byte[] toBytes(java.util.function.Consumer<WireOutput> writing) {
    Collected collected = new Collected();
    WireOutput out = new WireOutput(collected, 256);
    writing.accept(out);
    out.flush();
    return Arrays.copyOf(collected.bytes, collected.length);
  }

  /// {@return the offset of the next byte: how many were written so far}
  public long offset() {
    return flushed + used;
  }

  /// Writes the low `width` bytes of `value`, most significant first; `width` is 1 to 8.
  public void integer(long value, int width) {
    if (buffer.length - used < width) {
      flush();
    }
    for (int shift = Byte.SIZE * (width - 1); shift >= 0; shift -= Byte.SIZE) {
      buffer[used++] = (byte) (value >>> shift);
    }
  }

  public void u8(int value) {
    integer(value, Byte.BYTES);
  }

  public void be16(int value) {
    integer(value, Short.BYTES);
  }

  public void be32(long value) {
    integer(value, Integer.BYTES);
  }

  public void be64(long value) {
    integer(value, Long.BYTES);
  }

  public void bytes(byte[] bytes) {
    bytes(bytes, 0, bytes.length);
  }

  public void bytes(byte[] bytes, int offset, int length) {
    if (length > buffer.length - used) {
      flush();
    }
    if (length > buffer.length) {
      sink.write(bytes, offset, length);
      flushed += length;
    } else {
      System.arraycopy(bytes, offset, buffer, used, length);
      used += length;
    }
  }

  /// Writes a `str8`: one length byte, then the characters as Latin-1, no NUL.
  ///
  /// @throws IllegalArgumentException when it is longer than 255 or has characters above U+00FF
  public void str8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 255) {
        throw new IllegalArgumentException("not a str8: " + text);
      }
    }
    if (bytes.length > 255) {
      throw new IllegalArgumentException("not a str8: " + text);
    }
    u8(bytes.length);
    bytes(bytes);
  }

  /// Hands everything written so far to the sink.
  public void flush() {
    sink.write(buffer, 0, used);
    flushed += used;
    used = 0;
  }

  private static final class Collected implements ByteSink {
    private byte[] bytes = new byte[256];
    private int length;

    @Override
    public void write(byte[] from, int offset, int count) {
      if (bytes.length - length < count) {
        bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
      }
      System.arraycopy(from, offset, bytes, length, count);
      length += count;
    }
  }
}
