package org.hopscotch.generators;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// One change to a stream's bytes, as a bad disk, a cut connection or another program makes it.
/// Offsets past the end change nothing, so that a list of damages stays valid when one is left out.
public sealed interface Damage {
  /// Everything from `offset` on is lost.
  record Cut(int offset) implements Damage {}

  /// Bits of one byte are inverted.
  record Flip(int offset, int mask) implements Damage {}

  /// Bytes appear.
  record Insert(int offset, byte[] bytes) implements Damage {}

  /// Bytes vanish.
  record Delete(int offset, int length) implements Damage {}

  /// Bytes are overwritten: a length, count, version or name becomes another.
  record Replace(int offset, byte[] bytes) implements Damage {}

  /// What {@link #kind} can be.
  Set<String> KINDS = Set.of("cut", "flip", "insert", "delete", "replace");

  /// {@return the kind's name, for counting}
  default String kind() {
    return switch (this) {
      case Cut _ -> "cut";
      case Flip _ -> "flip";
      case Insert _ -> "insert";
      case Delete _ -> "delete";
      case Replace _ -> "replace";
    };
  }

  /// {@return what happened, for people}
  default String words() {
    return switch (this) {
      case Cut c -> "cut at %d".formatted(c.offset());
      case Flip f -> "flip 0x%02x at %d".formatted(f.mask(), f.offset());
      case Insert i -> "insert %s at %d".formatted(hex(i.bytes()), i.offset());
      case Delete d -> "delete %d bytes at %d".formatted(d.length(), d.offset());
      case Replace r -> "write %s at %d".formatted(hex(r.bytes()), r.offset());
    };
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /// {@return `stream` with this damage done to it}
  default byte[] applyTo(byte[] stream) {
    return switch (this) {
      case Cut c -> c.offset() < stream.length ? Arrays.copyOf(stream, c.offset()) : stream;
      case Flip f -> {
        byte[] changed = stream.clone();
        if (f.offset() < changed.length) {
          changed[f.offset()] ^= (byte) f.mask();
        }
        yield changed;
      }
      case Insert i -> spliced(stream, i.offset(), 0, i.bytes());
      case Delete d -> spliced(stream, d.offset(), d.length(), new byte[0]);
      case Replace r -> {
        byte[] changed = stream.clone();
        int length = Math.clamp(changed.length - (long) r.offset(), 0, r.bytes().length);
        System.arraycopy(r.bytes(), 0, changed, Math.min(r.offset(), changed.length), length);
        yield changed;
      }
    };
  }

  private static byte[] spliced(byte[] stream, int offset, int removed, byte[] inserted) {
    int start = Math.min(offset, stream.length);
    int end = (int) Math.min(start + (long) removed, stream.length);
    byte[] changed = new byte[start + inserted.length + stream.length - end];
    System.arraycopy(stream, 0, changed, 0, start);
    System.arraycopy(inserted, 0, changed, start, inserted.length);
    System.arraycopy(stream, end, changed, start + inserted.length, stream.length - end);
    return changed;
  }

  /// {@return `stream` after all of `damages`, in order}
  static byte[] applyAll(List<Damage> damages, byte[] stream) {
    byte[] changed = stream;
    for (Damage damage : damages) {
      changed = damage.applyTo(changed);
    }
    return changed;
  }
}
