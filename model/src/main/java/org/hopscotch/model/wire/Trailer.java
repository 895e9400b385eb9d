package org.hopscotch.model.wire;

import java.util.Optional;

/// Finds the VMDESCRIPTION from behind, since nothing before it says where it is (wire-format
/// section 10.1).
final class Trailer {
  private static final int HEAD_BYTES = 1 + Integer.BYTES;

  private Trailer() {}

  /// Where the text lies, as offsets in the input.
  ///
  /// @param atEnd whether the input ends with it; a place before that may only look like one
  record Place(long start, long end, boolean atEnd) {}

  /// {@return the last place that can be a description's text: preferably one that ends the input,
  /// else one behind an EOF that leaves bytes over}
  static Optional<Place> find(WireInput in) {
    Optional<Place> inside = Optional.empty();
    for (int head = in.remaining() - HEAD_BYTES - 1; head >= 0; head--) {
      if (in.peek(head) == StreamWriter.VM_DESCRIPTION && in.peek(head + HEAD_BYTES) == '{') {
        long length = in.peekInteger(head + 1, Integer.BYTES);
        long left = (long) in.remaining() - head - HEAD_BYTES;
        long start = in.offset() + head + HEAD_BYTES;
        if (length == left) {
          return Optional.of(new Place(start, start + length, true));
        }
        if (length < left
            && head > 0
            && inside.isEmpty()
            && in.peek(head - 1) == StreamWriter.EOF) {
          inside = Optional.of(new Place(start, start + length, false));
        }
      }
    }
    return inside;
  }
}
