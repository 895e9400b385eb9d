package org.hopscotch.model.wire;

import java.util.OptionalInt;
import java.util.function.LongPredicate;

/// Finds where a section ends whose body cannot be read: at a footer with its id behind which a
/// stream can go on (wire-format section 8).
final class SectionEnd {
  private static final int HIGHEST_COMMAND = 11;
  private static final int FOOTER_BYTES = 1 + Integer.BYTES;

  private final WireInput in;
  private final LongPredicate knownId;
  private final int limitBytes;

  /// Looks ahead in `in`.
  ///
  /// @param knownId whether a section id was introduced by a START
  /// @param limitBytes how far to look
  SectionEnd(WireInput in, LongPredicate knownId, int limitBytes) {
    this.in = in;
    this.knownId = knownId;
    this.limitBytes = limitBytes;
  }

  /// {@return whether a footer of `sectionId` stands `ahead` bytes on, and something that may
  /// follow it}
  boolean isFooter(int ahead, long sectionId) {
    return in.peek(ahead) == StreamWriter.FOOTER
        && in.has(ahead + FOOTER_BYTES)
        && in.peekInteger(ahead + 1, Integer.BYTES) == sectionId
        && isItem(ahead + FOOTER_BYTES);
  }

  /// {@return how many bytes on the first footer of `sectionId` from `from` bytes on is}
  OptionalInt next(int from, long sectionId) {
    for (int ahead = from; in.has(ahead + 1); ahead++) {
      if (ahead > limitBytes) {
        throw in.refused(new Refusal.TooLarge(limitBytes));
      }
      if (isFooter(ahead, sectionId)) {
        return OptionalInt.of(ahead);
      }
    }
    return OptionalInt.empty();
  }

  /// {@return whether the bytes `ahead` can start an item at the top level of a stream}
  boolean isItem(int ahead) {
    int type = in.peek(ahead);
    if (type == StreamWriter.EOF) {
      return !in.has(ahead + 2) || in.peek(ahead + 1) == StreamWriter.VM_DESCRIPTION;
    }
    if (type == StreamWriter.COMMAND) {
      return in.has(ahead + 5) && in.peekInteger(ahead + 1, Short.BYTES) <= HIGHEST_COMMAND;
    }
    for (StreamItem.Kind kind : StreamItem.Kind.values()) {
      if (kind.type() == type && in.has(ahead + 1 + Integer.BYTES)) {
        return kind.hasFullHeader()
            ? isFullHeader(ahead + 1 + Integer.BYTES)
            : knownId.test(in.peekInteger(ahead + 1, Integer.BYTES));
      }
    }
    return false;
  }

  /// {@return whether, behind the FULL sections from here on, live sections start} Devices that are
  /// set up early come before RAM; all others come after it.
  boolean liveSectionsFollow() {
    int ahead = 0;
    while (in.peek(ahead) == StreamItem.Kind.FULL.type() && isItem(ahead)) {
      long sectionId = in.peekInteger(ahead + 1, Integer.BYTES);
      int body = ahead + 1 + Integer.BYTES + 1 + in.peek(ahead + 1 + Integer.BYTES) + 8;
      OptionalInt footer = next(body, sectionId);
      if (footer.isEmpty()) {
        return false;
      }
      ahead = footer.getAsInt() + FOOTER_BYTES;
    }
    return in.peek(ahead) == StreamItem.Kind.START.type();
  }

  /// {@return whether the last byte of what is held can be the EOF of a stream}
  boolean endsWithEof() {
    return in.remaining() > 1 && in.peek(in.remaining() - 1) == StreamWriter.EOF;
  }

  /// {@return whether another section's header is among what is held}
  boolean headerFollows() {
    for (int ahead = 0; ahead < in.remaining(); ahead++) {
      if (in.peek(ahead) == StreamItem.Kind.FULL.type() && isItem(ahead)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFullHeader(int ahead) {
    int length = in.peek(ahead);
    return length > 0
        && in.has(ahead + 1 + length + 2 * Integer.BYTES)
        && in.peekText(ahead + 1, length).chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
