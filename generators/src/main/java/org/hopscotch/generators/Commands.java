package org.hopscotch.generators;

import java.nio.ByteBuffer;
import java.util.List;
import org.hopscotch.generators.MigrationStreams.Feature;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.wire.StreamItem;

/// Commands between sections (wire-format section 7.3). There is no PACKAGED among them, since
/// what follows it would have to be of the length it says.
final class Commands {
  private static final int MOST = 2;
  private static final int PING = 2;
  private static final int POSTCOPY_ADVISE = 3;
  private static final int RAM_DISCARD = 6;
  private static final int RECV_BITMAP = 10;
  private static final int SWITCHOVER_START = 11;
  private static final List<Integer> NUMBERS =
      List.of(1, PING, POSTCOPY_ADVISE, 4, 5, RAM_DISCARD, 8, 9, RECV_BITMAP, SWITCHOVER_START);
  private static final int MOST_PAYLOAD = 24;

  private Commands() {}

  /// Adds some commands to the stream, mostly none.
  static void draw(StreamDraft draft) {
    if (draft.draws(Feature.COMMANDS, 1, 4)) {
      draft.choices().list("command", 0, MOST, c -> command(draft, c)).forEach(draft::add);
    }
  }

  /// Adds some commands as they stand before RAM, among them now and then the one that announces
  /// postcopy of it. Then page sizes may be in the block list; what other capabilities put there
  /// could not be told from them.
  static void drawFirst(StreamDraft draft) {
    draw(draft);
    boolean possible = !draft.has("x-ignore-shared") && !draft.has("mapped-ram");
    if (possible && draft.draws(Feature.POSTCOPY, 1, 6)) {
      long page = 1L << draft.pageBits();
      draft.announcePostcopy();
      draft.add(
          new StreamItem.Command(
              POSTCOPY_ADVISE,
              ByteBuffer.allocate(2 * Long.BYTES).putLong(page).putLong(page).array()));
    }
  }

  private static StreamItem command(StreamDraft draft, Choices choices) {
    int number = choices.oneOf(NUMBERS);
    byte[] payload =
        switch (number) {
          case PING ->
              ByteBuffer.allocate(Integer.BYTES).putInt((int) choices.bits(Integer.SIZE)).array();
          case RAM_DISCARD, RECV_BITMAP -> draft.bytes(MOST_PAYLOAD);
          default -> new byte[0];
        };
    return new StreamItem.Command(number, payload);
  }
}
