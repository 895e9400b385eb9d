package org.hopscotch.model.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Reads the stream's primitives from a {@link ByteSource}, knowing at any time the offset and the
/// path of names that lead there.
///
/// A small window moves over the source, so RAM streams through. From {@link #holdRest} on
/// everything that is left is in memory and the position can be moved back: sections have no length
/// and their description comes last, so they can only be read once the end has been seen.
///
/// Every failure is a {@link RefusedException}. Work is counted: a stream that asks for more steps
/// than its size justifies is refused, whatever its counts say.
public final class WireInput {
  private static final int WINDOW_BYTES = 16 * 1024;
  private static final int STEPS_PER_BYTE = 16;
  private static final int FREE_STEPS = 100_000;

  private final ByteSource source;
  private final Deque<String> path = new ArrayDeque<>();
  private byte[] window;
  private int position;
  private int limit;
  private long windowOffset;
  private boolean ended;
  private long steps;

  public WireInput(ByteSource source) {
    this.source = source;
    this.window = new byte[WINDOW_BYTES];
  }

  private WireInput(byte[] bytes, int from, int to, long offset) {
    this.source = ByteSource.of(new byte[0]);
    this.window = bytes;
    this.position = from;
    this.limit = to;
    this.windowOffset = offset - from;
    this.ended = true;
  }

  /// {@return a reader of bytes in memory, the first of which has offset 0}
  public static WireInput of(byte[] bytes) {
    return new WireInput(bytes, 0, bytes.length, 0);
  }

  /// {@return the offset of the next byte in the whole input}
  public long offset() {
    return windowOffset + position;
  }

  /// {@return whether no byte is left}
  public boolean atEnd() {
    return !has(1);
  }

  /// {@return the bytes left, when all of them are held}
  public int remaining() {
    requireHeld();
    return limit - position;
  }

  /// {@return whether all that is left is in memory}
  public boolean held() {
    return ended;
  }

  // ---- names on the way

  /// Enters a section, struct or field; leave it with {@link #leave()} when it was read. What is
  /// not left when a refusal happens is the refusal's path.
  public void enter(String name) {
    path.addLast(name);
  }

  public void leave() {
    path.removeLast();
  }

  /// {@return how deep names are nested, for {@link #leaveTo}}
  public int depth() {
    return path.size();
  }

  /// Forgets names down to `depth`, after a trial reading that failed.
  public void leaveTo(int depth) {
    while (path.size() > depth) {
      path.removeLast();
    }
  }

  /// {@return the exception that refuses what stands at the current offset}
  public RefusedException refused(Refusal.Reason reason) {
    return refused(offset(), reason);
  }

  /// {@return the exception that refuses what stands at `offset`}
  public RefusedException refused(long offset, Refusal.Reason reason) {
    return new RefusedException(new Refusal(offset, String.join("/", path), reason));
  }

  /// Counts one step of work.
  public void step() {
    if (++steps > FREE_STEPS + STEPS_PER_BYTE * (windowOffset + limit)) {
      throw refused(new Refusal.TooManySteps(steps - 1));
    }
  }

  // ---- reading

  /// {@return whether at least `count` bytes are left}
  public boolean has(int count) {
    while (limit - position < count && !ended) {
      fill(count);
    }
    return limit - position >= count;
  }

  /// {@return the byte `ahead` bytes after the next one, or -1 past the end}
  public int peek(int ahead) {
    return has(ahead + 1) ? window[position + ahead] & 0xff : -1;
  }

  /// {@return `width` bytes at `ahead` as an unsigned integer}
  public long peekInteger(int ahead, int width) {
    require(ahead + width);
    long value = 0;
    for (int i = position + ahead; i < position + ahead + width; i++) {
      value = value << Byte.SIZE | (window[i] & 0xff);
    }
    return value;
  }

  /// {@return the next `width` bytes (1 to 8), most significant first, as an unsigned integer}
  public long integer(int width) {
    long value = peekInteger(0, width);
    position += width;
    return value;
  }

  /// {@return the next `width` bytes as an unsigned integer, where what is cut off counts as zeros:
  /// so QEMU reads past the end, and notices later}
  public long integerPastEnd(int width) {
    int held = has(width) ? width : limit - position;
    return held == 0 ? 0 : integer(held) << (Byte.SIZE * (width - held));
  }

  public int u8() {
    return (int) integer(Byte.BYTES);
  }

  public int be16() {
    return (int) integer(Short.BYTES);
  }

  public long be32() {
    return integer(Integer.BYTES);
  }

  public long be64() {
    return integer(Long.BYTES);
  }

  /// {@return the next `length` bytes; the array grows with what is really there}
  public byte[] bytes(long length) {
    byte[] bytes = new byte[(int) Math.min(length, Math.max(limit - position, WINDOW_BYTES))];
    int filled = 0;
    while (filled < length) {
      if (atEnd()) {
        throw refused(new Refusal.Truncated(length - filled));
      }
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * bytes.length));
      }
      filled += bytesInto(bytes, filled, bytes.length - filled);
    }
    return bytes;
  }

  private int bytesInto(byte[] into, int at, int most) {
    int count = Math.min(most, limit - position);
    System.arraycopy(window, position, into, at, count);
    position += count;
    return count;
  }

  /// {@return a `str8`, its bytes taken as Latin-1 so that nothing is lost}
  public String str8() {
    int length = u8();
    require(length);
    String text = new String(window, position, length, StandardCharsets.ISO_8859_1);
    position += length;
    return text;
  }

  /// {@return `length` bytes at `ahead`, or empty text when fewer are left}
  public String peekText(int ahead, int length) {
    return has(ahead + length)
        ? new String(window, position + ahead, length, StandardCharsets.ISO_8859_1)
        : "";
  }

  public void skip(int count) {
    require(count);
    position += count;
  }

  /// Refuses with {@link Refusal.Truncated} unless `count` bytes are left.
  public void require(int count) {
    if (!has(count)) {
      throw refused(windowOffset + limit, new Refusal.Truncated(count - (limit - position)));
    }
  }

  /// Refuses unless `count` elements of at least `width` bytes can be left. Call it before memory
  /// is set aside for a count that came from the input.
  public void requireElements(String of, long count, int width) {
    long most = remaining() / Math.max(width, 1);
    if (count < 0 || count > most) {
      throw refused(new Refusal.ImpossibleLength(of, count, most));
    }
  }

  // ---- holding

  /// Reads all that is left into memory.
  ///
  /// @param limitBytes how much may be held; more is refused with {@link Refusal.TooLarge}
  public void holdRest(int limitBytes) {
    while (!ended) {
      if (limit - position > limitBytes) {
        throw refused(new Refusal.TooLarge(limitBytes));
      }
      fill(limit - position + 1);
    }
  }

  /// Moves to an offset inside what is held.
  public void moveTo(long offset) {
    requireHeld();
    position = Math.toIntExact(offset - windowOffset);
  }

  /// {@return a copy of what is held from `from` up to `to`}
  public byte[] copy(long from, long to) {
    requireHeld();
    return Arrays.copyOfRange(window, (int) (from - windowOffset), (int) (to - windowOffset));
  }

  /// {@return a reader of the next `length` bytes only, which are skipped here}
  public WireInput slice(int length) {
    require(length);
    WireInput slice = new WireInput(window, position, position + length, offset());
    slice.path.addAll(path);
    position += length;
    return slice;
  }

  private void requireHeld() {
    if (!ended) {
      throw new IllegalStateException("only what is held can be revisited");
    }
  }

  private void fill(int needed) {
    if (position + needed > window.length) {
      int used = limit - position;
      byte[] next = needed > window.length ? new byte[grown(needed)] : window;
      System.arraycopy(window, position, next, 0, used);
      windowOffset += position;
      window = next;
      position = 0;
      limit = used;
    }
    int count = source.read(window, limit, window.length - limit);
    if (count < 0) {
      ended = true;
    } else {
      limit += count;
    }
  }

  private int grown(int needed) {
    return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, window.length * 3L / 2));
  }
}
