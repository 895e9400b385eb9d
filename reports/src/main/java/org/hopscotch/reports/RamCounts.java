package org.hopscotch.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.wire.RamRecord;

/// What one `ram` section carried: its block list, and for each block how many records of each kind.
/// Pages themselves are told by number only.
final class RamCounts {
  private final List<RamRecord.Block> blocks = new ArrayList<>();
  private final Map<String, Map<String, Long>> byBlock = new LinkedHashMap<>();
  private final Map<String, Long> marks = new LinkedHashMap<>();
  private long total;

  void add(RamRecord record) {
    switch (record) {
      case RamRecord.MemSize m -> total = m.total();
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

  private void count(String block, String kind) {
    byBlock.computeIfAbsent(block, any -> new LinkedHashMap<>()).merge(kind, 1L, Long::sum);
  }

  /// {@return the announced sum of all blocks, 0 when the section announces none}
  long total() {
    return total;
  }

  List<RamRecord.Block> blocks() {
    return blocks;
  }

  /// {@return block to kind of record to number}
  Map<String, Map<String, Long>> byBlock() {
    return byBlock;
  }

  /// {@return kind of mark to number}
  Map<String, Long> marks() {
    return marks;
  }
}
