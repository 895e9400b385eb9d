package org.hopscotch.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.wire.BlockRecord;
import org.hopscotch.model.wire.DirtyBitmapRecord;
import org.hopscotch.model.wire.RamRecord;

/// What one live section carried: the list of RAM blocks, and for each RAM block, bitmap or disk
/// how many records of each kind. The pages themselves are told by number only.
final class LiveCounts {
  private final List<RamRecord.Block> blocks = new ArrayList<>();
  private final Map<String, Map<String, Long>> records = new LinkedHashMap<>();
  private final Map<String, Long> marks = new LinkedHashMap<>();
  private String lastBitmap = "";

  void add(RamRecord record) {
    switch (record) {
      case RamRecord.MemSize _ -> {}
      case RamRecord.Block b -> blocks.add(b);
      case RamRecord.MappedBitmap _ -> {}
      case RamRecord.MappedPage p -> count(p.block(), "mapped");
      case RamRecord.Zero z -> count(z.place().block(), z.fill() == 0 ? "zero" : "fill");
      case RamRecord.Page p -> count(p.place().block(), "page");
      case RamRecord.Xbzrle x -> count(x.place().block(), "xbzrle");
      case RamRecord.CompressedPage c -> count(c.place().block(), "compressed");
      case RamRecord.Mark m -> {
        switch (m.kind()) {
          case END_OF_SECTION -> {}
          case MULTIFD_FLUSH -> marks.merge("multifd_flush", 1L, Long::sum);
          case HOOK -> marks.merge("hook", 1L, Long::sum);
        }
      }
    }
  }

  void add(DirtyBitmapRecord record) {
    lastBitmap = record.bitmap().orElse(lastBitmap);
    switch (record.content()) {
      case DirtyBitmapRecord.Nothing _ -> {}
      case DirtyBitmapRecord.Start _ -> count(lastBitmap, "start");
      case DirtyBitmapRecord.Bits _ -> count(lastBitmap, "bits");
    }
  }

  void add(BlockRecord record) {
    switch (record) {
      case BlockRecord.Device d -> count(d.device(), d.content().isPresent() ? "block" : "zero");
      case BlockRecord.Progress _ -> marks.merge("progress", 1L, Long::sum);
      case BlockRecord.EndOfSection _ -> {}
    }
  }

  private void count(String of, String kind) {
    records.computeIfAbsent(of, any -> new LinkedHashMap<>()).merge(kind, 1L, Long::sum);
  }

  /// {@return the list of RAM blocks, which a START of `ram` has}
  List<RamRecord.Block> blocks() {
    return blocks;
  }

  /// {@return RAM block, bitmap or disk to kind of record to number}
  Map<String, Map<String, Long>> records() {
    return records;
  }

  /// {@return kind of mark to number}
  Map<String, Long> marks() {
    return marks;
  }
}
