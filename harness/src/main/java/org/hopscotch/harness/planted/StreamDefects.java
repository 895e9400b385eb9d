package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hopscotch.harness.planted.Distortion.Amended;
import org.hopscotch.harness.planted.Distortion.Said;
import org.hopscotch.harness.planted.Distortion.SavedAgain;
import org.hopscotch.harness.planted.Distortion.Sent;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.model.migration.GlobalState;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;

/// What is around the sections: frames, ends, what is left out (wire-format section 1).
final class StreamDefects {
  private static final byte FOOTER = 0x7e;

  private StreamDefects() {}

  static List<EngineDefect> all() {
    return List.of(
        new EngineDefect(
            "footer-unchecked",
            "five bytes are read behind a section, whatever they are",
            Part.LOADING,
            Shows.ON_UNSOUND,
            new Amended(StreamDefects::withFooter)),
        new EngineDefect(
            "truncated-stream-taken",
            "a stream that ends too early has arrived",
            Part.LOADING,
            Shows.ON_UNSOUND,
            new Said(outcome ->
                outcome instanceof Outcome.Refused refused && isCut(refused.refusal().reason())
                    ? new Outcome.Arrived(List.of())
                    : outcome)),
        new EngineDefect(
            "unknown-section-skipped",
            "a section that no device has is skipped",
            Part.LOADING,
            Shows.ON_UNSOUND,
            new Amended(StreamDefects::withoutUnknown)),
        new EngineDefect(
            "last-section-not-sent",
            "the last section of the list is not sent",
            Part.SAVING,
            Shows.ON_SOUND,
            new Sent(StreamDefects::withoutLast)),
        new EngineDefect(
            "run-state-not-sent",
            "globalstate is not sent",
            Part.SAVING,
            Shows.ON_SOUND,
            new Sent(items -> without(items, one -> one.idstr().equals(GlobalState.NAME)))),
        new EngineDefect(
            "second-save-cut",
            "of a guest that was saved before nothing but the beginning is saved",
            Part.SAVING,
            Shows.ON_SOUND,
            new SavedAgain(StreamDefects::untilRam)));
  }

  private static boolean isCut(Refusal.Reason reason) {
    return reason instanceof Refusal.Truncated || reason instanceof Refusal.ImpossibleLength;
  }

  // ---- footers

  private static Optional<byte[]> withFooter(byte[] stream, Outcome.Refused refused) {
    int at = Math.toIntExact(refused.refusal().offset());
    return switch (refused.refusal().reason()) {
      case Refusal.MissingFooter _ ->
          refused
              .section()
              .filter(_ -> at + 1 + Integer.BYTES <= stream.length)
              .map(section -> footer(stream, at, section.sectionId()));
      case Refusal.MismatchedFooter(long expected, _) ->
          at + Integer.BYTES <= stream.length
              ? Optional.of(footer(stream, at - 1, expected))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static byte[] footer(byte[] stream, int at, long sectionId) {
    byte[] other = stream.clone();
    other[at] = FOOTER;
    for (int i = 0; i < Integer.BYTES; i++) {
      other[at + 1 + i] = (byte) (sectionId >>> (Byte.SIZE * (Integer.BYTES - 1 - i)));
    }
    return Arrays.equals(other, stream) ? stream : other;
  }

  // ---- whole sections

  private static Optional<byte[]> withoutUnknown(byte[] stream, Outcome.Refused refused) {
    return refused.refusal().reason() instanceof Refusal.UnknownSection(String idstr, long instance)
        ? Optional.of(
            SentItems.changed(
                stream,
                items ->
                    without(
                        items, one -> one.idstr().equals(idstr) && one.instanceId() == instance)))
        : Optional.empty();
  }

  /// {@return items without the FULL sections of a kind}
  private static List<StreamItem> without(
      List<StreamItem> items, Predicate<StreamItem.SectionHeader> unwanted) {
    List<StreamItem> others = new ArrayList<>();
    boolean inside = false;
    for (StreamItem item : items) {
      if (item instanceof StreamItem.SectionHeader header) {
        inside = header.kind() == StreamItem.Kind.FULL && unwanted.test(header);
      }
      boolean part =
          item instanceof StreamItem.SectionHeader
              || item instanceof StreamItem.Device
              || item instanceof StreamItem.Footer;
      if (!inside || !part) {
        others.add(item);
      }
    }
    return others;
  }

  private static List<StreamItem> withoutLast(List<StreamItem> items) {
    return items.stream()
        .flatMap(item ->
            item instanceof StreamItem.SectionHeader header
                    && header.kind() == StreamItem.Kind.FULL
                    && !header.idstr().equals(GlobalState.NAME)
                ? Stream.of(header)
                : java.util.stream.Stream.empty())
        .reduce((_, later) -> later)
        .map(last -> without(items, header -> header.sectionId() == last.sectionId()))
        .orElse(items);
  }

  private static List<StreamItem> untilRam(List<StreamItem> items) {
    return items.stream()
        .takeWhile(
            item -> item instanceof StreamItem.Header || item instanceof StreamItem.Configuration)
        .toList();
  }
}
