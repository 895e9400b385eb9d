package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.model.wire.ByteSource;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamReader;

/// The places of a stream that a reader's decisions hang on: types, ids, lengths, counts, versions,
/// names. Damage done there goes deeper than damage done anywhere.
///
/// @param places in stream order
public record Landmarks(List<Place> places) {
  private static final int HELD_BYTES = 64 << 20;

  public Landmarks {
    places = List.copyOf(places);
  }

  /// One place.
  ///
  /// @param offset in bytes
  /// @param width in bytes
  public record Place(Kind kind, int offset, int width) {}

  /// What stands at a place.
  public enum Kind {
    TYPE,
    ID,
    LENGTH,
    VERSION,
    NAME,
    RECORD,
    BODY,
    DESCRIPTION
  }

  /// {@return the landmarks of a stream}
  ///
  /// @throws IllegalArgumentException when `stream` cannot be read
  public static Landmarks of(byte[] stream) {
    List<Place> places = new ArrayList<>();
    Optional<Refusal> refusal =
        StreamReader.read(
            ByteSource.of(stream),
            new StreamReader.Options(
                DescriptionJson::parse, Optional::empty, Likenesses.none(), HELD_BYTES),
            (offset, item) -> note(places, (int) offset, item));
    if (refusal.isPresent()) {
      throw new IllegalArgumentException("not a whole stream: " + refusal.get());
    }
    return new Landmarks(places);
  }

  private static void note(List<Place> places, int offset, StreamItem item) {
    switch (item) {
      case StreamItem.Header _ -> places.add(new Place(Kind.VERSION, offset + 4, 4));
      case StreamItem.Configuration c -> {
        places.add(new Place(Kind.TYPE, offset, 1));
        places.add(new Place(Kind.LENGTH, offset + 1, 4));
        places.add(new Place(Kind.NAME, offset + 5, c.machine().length()));
      }
      case StreamItem.Command _ -> {
        places.add(new Place(Kind.ID, offset + 1, 2));
        places.add(new Place(Kind.LENGTH, offset + 3, 2));
      }
      case StreamItem.SectionHeader h -> header(places, offset, h);
      case StreamItem.Ram _, StreamItem.DirtyBitmap _, StreamItem.Block _ ->
          places.add(new Place(Kind.RECORD, offset, 8));
      case StreamItem.Device _, StreamItem.Unknown _ -> places.add(new Place(Kind.BODY, offset, 8));
      case StreamItem.Footer _ -> {
        places.add(new Place(Kind.TYPE, offset, 1));
        places.add(new Place(Kind.ID, offset + 1, 4));
      }
      case StreamItem.Eof _ -> places.add(new Place(Kind.TYPE, offset, 1));
      case StreamItem.VmDescription d -> description(places, offset, d.json());
      case StreamItem.Trailing _ -> {}
    }
  }

  private static void header(List<Place> places, int offset, StreamItem.SectionHeader header) {
    places.add(new Place(Kind.TYPE, offset, 1));
    places.add(new Place(Kind.ID, offset + 1, 4));
    if (header.kind() == StreamItem.Kind.START || header.kind() == StreamItem.Kind.FULL) {
      int name = offset + 6;
      int length = header.idstr().length();
      places.add(new Place(Kind.LENGTH, name - 1, 1));
      places.add(new Place(Kind.NAME, name, length));
      places.add(new Place(Kind.ID, name + length, 4));
      places.add(new Place(Kind.VERSION, name + length + 4, 4));
    }
  }

  /// Counts and sizes in the description decide how all devices are read.
  private static void description(List<Place> places, int offset, byte[] json) {
    int start = offset + 5;
    places.add(new Place(Kind.LENGTH, offset + 1, 4));
    for (int i = 1; i < json.length; i++) {
      if (Character.isDigit(json[i]) && (json[i - 1] == ':' || json[i - 1] == ' ')) {
        places.add(new Place(Kind.DESCRIPTION, start + i, 1));
      }
    }
  }
}
