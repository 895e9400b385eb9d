package org.hopscotch.model.migration;

import java.util.Optional;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.WireInput;

/// Loads `ram` sections (wire-format section 7.1). Pages are checked for their place and dropped:
/// no invariant looks at what a guest has in RAM.
final class RamIncoming {
  private static final int VERSION = 4;
  private static final Version MULTIFD_FLUSH_SINCE = Version.of("8.1");
  private static final int XBZRLE_CODING = 1;
  private static final String DECODE_ERROR =
      "Failed to load RamRecord.FLAG_XBZRLE page - decode error!";

  private final VirtualMachine machine;
  private final WireInput in;
  private final int pageBits;
  private Optional<RamBlocks.Block> last = Optional.empty();

  RamIncoming(VirtualMachine machine, WireInput in) {
    this.machine = machine;
    this.in = in;
    this.pageBits = ConfigurationSection.pageBits(machine);
  }

  /// Loads one section's body.
  void load(long version) {
    if (version != VERSION) {
      throw in.refused(new Refusal.UnsupportedRamVersion(version));
    }
    boolean ended = false;
    while (!ended) {
      in.step();
      long at = in.offset();
      // What is cut off reads as zeros, and zero is no flag.
      long word = in.has(Long.BYTES) ? in.be64() : 0;
      int flags = (int) word & ((1 << pageBits) - 1);
      long offset = word & -(1L << pageBits);
      ended = ended(at, flags, offset);
    }
  }

  /// {@return whether the record that these flags begin ends the section}
  private boolean ended(long at, int flags, long offset) {
    boolean old = machine.release().family() == LoaderFamily.UP_TO_9_1;
    if (old && (flags & RamRecord.FLAG_COMPRESS_PAGE) != 0) {
      throw in.refused(at, new Refusal.CompressedPage());
    }
    if ((flags & (RamRecord.FLAG_ZERO | RamRecord.FLAG_PAGE | RamRecord.FLAG_XBZRLE)) != 0) {
      place(at, flags, offset);
    }
    switch (flags & ~RamRecord.FLAG_CONTINUE) {
      case RamRecord.FLAG_MEM_SIZE -> blockList(offset);
      case RamRecord.FLAG_ZERO -> zeroPage();
      case RamRecord.FLAG_PAGE -> in.skip(1 << pageBits);
      case RamRecord.FLAG_XBZRLE -> delta(offset);
      case RamRecord.FLAG_EOS -> {
        return true;
      }
      case RamRecord.FLAG_HOOK -> {
        if (old) {
          throw in.refused(at, new Refusal.UnknownFlags(flags));
        }
      }
      case RamRecord.FLAG_MULTIFD_FLUSH -> {
        if (!machine.release().isSince(MULTIFD_FLUSH_SINCE)) {
          throw in.refused(at, new Refusal.UnknownFlags(flags));
        }
      }
      default -> throw in.refused(at, new Refusal.UnknownFlags(flags));
    }
    return false;
  }

  private void place(long at, int flags, long offset) {
    if ((flags & RamRecord.FLAG_CONTINUE) == 0) {
      String name = in.str8();
      last = machine.ram().find(name);
      if (last.isEmpty()) {
        throw in.refused(at, new Refusal.PageWithoutBlock(name, offset));
      }
    } else if (last.isEmpty()) {
      throw in.refused(at, new Refusal.NoRamBlock(offset));
    }
    RamBlocks.Block block = machine.ram().find(last.get().name()).orElseThrow();
    if (offset < 0 || offset >= block.usedLength()) {
      throw in.refused(at, new Refusal.PageOutsideBlock(block.name(), offset));
    }
  }

  private void zeroPage() {
    int fill = in.u8();
    if (fill != 0 && machine.release().family() != LoaderFamily.UP_TO_9_1) {
      throw in.refused(new Refusal.FilledPage(fill));
    }
  }

  private void delta(long offset) {
    int coding = in.u8();
    int length = in.be16();
    if (coding != XBZRLE_CODING) {
      throw in.refused(
          new Refusal.BadDelta(
              "Failed to load RamRecord.FLAG_XBZRLE page - wrong compression!", offset));
    }
    if (length > 1 << pageBits) {
      throw in.refused(
          new Refusal.BadDelta(
              "Failed to load RamRecord.FLAG_XBZRLE page - len overflow!", offset));
    }
    decode(in.bytes(length), offset);
  }

  /// Runs of bytes that stay and of bytes that are new, each with its length before it; only the
  /// first of those that stay may be empty.
  private void decode(byte[] delta, long offset) {
    int at = 0;
    long filled = 0;
    while (at < delta.length) {
      long[] same = length(delta, at, offset);
      boolean bad = (at > 0 && same[0] == 0) || filled + same[0] > 1L << pageBits;
      filled += same[0];
      at = (int) same[1];
      if (bad || at >= delta.length) {
        throw in.refused(new Refusal.BadDelta(DECODE_ERROR, offset));
      }
      long[] changed = length(delta, at, offset);
      at = (int) changed[1];
      filled += changed[0];
      if (changed[0] == 0 || filled > 1L << pageBits || changed[0] > delta.length - at) {
        throw in.refused(new Refusal.BadDelta(DECODE_ERROR, offset));
      }
      at += (int) changed[0];
    }
  }

  /// {@return a ULEB128 number of at most two bytes, and where it ends}
  private long[] length(byte[] delta, int at, long offset) {
    int first = delta[at] & 0xff;
    if (first < 0x80) {
      return new long[] {first, at + 1L};
    }
    if (at + 1 >= delta.length || delta[at + 1] < 0) {
      throw in.refused(new Refusal.BadDelta(DECODE_ERROR, offset));
    }
    return new long[] {(first & 0x7f) | (long) delta[at + 1] << 7, at + 2L};
  }

  /// Names and lengths until the announced total is used up; more than that wraps around, so that
  /// what follows is taken for names.
  private void blockList(long total) {
    long left = total;
    while (left != 0) {
      in.step();
      long at = in.offset();
      String name = in.str8();
      long length = in.be64();
      RamBlocks.Block block =
          machine
              .ram()
              .find(name)
              .orElseThrow(() -> in.refused(at, new Refusal.UnknownRamBlock(name)));
      if (length != block.usedLength()) {
        resize(at, block, length);
      }
      if (machine.host().configuration().capabilities().contains("x-ignore-shared")) {
        in.be64();
      }
      left -= length;
    }
  }

  private void resize(long at, RamBlocks.Block block, long length) {
    if (block.maxLength() == 0) {
      throw in.refused(at, new Refusal.OtherBlockSize(block.name(), length, block.usedLength()));
    }
    if (length < 0 || length > block.maxLength()) {
      throw in.refused(at, new Refusal.BlockTooLarge(block.name(), length, block.maxLength()));
    }
    machine.ram().resize(block, length);
  }
}
