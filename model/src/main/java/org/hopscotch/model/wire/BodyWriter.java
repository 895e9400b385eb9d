package org.hopscotch.model.wire;

import java.util.List;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.wire.Body.Content;

/// Writes a {@link Body}; what {@link BodyReader} reads (wire-format sections 4 and 5).
public final class BodyWriter {
  /// Stands for a NULL element of a pointer array.
  static final int NULL_MARKER = 0x30;

  /// Stands before an element that an auto-allocating pointer array has.
  static final int PRESENT_MARKER = 0x31;

  /// The type byte of a subsection's frame.
  public static final int SUBSECTION = 0x05;

  private BodyWriter() {}

  /// {@return the body's bytes}
  public static byte[] toBytes(Body body) {
    return WireOutput.toBytes(out -> write(out, body));
  }

  /// {@return the bytes of one field's content}
  public static byte[] toBytes(Content content) {
    return WireOutput.toBytes(out -> write(out, content));
  }

  /// Writes the fields, then each subsection with its frame.
  public static void write(WireOutput out, Body body) {
    for (Content value : body.values()) {
      write(out, value);
    }
    for (Body subsection : body.subsections()) {
      out.u8(SUBSECTION);
      out.str8(subsection.layout().name());
      out.be32(subsection.layout().version());
      write(out, subsection);
    }
  }

  static void write(WireOutput out, Content content) {
    switch (content) {
      case Body.Scalars s -> scalars(out, s.type(), s.values(), 0, s.values().length);
      case Body.Bytes b -> out.bytes(b.bytes());
      case Body.Text t -> out.str8(t.text());
      case Body.Struct s -> write(out, s.body());
      case Body.Structs s -> structs(out, s, 0, s.count());
      case Body.Pointers p -> pointers(out, p);
      case Body.Markers m -> markers(out, m);
      case Body.Queue q -> queue(out, q);
      case Body.Tree t -> tree(out, t);
      case Body.MsixState m -> {
        out.bytes(m.table());
        out.bytes(m.pending());
      }
      case Body.Opaque o -> out.bytes(o.bytes());
    }
  }

  private static void scalars(WireOutput out, ScalarType type, long[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      out.integer(values[i], type.width());
    }
  }

  private static void structs(WireOutput out, Body.Structs structs, int from, int to) {
    for (int i = from; i < to; i++) {
      for (Content column : structs.columns()) {
        slice(out, column, i, structs.count());
      }
    }
  }

  /// Writes element `index` of a column that holds `count` elements.
  private static void slice(WireOutput out, Content column, int index, int count) {
    switch (column) {
      case Body.Scalars s -> {
        int each = s.values().length / count;
        scalars(out, s.type(), s.values(), index * each, (index + 1) * each);
      }
      case Body.Bytes b -> {
        int each = b.bytes().length / count;
        out.bytes(b.bytes(), index * each, each);
      }
      case Body.Structs s -> {
        int each = s.count() / count;
        structs(out, s, index * each, (index + 1) * each);
      }
      case Body.Opaque o -> {
        int each = o.bytes().length / count;
        out.bytes(o.bytes(), index * each, each);
      }
      case Body.Text _,
          Body.Struct _,
          Body.Pointers _,
          Body.Markers _,
          Body.Queue _,
          Body.Tree _,
          Body.MsixState _ ->
          throw new IllegalArgumentException("not a column: " + column);
    }
  }

  private static void pointers(WireOutput out, Body.Pointers pointers) {
    int written = 0;
    int count = pointers.count();
    for (boolean present : pointers.present()) {
      if (present) {
        slice(out, pointers.elements(), written++, count);
      } else {
        out.u8(NULL_MARKER);
      }
    }
  }

  private static void markers(WireOutput out, Body.Markers markers) {
    for (boolean present : markers.present()) {
      out.u8(present ? PRESENT_MARKER : NULL_MARKER);
    }
  }

  private static void queue(WireOutput out, Body.Queue queue) {
    for (Body element : queue.elements()) {
      out.u8(1);
      write(out, element);
    }
    out.u8(0);
  }

  private static void tree(WireOutput out, Body.Tree tree) {
    List<Body.Node> nodes = tree.nodes();
    out.be32(nodes.size());
    for (Body.Node node : nodes) {
      out.u8(1);
      switch (node.key()) {
        case Body.DirectKey direct -> out.be64(direct.key());
        case Body.StructKey struct -> write(out, struct.body());
      }
      write(out, node.value());
    }
    out.u8(0);
  }
}
