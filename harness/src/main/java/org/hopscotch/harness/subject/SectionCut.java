package org.hopscotch.harness.subject;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.model.migration.GlobalState;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;

/// A stream cut at its device sections: the bytes of each, header and footer included, and whatever
/// lies between them.
final class SectionCut {
  private static final int HELD_BYTES = 1 << 28;

  private final byte[] stream;
  private final Likenesses likenesses;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Instance.SectionBody> bodies = new ArrayList<>();
  private Optional<StreamItem.SectionHeader> header = Optional.empty();
  private long bodyStart;

  private SectionCut(byte[] stream, Likenesses likenesses) {
    this.stream = stream;
    this.likenesses = likenesses;
  }

  /// What came of cutting.
  sealed interface Result {}

  /// The stream in pieces.
  record Cut(SectionCut pieces) implements Result {}

  /// It is no whole stream.
  record Uncut(Refusal refusal) implements Result {}

  /// Bytes from one offset on, as far as the next piece.
  ///
  /// @param section a device section's header; empty for all else
  private record Piece(Optional<StreamItem.SectionHeader> section, int from) {}

  /// Cuts a stream that describes itself.
  static Result of(byte[] stream) throws IOException {
    Optional<Description> description = read(stream).description(HELD_BYTES);
    return of(stream, new Likenesses(description.stream().toList()));
  }

  /// Cuts device state that describes nothing, by the description of the stream that was saved
  /// before it.
  Result like(byte[] deviceState) throws IOException {
    return of(deviceState, likenesses);
  }

  private static Result of(byte[] stream, Likenesses likenesses) throws IOException {
    SectionCut cut = new SectionCut(stream, likenesses);
    Optional<Refusal> refusal = read(stream).read(likenesses, HELD_BYTES, cut::item);
    return refusal.isPresent() ? new Uncut(refusal.get()) : new Cut(cut);
  }

  private static StreamFile read(byte[] stream) {
    return StreamFile.standardInput(new ByteArrayInputStream(stream));
  }

  private void item(long offset, StreamItem item) {
    endBody(offset);
    switch (item) {
      case StreamItem.SectionHeader one -> {
        header = Optional.of(one).filter(h -> h.kind() == StreamItem.Kind.FULL);
        pieces.add(new Piece(header, (int) offset));
      }
      case StreamItem.Device _, StreamItem.Unknown _ -> bodyStart = offset;
      case StreamItem.Footer _ -> {}
      case StreamItem.Header _,
          StreamItem.Configuration _,
          StreamItem.Command _,
          StreamItem.Ram _,
          StreamItem.DirtyBitmap _,
          StreamItem.Block _,
          StreamItem.Eof _,
          StreamItem.VmDescription _,
          StreamItem.Trailing _ ->
          pieces.add(new Piece(Optional.empty(), (int) offset));
    }
  }

  private void endBody(long offset) {
    if (bodyStart > 0 && header.isPresent()) {
      StreamItem.SectionHeader of = header.get();
      bodies.add(
          new Instance.SectionBody(
              of.idstr(),
              of.instanceId(),
              Arrays.copyOfRange(stream, (int) bodyStart, (int) offset)));
    }
    bodyStart = 0;
  }

  /// {@return the stream, and the bodies of its device sections}
  Instance.Saved saved() {
    return new Instance.Saved(stream, bodies);
  }

  /// {@return the stream with its device sections as another one has them, but for the run state,
  /// which is no device's}
  byte[] with(SectionCut later) {
    Map<String, byte[]> sections = later.sections();
    ByteArrayOutputStream out = new ByteArrayOutputStream(stream.length);
    for (int i = 0; i < pieces.size(); i++) {
      byte[] own = bytes(i);
      out.writeBytes(
          pieces
              .get(i)
              .section()
              .filter(section -> !section.idstr().equals(GlobalState.NAME))
              .map(section -> sections.getOrDefault(key(section), own))
              .orElse(own));
    }
    return out.toByteArray();
  }

  private Map<String, byte[]> sections() {
    Map<String, byte[]> sections = new LinkedHashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      byte[] bytes = bytes(i);
      pieces.get(i).section().ifPresent(section -> sections.put(key(section), bytes));
    }
    return sections;
  }

  private byte[] bytes(int piece) {
    int to = piece + 1 < pieces.size() ? pieces.get(piece + 1).from() : stream.length;
    return Arrays.copyOfRange(stream, pieces.get(piece).from(), to);
  }

  private static String key(StreamItem.SectionHeader section) {
    return section.idstr() + " " + section.instanceId();
  }
}
