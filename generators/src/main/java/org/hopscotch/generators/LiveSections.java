package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.generators.MigrationStreams.Feature;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamItem.Kind;

/// The START, PART and END sections of what changes while it is sent. Each that starts also ends,
/// or all that follows would be read as if RAM were still to come.
final class LiveSections {
  private static final int MOST_ROUNDS = 3;

  private final StreamDraft draft;
  private final List<Sender> senders = new ArrayList<>();

  private LiveSections(StreamDraft draft) {
    this.draft = draft;
  }

  /// What one live section sends.
  interface Content {
    /// {@return the name of its sections}
    String idstr();

    /// {@return the version of its sections}
    int version();

    /// Adds the body of one section to the stream.
    void draw(Kind kind);
  }

  private record Sender(Content content, long sectionId) {}

  /// Adds all live sections of the stream, perhaps none, and early devices between them.
  static void draw(StreamDraft draft) {
    new LiveSections(draft).all();
  }

  private void all() {
    start(Feature.BLOCK, new BlockRecords(draft));
    start(Feature.RAM, new RamRecords(draft));
    start(Feature.DIRTY_BITMAP, new DirtyBitmapRecords(draft));
    if (draft.footers()) {
      start(Feature.OTHER_LIVE, new OtherLive(draft));
    }
    if (!senders.isEmpty()) {
      draft
          .choices()
          .list(
              "round",
              0,
              MOST_ROUNDS,
              c -> {
                section(c.oneOf(senders), Kind.PART);
                return true;
              });
      Commands.draw(draft);
      senders.forEach(sender -> section(sender, Kind.END));
    }
  }

  private void start(Feature feature, Content content) {
    if (draft.draws(feature, 1, 2)) {
      Sender sender = new Sender(content, draft.newSectionId());
      senders.add(sender);
      section(sender, Kind.START);
      DeviceSections.drawEarly(draft);
    }
  }

  private void section(Sender sender, Kind kind) {
    Content content = sender.content();
    StreamItem.SectionHeader header =
        new StreamItem.SectionHeader(
            kind, sender.sectionId(), content.idstr(), 0, content.version());
    draft.begin(header);
    content.draw(kind);
    draft.end(header);
  }
}
