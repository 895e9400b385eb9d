package org.hopscotch.model.wire;

/// Writes {@link RamRecord}s; what {@link RamReader} reads.
final class RamWriter {
  private RamWriter() {}

  static void write(WireOutput out, RamRecord record) {
    switch (record) {
      case RamRecord.MemSize m -> out.be64(m.total() | RamRecord.FLAG_MEM_SIZE);
      case RamRecord.Block b -> block(out, b);
      case RamRecord.MappedBitmap b -> {
        out.bytes(b.bitmap());
        out.bytes(b.gap());
      }
      case RamRecord.MappedPage p -> out.bytes(p.content());
      case RamRecord.Zero z -> {
        place(out, z.place(), RamRecord.FLAG_ZERO);
        out.u8(z.fill());
      }
      case RamRecord.Page p -> {
        place(out, p.place(), RamRecord.FLAG_PAGE);
        out.bytes(p.content());
      }
      case RamRecord.Xbzrle x -> {
        place(out, x.place(), RamRecord.FLAG_XBZRLE);
        out.u8(x.coding());
        out.be16(x.delta().length);
        out.bytes(x.delta());
      }
      case RamRecord.CompressedPage c -> {
        place(out, c.place(), RamRecord.FLAG_COMPRESS_PAGE);
        out.be32(c.deflated().length);
        out.bytes(c.deflated());
      }
      case RamRecord.Mark m -> out.be64(m.offset() | m.kind().flag());
    }
  }

  private static void block(WireOutput out, RamRecord.Block block) {
    out.str8(block.idstr());
    out.be64(block.usedLength());
    block.pageSize().ifPresent(out::be64);
    block.guestAddress().ifPresent(out::be64);
    block
        .mapped()
        .ifPresent(mapped -> {
          out.be32(mapped.version());
          out.be64(mapped.pageSize());
          out.be64(mapped.bitmapOffset());
          out.be64(mapped.pagesOffset());
        });
  }

  private static void place(WireOutput out, RamRecord.Place place, int flag) {
    if (place.named()) {
      out.be64(place.offset() | flag);
      out.str8(place.block());
    } else {
      out.be64(place.offset() | flag | RamRecord.FLAG_CONTINUE);
    }
  }
}
