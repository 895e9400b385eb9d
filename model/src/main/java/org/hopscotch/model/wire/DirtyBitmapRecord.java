package org.hopscotch.model.wire;

import java.util.Optional;
import java.util.function.Consumer;

/// One chunk of a `dirty-bitmap` section (wire-format section 7.5): flags, the names that the flags
/// announce, and what the flags make of it.
///
/// @param flags one byte; which names and what content follow is in it
/// @param device the block node's name; left out while it stays the same
/// @param bitmap the bitmap's name; left out while it stays the same
public record DirtyBitmapRecord(
    int flags, Optional<String> device, Optional<String> bitmap, Content content) {
  static final int FLAG_EOS = 0x01;
  static final int FLAG_ZEROES = 0x02;
  static final int FLAG_BITMAP_NAME = 0x04;
  static final int FLAG_DEVICE_NAME = 0x08;
  static final int FLAG_START = 0x10;
  static final int FLAG_COMPLETE = 0x20;
  static final int FLAG_BITS = 0x40;

  private static final int KNOWN_FLAGS = 0x7f;
  private static final int BITS_LIMIT = 16 << 20;

  /// What a chunk carries behind its names.
  public sealed interface Content {}

  /// Nothing: the end mark of the section, or of a bitmap.
  public record Nothing() implements Content {}

  /// Begins a bitmap.
  ///
  /// @param granularity bytes that one bit stands for
  /// @param bitmapFlags 1 enabled, 2 persistent
  public record Start(long granularity, int bitmapFlags) implements Content {}

  /// A part of the bitmap, in sectors of 512 bytes.
  ///
  /// @param bits the serialised bits; absent when all are zero
  public record Bits(long firstSector, long sectors, Optional<byte[]> bits) implements Content {}

  /// Reads the chunks of one section, up to the one that ends it.
  static void readSection(WireInput in, Consumer<DirtyBitmapRecord> chunks) {
    boolean ended = false;
    while (!ended) {
      in.step();
      DirtyBitmapRecord chunk = read(in);
      chunks.accept(chunk);
      ended = (chunk.flags() & FLAG_EOS) != 0;
    }
  }

  private static DirtyBitmapRecord read(WireInput in) {
    int flags = in.peek(0);
    if (flags < 0 || (flags & ~KNOWN_FLAGS) != 0) {
      in.require(1);
      throw in.refused(new Refusal.UnknownFlags(flags));
    }
    in.skip(1);
    Optional<String> device = name(in, flags & FLAG_DEVICE_NAME);
    Optional<String> bitmap = name(in, flags & FLAG_BITMAP_NAME);
    Content content = new Nothing();
    if ((flags & FLAG_START) != 0) {
      content = new Start(in.be32(), in.u8());
    } else if ((flags & FLAG_BITS) != 0) {
      content = new Bits(in.be64(), in.be32(), bits(in, flags));
    }
    return new DirtyBitmapRecord(flags, device, bitmap, content);
  }

  private static Optional<String> name(WireInput in, int announced) {
    return announced == 0 ? Optional.empty() : Optional.of(in.str8());
  }

  private static Optional<byte[]> bits(WireInput in, int flags) {
    if ((flags & FLAG_ZEROES) != 0) {
      return Optional.empty();
    }
    long length = in.be64();
    if (length < 0 || length > BITS_LIMIT) {
      throw in.refused(new Refusal.ImpossibleLength("dirty-bitmap bits", length, BITS_LIMIT));
    }
    return Optional.of(in.bytes(length));
  }

  void write(WireOutput out) {
    out.u8(flags);
    device.ifPresent(out::str8);
    bitmap.ifPresent(out::str8);
    switch (content) {
      case Nothing _ -> {}
      case Start start -> {
        out.be32(start.granularity());
        out.u8(start.bitmapFlags());
      }
      case Bits part -> {
        out.be64(part.firstSector());
        out.be32(part.sectors());
        part.bits()
            .ifPresent(bits -> {
              out.be64(bits.length);
              out.bytes(bits);
            });
      }
    }
  }
}
