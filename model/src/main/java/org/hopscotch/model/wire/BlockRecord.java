package org.hopscotch.model.wire;

import java.util.Optional;
import java.util.function.Consumer;

/// One record of a `block` section, by which releases up to 9.0 sent whole disks along. It starts
/// with a be64 whose low nine bits are flags, since disks are counted in sectors of 512 bytes.
public sealed interface BlockRecord {
  int FLAG_DEVICE_BLOCK = 0x01;
  int FLAG_EOS = 0x02;
  int FLAG_PROGRESS = 0x04;
  int FLAG_ZERO_BLOCK = 0x08;
  int SECTOR_BITS = 9;
  int BLOCK_BYTES = 1 << 20;

  /// One MiB of a disk.
  ///
  /// @param offset on the disk, in bytes
  /// @param content absent when all of it is zero
  record Device(long offset, String device, Optional<byte[]> content) implements BlockRecord {}

  /// How far the sender is, in percent.
  record Progress(long percent) implements BlockRecord {}

  /// Ends the section's body.
  ///
  /// @param sector what stands above the flags, which no loader looks at
  record EndOfSection(long sector) implements BlockRecord {}

  /// Reads the records of one section, up to its end mark.
  static void readSection(WireInput in, Consumer<BlockRecord> records) {
    boolean ended = false;
    while (!ended) {
      in.step();
      BlockRecord record = read(in);
      records.accept(record);
      ended = record instanceof EndOfSection;
    }
  }

  private static BlockRecord read(WireInput in) {
    long word = in.peekInteger(0, Long.BYTES);
    int flags = (int) word & ((1 << SECTOR_BITS) - 1);
    long above = word >>> SECTOR_BITS;
    return switch (flags) {
      case FLAG_DEVICE_BLOCK -> {
        in.be64();
        yield new Device(above << SECTOR_BITS, in.str8(), Optional.of(in.bytes(BLOCK_BYTES)));
      }
      case FLAG_DEVICE_BLOCK | FLAG_ZERO_BLOCK -> {
        in.be64();
        yield new Device(above << SECTOR_BITS, in.str8(), Optional.empty());
      }
      case FLAG_PROGRESS -> {
        in.be64();
        yield new Progress(above);
      }
      case FLAG_EOS -> {
        in.be64();
        yield new EndOfSection(above);
      }
      default -> throw in.refused(new Refusal.UnknownFlags(flags));
    };
  }

  static void write(WireOutput out, BlockRecord record) {
    switch (record) {
      case Device d -> {
        int zero = d.content().isPresent() ? 0 : FLAG_ZERO_BLOCK;
        out.be64(d.offset() | FLAG_DEVICE_BLOCK | zero);
        out.str8(d.device());
        d.content().ifPresent(out::bytes);
      }
      case Progress p -> out.be64(p.percent() << SECTOR_BITS | FLAG_PROGRESS);
      case EndOfSection e -> out.be64(e.sector() << SECTOR_BITS | FLAG_EOS);
    }
  }
}
