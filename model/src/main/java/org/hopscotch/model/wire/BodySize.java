package org.hopscotch.model.wire;

import java.util.List;
import org.hopscotch.model.wire.Body.Content;

/// How many bytes typed content takes on the wire: what {@link BodyWriter} writes, counted.
public final class BodySize {
  /// The bytes before a subsection's body, without its name.
  private static final int FRAME_BYTES = 1 + 1 + Integer.BYTES;

  private BodySize() {}

  /// {@return the bytes of the fields and of all subsections with their frames}
  public static long of(Body body) {
    long size = of(body.values());
    for (Body subsection : body.subsections()) {
      size += ofFramed(subsection);
    }
    return size;
  }

  private static long of(List<Content> contents) {
    long size = 0;
    for (Content content : contents) {
      size += of(content);
    }
    return size;
  }

  /// {@return the bytes of a subsection and its frame}
  public static long ofFramed(Body subsection) {
    return frame(subsection) + of(subsection);
  }

  /// {@return the bytes of a subsection's frame alone}
  public static long frame(Body subsection) {
    return (long) FRAME_BYTES + subsection.layout().name().length();
  }

  /// {@return the bytes of one field, or of all elements of an array}
  public static long of(Content content) {
    return switch (content) {
      case Body.Scalars s -> (long) s.type().width() * s.values().length;
      case Body.Bytes b -> b.bytes().length;
      case Body.Text t -> 1L + t.text().length();
      case Body.Struct s -> of(s.body());
      case Body.Structs s -> of(s.columns());
      case Body.Pointers p -> (long) p.present().length - p.count() + of(p.elements());
      case Body.Markers m -> m.present().length;
      case Body.Queue q -> 1 + q.elements().stream().mapToLong(element -> 1 + of(element)).sum();
      case Body.Tree t -> Integer.BYTES + 1 + t.nodes().stream().mapToLong(BodySize::of).sum();
      case Body.MsixState m -> m.table().length + (long) m.pending().length;
      case Body.Opaque o -> o.bytes().length;
    };
  }

  private static long of(Body.Node node) {
    long key =
        switch (node.key()) {
          case Body.DirectKey _ -> Long.BYTES;
          case Body.StructKey struct -> of(struct.body());
        };
    return 1 + key + of(node.value());
  }
}
