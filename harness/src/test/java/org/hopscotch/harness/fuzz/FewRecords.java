package org.hopscotch.harness.fuzz;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.wire.BlockRecord;
import org.hopscotch.model.wire.DirtyBitmapRecord;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.StreamItem;

/// Lets the first few records of each kind pass, over all live sections of a stream; marks and
/// lists always pass. What names a RAM block only by the record before it gets the name.
final class FewRecords {
  private static final int MOST_OF_A_KIND = 3;
  private static final int LARGEST_BYTES = 4096;

  private final Map<String, Integer> passed = new HashMap<>();
  private final Map<Long, Integer> sections = new HashMap<>();
  private int ofThisSection;
  private boolean skipped;

  /// Enters another section.
  void enter(long sectionId) {
    sections.merge(sectionId, 1, Integer::sum);
    ofThisSection = sections.get(sectionId) <= MOST_OF_A_KIND ? 1 : 0;
    skipped = true;
  }

  /// {@return whether this section has nothing that others before it have not}
  boolean isSpent() {
    return ofThisSection == 0;
  }

  /// {@return the record, unless there were enough of its kind}
  Optional<StreamItem> few(StreamItem item) {
    Optional<StreamItem> few =
        switch (item) {
          case StreamItem.Ram(RamRecord record) -> few(record).map(StreamItem.Ram::new);
          case StreamItem.DirtyBitmap(DirtyBitmapRecord record)
              when record.content()
                  instanceof DirtyBitmapRecord.Bits(_, _, Optional<byte[]> bits) ->
              count("bitmap " + bits.isPresent(), bits.map(b -> b.length).orElse(0))
                  ? Optional.of(item)
                  : Optional.empty();
          case StreamItem.Block(BlockRecord.Device device) ->
              count("disk", device.content().map(content -> content.length).orElse(0))
                  ? Optional.of(item)
                  : Optional.empty();
          default -> Optional.of(item);
        };
    skipped = few.isEmpty();
    return few;
  }

  private Optional<RamRecord> few(RamRecord record) {
    return switch (record) {
      case RamRecord.Zero zero ->
          count("zero", 1)
              ? Optional.of(new RamRecord.Zero(place(zero.place()), zero.fill()))
              : Optional.empty();
      case RamRecord.Page page ->
          count("page", page.content().length)
              ? Optional.of(new RamRecord.Page(place(page.place()), page.content()))
              : Optional.empty();
      case RamRecord.Xbzrle x ->
          count("xbzrle", x.delta().length)
              ? Optional.of(new RamRecord.Xbzrle(place(x.place()), x.coding(), x.delta()))
              : Optional.empty();
      case RamRecord.CompressedPage page ->
          count("compressed", page.deflated().length)
              ? Optional.of(new RamRecord.CompressedPage(place(page.place()), page.deflated()))
              : Optional.empty();
      case RamRecord.MappedBitmap _, RamRecord.MappedPage _ ->
          throw new IllegalArgumentException("lies at fixed places and cannot be cut");
      case RamRecord.MemSize _, RamRecord.Block _, RamRecord.Mark _ -> Optional.of(record);
    };
  }

  private RamRecord.Place place(RamRecord.Place place) {
    return skipped ? new RamRecord.Place(place.offset(), place.block(), true) : place;
  }

  private boolean count(String kind, int bytes) {
    int most = bytes == LARGEST_BYTES ? 1 : MOST_OF_A_KIND;
    boolean passes = bytes <= LARGEST_BYTES && passed.getOrDefault(kind, 0) < most;
    if (passes) {
      passed.merge(kind, 1, Integer::sum);
      ofThisSection++;
    }
    return passes;
  }
}
