package org.hopscotch.model.wire;

import java.util.List;
import org.hopscotch.model.wire.Body.Content;

/// Counts how many bytes of device sections' bodies were understood. RAM does not count: its
/// records are understood, and their pages mean nothing to VMState.
public final class OpaqueShare {
  private long bytes;
  private long opaque;

  /// Counts an item; those that are no device section's body count nothing.
  public void add(StreamItem item) {
    switch (item) {
      case StreamItem.Device device -> {
        bytes += BodySize.of(device.body());
        opaque += opaque(device.body());
      }
      case StreamItem.Unknown unknown -> {
        bytes += unknown.bytes().length;
        opaque += unknown.bytes().length;
      }
      case StreamItem.Header _,
          StreamItem.Configuration _,
          StreamItem.Command _,
          StreamItem.SectionHeader _,
          StreamItem.Ram _,
          StreamItem.DirtyBitmap _,
          StreamItem.Block _,
          StreamItem.Footer _,
          StreamItem.Eof _,
          StreamItem.VmDescription _,
          StreamItem.Trailing _ -> {}
    }
  }

  /// {@return bytes of device bodies}
  public long bytes() {
    return bytes;
  }

  /// {@return how many of them are opaque}
  public long opaqueBytes() {
    return opaque;
  }

  /// {@return the share of opaque bytes, 0 to 1; 0 where there are none at all}
  public double share() {
    return bytes == 0 ? 0 : (double) opaque / bytes;
  }

  private static long opaque(Body body) {
    long opaque = opaque(body.values());
    for (Body subsection : body.subsections()) {
      opaque += opaque(subsection);
    }
    return opaque;
  }

  private static long opaque(List<Content> contents) {
    long opaque = 0;
    for (Content content : contents) {
      opaque += opaque(content);
    }
    return opaque;
  }

  private static long opaque(Content content) {
    return switch (content) {
      case Body.Opaque o -> o.bytes().length;
      case Body.Struct s -> opaque(s.body());
      case Body.Structs s -> opaque(s.columns());
      case Body.Pointers p -> opaque(p.elements());
      case Body.Queue q -> q.elements().stream().mapToLong(OpaqueShare::opaque).sum();
      case Body.Tree t -> t.nodes().stream().mapToLong(node -> opaque(node.value())).sum();
      case Body.Scalars _, Body.Bytes _, Body.Text _, Body.Markers _, Body.MsixState _ -> 0;
    };
  }
}
