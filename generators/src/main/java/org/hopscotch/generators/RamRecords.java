package org.hopscotch.generators;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hopscotch.generators.MigrationStreams.Feature;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamItem.Kind;

/// The records of `ram` sections (wire-format section 7.1): the block list first, then pages in its
/// blocks. Of a `mapped-ram` file, pages lie behind the blocks.
final class RamRecords implements LiveSections.Content {
  private static final List<String> BLOCKS = List.of("pc.ram", "pc.bios", "/rom@etc/acpi/tables");
  private static final int LARGEST_RAW_PAGE_BITS = 12;
  private static final int MOST_PAGES = 8;
  private static final int MOST_RECORDS = 5;
  private static final int MOST_BYTES = 24;
  private static final int BITMAP_WORD = 64;
  private static final int XBZRLE = 1;

  private final StreamDraft draft;
  private final Map<String, Integer> pages = new LinkedHashMap<>();
  private Optional<String> last = Optional.empty();

  RamRecords(StreamDraft draft) {
    this.draft = draft;
  }

  @Override
  public String idstr() {
    return "ram";
  }

  @Override
  public int version() {
    return 4;
  }

  @Override
  public void draw(Kind kind) {
    if (kind == Kind.START) {
      blockList();
    }
    draft
        .choices()
        .list("ram record", 0, MOST_RECORDS, this::record)
        .forEach(record -> draft.add(new StreamItem.Ram(record)));
    draft.add(new StreamItem.Ram(mark(RamRecord.Kind.END_OF_SECTION)));
  }

  // ---- the block list

  private void blockList() {
    List<Integer> sizes =
        draft.choices().list("ram block", 0, BLOCKS.size(), c -> 1 + c.below(mostPages()));
    long total = sizes.stream().mapToLong(this::bytes).sum();
    draft.add(new StreamItem.Ram(new RamRecord.MemSize(total)));
    for (int i = 0; i < sizes.size(); i++) {
      block(BLOCKS.get(i), sizes.get(i));
      pages.put(BLOCKS.get(i), sizes.get(i));
    }
  }

  /// All pages of a `mapped-ram` file are in it.
  private int mostPages() {
    return draft.has("mapped-ram") ? 1 : MOST_PAGES;
  }

  private long bytes(int count) {
    return (long) count << draft.pageBits();
  }

  private void block(String name, int size) {
    Choices choices = draft.choices();
    boolean huge = draft.postcopy() && choices.chance(1, 2);
    OptionalLong pageSize =
        huge
            ? OptionalLong.of(1L << (draft.pageBits() + 1 + choices.below(18)))
            : OptionalLong.empty();
    OptionalLong address =
        draft.has("x-ignore-shared")
            ? OptionalLong.of(choices.bits(Long.SIZE))
            : OptionalLong.empty();
    if (!draft.has("mapped-ram")) {
      add(new RamRecord.Block(name, bytes(size), pageSize, address, Optional.empty()));
    } else if (draft.pageBits() > LARGEST_RAW_PAGE_BITS || !choices.chance(1, 2)) {
      RamRecord.Mapped shared = new RamRecord.Mapped(1, bytes(1), 0, 0);
      add(new RamRecord.Block(name, bytes(size), pageSize, address, Optional.of(shared)));
    } else {
      mapped(name, bytes(size), address);
    }
  }

  /// A block whose pages follow, at the offsets that its header says.
  private void mapped(String name, long length, OptionalLong address) {
    long pageSize = bytes(1);
    byte[] bitmap = new byte[Math.ceilDiv((int) (length / pageSize), BITMAP_WORD) * Long.BYTES];
    bitmap[0] = (byte) draft.choices().below(2);
    byte[] gap = new byte[draft.choices().below(MOST_BYTES)];
    RamRecord.Mapped nowhere = new RamRecord.Mapped(1, pageSize, 0, 0);
    long header =
        StreamDraft.length(
            new StreamItem.Ram(
                new RamRecord.Block(
                    name, length, OptionalLong.empty(), address, Optional.of(nowhere))));
    long bitmapOffset = draft.offset() + header;
    RamRecord.Mapped here =
        new RamRecord.Mapped(1, pageSize, bitmapOffset, bitmapOffset + bitmap.length + gap.length);
    add(new RamRecord.Block(name, length, OptionalLong.empty(), address, Optional.of(here)));
    add(new RamRecord.MappedBitmap(bitmap, gap));
    for (long offset = 0; offset < length; offset += pageSize) {
      add(new RamRecord.MappedPage(offset, name, page(draft.choices())));
    }
  }

  private void add(RamRecord record) {
    draft.add(new StreamItem.Ram(record));
  }

  // ---- records

  private RamRecord record(Choices choices) {
    int kind = choices.below(8);
    if (kind == 7 || pages.isEmpty() || draft.has("mapped-ram")) {
      return mark(choices.chance(1, 2) ? RamRecord.Kind.HOOK : RamRecord.Kind.MULTIFD_FLUSH);
    }
    RamRecord.Place place = place(choices);
    return switch (kind) {
      case 6 -> new RamRecord.Xbzrle(place, XBZRLE, draft.bytes(MOST_BYTES));
      case 5 -> new RamRecord.CompressedPage(place, draft.bytes(MOST_BYTES));
      case 4 ->
          draft.pageBits() <= LARGEST_RAW_PAGE_BITS && draft.draws(Feature.RAW_PAGES, 1, 2)
              ? new RamRecord.Page(place, page(choices))
              : new RamRecord.Zero(place, 0);
      default -> new RamRecord.Zero(place, choices.chance(1, 4) ? choices.below(256) : 0);
    };
  }

  /// {@return a page of a block, which is named unless it was named last}
  private RamRecord.Place place(Choices choices) {
    boolean named = last.isEmpty() || choices.chance(1, 4);
    String block = named ? choices.oneOf(List.copyOf(pages.keySet())) : last.orElseThrow();
    last = Optional.of(block);
    return new RamRecord.Place(bytes(choices.below(pages.get(block))), block, named);
  }

  private static RamRecord mark(RamRecord.Kind kind) {
    return new RamRecord.Mark(kind, 0);
  }

  private byte[] page(Choices choices) {
    byte[] page = new byte[1 << draft.pageBits()];
    Arrays.fill(page, (byte) choices.bits(Byte.SIZE));
    page[choices.below(page.length)] = (byte) choices.bits(Byte.SIZE);
    return page;
  }
}
