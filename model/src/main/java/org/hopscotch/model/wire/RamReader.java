package org.hopscotch.model.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// Reads the bodies of `ram` sections, record by record; no page is kept. Remembers over all
/// sections of a stream which block came last and how long each block is.
final class RamReader {
  private static final int VERSION = 4;
  private static final int GAP_LIMIT = 2 << 20;
  private static final int BLOCKS_LIMIT = 1 << 16;

  private final WireInput in;
  private final int pageBits;
  private final Map<String, Long> blocks = new HashMap<>();
  private boolean ignoreShared;
  private boolean mappedRam;
  private boolean postcopy;
  private Optional<String> lastBlock = Optional.empty();

  /// Reads from `in` with what the CONFIGURATION says.
  ///
  /// @param pageBits log2 of the target page size; the flags lie below it
  RamReader(WireInput in, int pageBits, Set<String> capabilities) {
    this.in = in;
    this.pageBits = pageBits;
    this.ignoreShared = capabilities.contains("x-ignore-shared");
    this.mappedRam = capabilities.contains("mapped-ram");
  }

  /// Tells that the stream announced postcopy, after which the block list can have page sizes.
  void postcopyAdvised() {
    postcopy = true;
  }

  /// Reads one section's body up to its end mark.
  ///
  /// @param beforeRecord runs where a record starts, before its first byte is read
  void read(long version, Runnable beforeRecord, Consumer<RamRecord> records) {
    if (version != VERSION) {
      throw in.refused(new Refusal.UnsupportedRamVersion(version));
    }
    boolean ended = false;
    while (!ended) {
      in.step();
      beforeRecord.run();
      long word = in.peekInteger(0, Long.BYTES);
      int flags = (int) word & ((1 << pageBits) - 1);
      long offset = word & -(1L << pageBits);
      if (flags == RamRecord.FLAG_MEM_SIZE) {
        in.be64();
        records.accept(new RamRecord.MemSize(offset));
        blockList(offset, beforeRecord, records);
      } else {
        RamRecord record = record(flags, offset);
        records.accept(record);
        ended =
            record instanceof RamRecord.Mark mark && mark.kind() == RamRecord.Kind.END_OF_SECTION;
      }
    }
  }

  private RamRecord record(int flags, long offset) {
    return switch (flags & ~RamRecord.FLAG_CONTINUE) {
      case RamRecord.FLAG_ZERO -> new RamRecord.Zero(place(flags, offset), in.u8());
      case RamRecord.FLAG_PAGE ->
          new RamRecord.Page(place(flags, offset), in.bytes(1L << pageBits));
      case RamRecord.FLAG_XBZRLE ->
          new RamRecord.Xbzrle(
              place(flags, offset), in.u8(), data("xbzrle delta", in.be16(), 1L << pageBits));
      // zlib's own bound: a page that cannot be compressed grows by less than this.
      case RamRecord.FLAG_COMPRESS_PAGE ->
          new RamRecord.CompressedPage(
              place(flags, offset),
              data("compressed page", in.be32(), (1L << pageBits) + (1L << pageBits) / 8 + 64));
      default -> mark(flags, offset);
    };
  }

  private byte[] data(String of, long length, long limit) {
    checkLength(of, length, limit);
    return in.bytes(length);
  }

  private RamRecord mark(int flags, long offset) {
    for (RamRecord.Kind kind : RamRecord.Kind.values()) {
      if (kind.flag() == flags) {
        in.be64();
        return new RamRecord.Mark(kind, offset);
      }
    }
    throw in.refused(new Refusal.UnknownFlags(flags));
  }

  private RamRecord.Place place(int flags, long offset) {
    boolean named = (flags & RamRecord.FLAG_CONTINUE) == 0;
    if (!named && lastBlock.isEmpty()) {
      throw in.refused(new Refusal.NoRamBlock(offset));
    }
    in.be64();
    if (named) {
      String block = in.str8();
      if (!blocks.containsKey(block)) {
        throw in.refused(new Refusal.UnknownRamBlock(block));
      }
      lastBlock = Optional.of(block);
    }
    return new RamRecord.Place(offset, lastBlock.orElseThrow(), named);
  }

  private void blockList(long total, Runnable beforeRecord, Consumer<RamRecord> records) {
    long left = total;
    while (left > 0) {
      in.step();
      beforeRecord.run();
      long start = in.offset();
      RamRecord.Block block = block();
      if (block.usedLength() < 0 || block.usedLength() > left || blocks.size() == BLOCKS_LIMIT) {
        throw in.refused(
            start, new Refusal.ImpossibleLength(block.idstr(), block.usedLength(), left));
      }
      left -= block.usedLength();
      blocks.put(block.idstr(), block.usedLength());
      records.accept(block);
      if (block.mapped().isPresent()) {
        mappedPages(block, block.mapped().get(), beforeRecord, records);
      }
    }
  }

  private RamRecord.Block block() {
    String idstr = in.str8();
    if (idstr.isEmpty()) {
      throw in.refused(new Refusal.EmptyIdstr(0));
    }
    long usedLength = in.be64();
    OptionalLong pageSize = OptionalLong.empty();
    // Only blocks of huge pages have a page size here. The name or record that follows otherwise
    // never looks like one: names are not empty, and the flags of a record are below a page.
    if (postcopy && isPageSize(in.peekInteger(0, Long.BYTES))) {
      pageSize = OptionalLong.of(in.be64());
    }
    OptionalLong address = ignoreShared ? OptionalLong.of(in.be64()) : OptionalLong.empty();
    Optional<RamRecord.Mapped> mapped =
        mappedRam
            ? Optional.of(new RamRecord.Mapped(in.be32(), in.be64(), in.be64(), in.be64()))
            : Optional.empty();
    return new RamRecord.Block(idstr, usedLength, pageSize, address, mapped);
  }

  private boolean isPageSize(long value) {
    return Long.bitCount(value) == 1 && value > 1L << pageBits;
  }

  private void mappedPages(
      RamRecord.Block block,
      RamRecord.Mapped mapped,
      Runnable beforeRecord,
      Consumer<RamRecord> records) {
    if (mapped.pagesOffset() == 0) {
      // A block that x-ignore-shared leaves to the shared memory itself.
      return;
    }
    long pageSize = mapped.pageSize();
    checkLength("mapped-ram page size", Long.bitCount(pageSize) == 1 ? pageSize : -1, 1L << 30);
    long pages = Math.ceilDiv(block.usedLength(), pageSize);
    long bitmapBytes = Math.ceilDiv(pages, Long.SIZE) * Long.BYTES;
    long before = mapped.pagesOffset() - in.offset();
    checkLength("bytes before mapped pages", before, bitmapBytes + GAP_LIMIT);
    if (mapped.bitmapOffset() != in.offset() || before < bitmapBytes) {
      throw in.refused(
          new Refusal.ImpossibleLength("mapped-ram bitmap", mapped.bitmapOffset(), in.offset()));
    }
    beforeRecord.run();
    records.accept(
        new RamRecord.MappedBitmap(in.bytes(bitmapBytes), in.bytes(before - bitmapBytes)));
    for (long offset = 0; offset < block.usedLength(); offset += pageSize) {
      in.step();
      beforeRecord.run();
      byte[] page = in.bytes(Math.min(pageSize, block.usedLength() - offset));
      records.accept(new RamRecord.MappedPage(offset, block.idstr(), page));
    }
  }

  private void checkLength(String of, long length, long limit) {
    if (length < 0 || length > limit) {
      throw in.refused(new Refusal.ImpossibleLength(of, length, limit));
    }
  }
}
