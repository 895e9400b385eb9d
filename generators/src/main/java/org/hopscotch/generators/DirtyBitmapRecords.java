package org.hopscotch.generators;

import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.wire.DirtyBitmapRecord;
import org.hopscotch.model.wire.StreamItem;

/// The chunks of `dirty-bitmap` sections (wire-format section 15).
final class DirtyBitmapRecords implements LiveSections.Content {
  private static final int EOS = 0x01;
  private static final int ZEROES = 0x02;
  private static final int BITMAP_NAME = 0x04;
  private static final int DEVICE_NAME = 0x08;
  private static final int START = 0x10;
  private static final int COMPLETE = 0x20;
  private static final int BITS = 0x40;

  private static final List<String> DEVICES = List.of("drive0", "#block137");
  private static final List<String> BITMAPS = List.of("bitmap0", "");
  private static final int MOST_CHUNKS = 4;
  private static final int MOST_BYTES = 16;
  private static final int GRANULARITY_BITS = 16;

  private final StreamDraft draft;
  private boolean named;

  DirtyBitmapRecords(StreamDraft draft) {
    this.draft = draft;
  }

  @Override
  public String idstr() {
    return "dirty-bitmap";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void draw(StreamItem.Kind kind) {
    draft
        .choices()
        .list("chunk", 0, MOST_CHUNKS, this::chunk)
        .forEach(chunk -> draft.add(new StreamItem.DirtyBitmap(chunk)));
    draft.add(
        new StreamItem.DirtyBitmap(
            new DirtyBitmapRecord(
                EOS, Optional.empty(), Optional.empty(), new DirtyBitmapRecord.Nothing())));
  }

  private DirtyBitmapRecord chunk(Choices choices) {
    Optional<String> device =
        !named || choices.chance(1, 4) ? Optional.of(choices.oneOf(DEVICES)) : Optional.empty();
    Optional<String> bitmap =
        !named || choices.chance(1, 4) ? Optional.of(choices.oneOf(BITMAPS)) : Optional.empty();
    named = true;
    int names = (device.isPresent() ? DEVICE_NAME : 0) | (bitmap.isPresent() ? BITMAP_NAME : 0);
    return switch (choices.below(4)) {
      case 0 ->
          new DirtyBitmapRecord(
              names | START,
              device,
              bitmap,
              new DirtyBitmapRecord.Start(1L << GRANULARITY_BITS, choices.below(4)));
      case 1 -> new DirtyBitmapRecord(names | BITS, device, bitmap, bits(choices, true));
      case 2 -> new DirtyBitmapRecord(names | BITS | ZEROES, device, bitmap, bits(choices, false));
      default ->
          new DirtyBitmapRecord(names | COMPLETE, device, bitmap, new DirtyBitmapRecord.Nothing());
    };
  }

  private DirtyBitmapRecord.Bits bits(Choices choices, boolean sent) {
    return new DirtyBitmapRecord.Bits(
        choices.bits(Integer.SIZE),
        choices.bits(Short.SIZE),
        sent ? Optional.of(draft.bytes(MOST_BYTES)) : Optional.empty());
  }
}
