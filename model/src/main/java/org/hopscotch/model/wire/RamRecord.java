package org.hopscotch.model.wire;

import java.util.Optional;
import java.util.OptionalLong;

/// One record of a `ram` section (wire-format section 7.1). A record starts with a be64 whose low
/// bits, below the page size, are flags; each variant here stands for one flag.
public sealed interface RamRecord {
  int FLAG_ZERO = 0x002;
  int FLAG_MEM_SIZE = 0x004;
  int FLAG_PAGE = 0x008;
  int FLAG_EOS = 0x010;
  int FLAG_CONTINUE = 0x020;
  int FLAG_XBZRLE = 0x040;
  int FLAG_HOOK = 0x080;
  int FLAG_COMPRESS_PAGE = 0x100;
  int FLAG_MULTIFD_FLUSH = 0x200;

  /// Where a page belongs.
  ///
  /// @param offset of the page in its block, in bytes
  /// @param block the block's idstr
  /// @param named whether the record says the name; else it continues the block of the one before
  record Place(long offset, String block, boolean named) {}

  /// The announcement of the block list.
  ///
  /// @param total of all blocks' used lengths, in bytes
  record MemSize(long total) implements RamRecord {}

  /// One entry of the block list.
  ///
  /// @param usedLength in bytes
  /// @param pageSize only with postcopy, for a block of huge pages
  /// @param guestAddress only with `x-ignore-shared`
  /// @param mapped only with `mapped-ram`
  record Block(
      String idstr,
      long usedLength,
      OptionalLong pageSize,
      OptionalLong guestAddress,
      Optional<Mapped> mapped)
      implements RamRecord {}

  /// How a block lies in a `mapped-ram` file.
  ///
  /// @param pageSize in bytes
  /// @param bitmapOffset of the bitmap in the file
  /// @param pagesOffset of the block's first page in the file
  record Mapped(long version, long pageSize, long bitmapOffset, long pagesOffset) {}

  /// What a `mapped-ram` file has between a block's header and its pages: one bit a page in the
  /// sender's byte order, set for pages that are not all zero, then a gap up to the pages.
  record MappedBitmap(byte[] bitmap, byte[] gap) implements RamRecord {}

  /// One page of a `mapped-ram` file, at its place in the file whether it was sent or not.
  record MappedPage(long offset, String block, byte[] content) implements RamRecord {}

  /// A page of one byte repeated; `fill` is 0 from QEMU 10.0 on.
  record Zero(Place place, int fill) implements RamRecord {}

  /// A page's bytes.
  record Page(Place place, byte[] content) implements RamRecord {}

  /// The difference to what the destination has of this page, in XBZRLE coding. It stays coded: the
  /// old page is not in the stream.
  ///
  /// @param coding the byte that says how `delta` is coded, 1 for XBZRLE
  record Xbzrle(Place place, int coding, byte[] delta) implements RamRecord {}

  /// A page compressed by zlib; up to QEMU 9.0.
  record CompressedPage(Place place, byte[] deflated) implements RamRecord {}

  /// A record without content.
  ///
  /// @param offset what stands in the bits above the flags, which no loader looks at
  record Mark(Kind kind, long offset) implements RamRecord {}

  /// The records without content.
  enum Kind {
    /// Ends the body of a START, PART or END section.
    END_OF_SECTION(FLAG_EOS),
    /// Sync point of the channels that carry pages beside the stream.
    MULTIFD_FLUSH(FLAG_MULTIFD_FLUSH),
    /// Left to the transport; its data does not travel in the stream.
    HOOK(FLAG_HOOK);

    private final int flag;

    Kind(int flag) {
      this.flag = flag;
    }

    int flag() {
      return flag;
    }
  }
}
