package org.hopscotch.harness.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hopscotch.model.wire.Refusal;

/// Bytes and a position. Taking more than there are is refused.
final class Tape {
  private static final long WORK = 100_000;
  private static final long WORK_PER_BYTE = 16;

  private final byte[] bytes;
  private int position;
  private long worked;

  Tape(byte[] bytes) {
    this.bytes = bytes;
  }

  int left() {
    return bytes.length - position;
  }

  /// {@return the byte that is `ahead` bytes on, or -1 behind the end}
  int peek(int ahead) {
    return ahead < left() ? bytes[position + ahead] & 0xff : -1;
  }

  /// {@return text that is `ahead` bytes on; there must be so much}
  String peekText(int ahead, int length) {
    return new String(bytes, position + ahead, length, StandardCharsets.ISO_8859_1);
  }

  byte[] take(long count) {
    if (count < 0 || count > left()) {
      throw new RefusedByRulesException(new Refusal.Truncated(count));
    }
    position += (int) count;
    return Arrays.copyOfRange(bytes, position - (int) count, position);
  }

  /// {@return a big-endian number of `width` bytes, without sign}
  long number(int width) {
    return number(take(width));
  }

  private static long number(byte... taken) {
    long number = 0;
    for (byte one : taken) {
      number = number * 256 + (one & 0xff);
    }
    return number;
  }

  /// {@return a number of four bytes, of which those behind the end are 0}
  long numberPastTheEnd() {
    return number(Arrays.copyOf(take(Math.min(left(), 4)), 4));
  }

  String text(int length) {
    return new String(take(length), StandardCharsets.ISO_8859_1);
  }

  /// Ends what would go on for ever: counts of things without bytes.
  void work() {
    worked++;
    if (worked > WORK + WORK_PER_BYTE * bytes.length) {
      throw new RefusedByRulesException(new Refusal.TooManySteps(worked));
    }
  }
}
