package org.hopscotch.generators;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.MigrationStream;
import org.hopscotch.model.wire.StreamItem;

/// Whole migration streams (wire-format section 1), which a reader takes to their end. The simplest
/// is header and EOF.
///
/// What nothing in a stream bounds is left out: bodies without description end at a footer, and
/// have no byte that one could begin with.
public final class MigrationStreams {
  private static final int STREAM_VERSION = 3;
  private static final int MOST_TRAILING = 16;

  private MigrationStreams() {}

  /// What a stream may have or lack; each case may have its share of these.
  public enum Feature {
    CONFIGURATION,
    /// A target page size that CONFIGURATION says.
    PAGE_BITS,
    CAPABILITIES,
    UUID,
    COMMANDS,
    /// Page sizes in the block list, which the command ADVISE announces.
    POSTCOPY,
    RAM,
    RAW_PAGES,
    DIRTY_BITMAP,
    BLOCK,
    /// Live sections of a kind that is known by its footers only.
    OTHER_LIVE,
    /// Device sections between live ones.
    EARLY_DEVICES,
    DEVICES,
    OLD_STYLE,
    /// Device sections that the description leaves out.
    UNDESCRIBED,
    /// A device's section sent a second time.
    REPEATED,
    WITHOUT_FOOTERS,
    WITHOUT_DESCRIPTION,
    TRAILING
  }

  /// {@return a stream}
  public static MigrationStream draw(Choices choices) {
    StreamDraft draft = new StreamDraft(choices);
    draft.add(new StreamItem.Header(STREAM_VERSION));
    Optional<StreamItem.Configuration> configuration = Configurations.draw(draft);
    Commands.drawFirst(draft);
    LiveSections.draw(draft);
    Commands.draw(draft);
    DeviceSections.draw(draft);
    boolean bare = draft.hasNoSections();
    draft.add(new StreamItem.Eof());
    boolean described = !bare && draft.describes();
    if (described) {
      draft.add(description(draft, configuration));
    }
    if ((bare || described) && draft.draws(Feature.TRAILING, 1, 6)) {
      draft.add(new StreamItem.Trailing(trailing(choices)));
    }
    return draft.stream();
  }

  private static StreamItem description(
      StreamDraft draft, Optional<StreamItem.Configuration> configuration) {
    Optional<Description.Vmsd> own =
        configuration
            .filter(_ -> draft.choices().chance(1, 2))
            .map(StreamItem.Configuration::body)
            .map(Body::layout);
    OptionalInt pageSize = OptionalInt.of(1 << draft.pageBits());
    return new StreamItem.VmDescription(
        DescriptionJson.print(new Description(own, pageSize, draft.described())));
  }

  /// Bytes in which no description can begin.
  private static byte[] trailing(Choices choices) {
    List<Integer> bytes = choices.list("byte", 1, MOST_TRAILING, c -> (int) c.bits(Byte.SIZE));
    return StreamDraft.without(0x06, bytes);
  }
}
