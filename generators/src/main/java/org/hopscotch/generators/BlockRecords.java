package org.hopscotch.generators;

import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.wire.BlockRecord;
import org.hopscotch.model.wire.StreamItem;

/// The records of `block` sections (wire-format section 15), without those that carry a MiB.
record BlockRecords(StreamDraft draft) implements LiveSections.Content {
  private static final List<String> DRIVES = List.of("drive0", "#block137", "ide0-hd0");
  private static final int MOST_RECORDS = 4;
  private static final int MOST_MIB = 64;

  @Override
  public String idstr() {
    return "block";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void draw(StreamItem.Kind kind) {
    draft.choices().list("block record", 0, MOST_RECORDS, BlockRecords::record).stream()
        .map(StreamItem.Block::new)
        .forEach(draft::add);
    draft.add(new StreamItem.Block(new BlockRecord.EndOfSection(0)));
  }

  private static BlockRecord record(Choices choices) {
    if (choices.chance(1, 2)) {
      return new BlockRecord.Progress(choices.below(101));
    }
    long offset = (long) choices.below(MOST_MIB) * BlockRecord.BLOCK_BYTES;
    return new BlockRecord.Device(offset, choices.oneOf(DRIVES), Optional.empty());
  }
}
