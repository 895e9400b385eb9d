package org.hopscotch.harness.explain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hopscotch.harness.subject.Instance;

/// Where the sections of devices lie in a stream that was sent.
final class SentSections {
  private static final int TYPE_AND_ID = 1 + Integer.BYTES;

  private SentSections() {}

  /// A section of a stream.
  ///
  /// @param from the offset of its header
  record Place(String idstr, long instanceId, int from) {
    boolean isAlike(Place other) {
      return idstr.equals(other.idstr) && instanceId == other.instanceId;
    }
  }

  /// {@return the sections of devices in their order}
  static List<Place> of(Instance.Saved saved) {
    List<Place> places = new ArrayList<>();
    int at = 0;
    for (Instance.SectionBody body : saved.sections()) {
      int from = find(saved.stream(), header(body), at);
      if (from < 0) {
        return places;
      }
      places.add(new Place(body.idstr(), body.instanceId(), Math.max(0, from - TYPE_AND_ID)));
      at = from + body.bytes().length;
    }
    return places;
  }

  private static byte[] header(Instance.SectionBody body) {
    byte[] name = body.idstr().getBytes(StandardCharsets.ISO_8859_1);
    byte[] header = new byte[1 + name.length + Integer.BYTES];
    header[0] = (byte) name.length;
    System.arraycopy(name, 0, header, 1, name.length);
    for (int i = 0; i < Integer.BYTES; i++) {
      header[1 + name.length + i] =
          (byte) (body.instanceId() >> (Byte.SIZE * (Integer.BYTES - 1 - i)));
    }
    return header;
  }

  private static int find(byte[] stream, byte[] part, int from) {
    for (int at = from; at + part.length <= stream.length; at++) {
      if (Arrays.equals(stream, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }
}
