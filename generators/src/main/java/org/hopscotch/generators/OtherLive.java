package org.hopscotch.generators;

import org.hopscotch.model.wire.StreamItem;

/// Live sections of a kind whose content is known to its sender only; they need footers.
record OtherLive(StreamDraft draft) implements LiveSections.Content {
  private static final int MOST_BYTES = 24;

  @Override
  public String idstr() {
    return "0000:00:03.0/vfio";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void draw(StreamItem.Kind kind) {
    draft.add(
        new StreamItem.Unknown(
            draft.bytesWithoutFooter(MOST_BYTES), "live sections of this kind are not described"));
  }
}
