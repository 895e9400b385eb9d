package org.hopscotch.model.wire;

import java.util.List;

/// A migration stream as a value: its items, in order. Whether a receiver would take them is not
/// judged; {@link StreamReader} reads those of a stream that ends where it says.
///
/// @param items in the order of their bytes
public record MigrationStream(List<StreamItem> items) {
  public MigrationStream {
    items = List.copyOf(items);
  }

  /// {@return the stream's bytes, all of them in memory}
  ///
  /// @throws IllegalArgumentException when an item has a name that does not fit a `str8`
  public byte[] toBytes() {
    return WireOutput.toBytes(out -> {
      StreamWriter writer = new StreamWriter(out);
      items.forEach(writer::write);
    });
  }
}
