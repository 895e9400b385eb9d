package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hopscotch.model.schema.ScalarType;

/// The typed content of one VMState body: a layout, and a value for each of its fields. Everything
/// that is written comes from here; the bytes it was once read from are not kept.
///
/// @param layout names and types of the fields; its subsections are those of `subsections`
/// @param values one a field, in the layout's order
/// @param subsections in stream order
public record Body(Description.Vmsd layout, List<Content> values, List<Body> subsections) {

  /// Checks that layout and values fit.
  ///
  /// @throws IllegalArgumentException when a field has no value or a value no field
  public Body {
    if (layout.fields().size() != values.size()) {
      throw new IllegalArgumentException(
          "%s: %d fields, %d values"
              .formatted(layout.name(), layout.fields().size(), values.size()));
    }
    values = List.copyOf(values);
    subsections = List.copyOf(subsections);
  }

  /// The value of one described field.
  public sealed interface Content {}

  /// Integers of one type: a scalar, or the elements of a compressed array.
  ///
  /// @param values sign or zero extended as the type says; a `bool` keeps its byte
  public record Scalars(ScalarType type, long... values) implements Content {}

  /// Raw bytes that the schema itself declares as bytes: buffers, unused space, PCI configuration.
  public record Bytes(byte[] bytes) implements Content {}

  /// A `str8`, as capabilities are named in a CONFIGURATION.
  public record Text(String text) implements Content {}

  /// A struct, vstruct or tmp.
  public record Struct(Body body) implements Content {}

  /// A compressed array of structs, one column a field: element `i` of a field with `k` values per
  /// struct has the values `i*k` to `i*k + k - 1` of its column.
  ///
  /// Such arrays are the bulk of a guest's state, and a tree of objects for each element would cost
  /// more than a hundred bytes for each byte of input.
  public record Structs(Description.Vmsd element, int count, List<Content> columns)
      implements Content {
    public Structs {
      columns = List.copyOf(columns);
    }

    /// {@return one struct by itself}
    ///
    /// @throws IndexOutOfBoundsException unless 0 <= index < count
    public Body get(int index) {
      Objects.checkIndex(index, count);
      List<Content> values = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        Content part = part(columns.get(i), index, count);
        boolean single = !element.fields().get(i).isArray();
        values.add(single && part instanceof Structs one ? new Struct(one.get(0)) : part);
      }
      return new Body(element, values, List.of());
    }
  }

  /// The elements of a pointer array some of which are NULL.
  ///
  /// @param present which pointers were not NULL
  /// @param elements those that were not, in order
  public record Pointers(boolean[] present, Content elements) implements Content {
    /// {@return how many pointers are not NULL}
    public int count() {
      int count = 0;
      for (boolean one : present) {
        count += one ? 1 : 0;
      }
      return count;
    }

    /// {@return the element that the `nth` pointer other than NULL points to}
    public Content get(int nth) {
      return part(elements, nth, count());
    }
  }

  /// Pointer markers alone: 0x30 for NULL; 0x31, in QEMU 11.1, for an element that follows.
  public record Markers(boolean... present) implements Content {}

  /// A QTAILQ or QLIST: 0x01 before each element, 0x00 at the end.
  public record Queue(List<Body> elements) implements Content {
    public Queue {
      elements = List.copyOf(elements);
    }
  }

  /// A GTREE: the number of nodes, 0x01 before each, 0x00 at the end.
  public record Tree(List<Node> nodes) implements Content {
    public Tree {
      nodes = List.copyOf(nodes);
    }
  }

  /// One node of a {@link Tree}.
  public record Node(Key key, Body value) {}

  /// A tree node's key.
  public sealed interface Key {}

  /// A key that is a pointer-sized integer.
  public record DirectKey(long key) implements Key {}

  /// A key with a VMSD of its own.
  public record StructKey(Body body) implements Key {}

  /// An MSI-X table of 16 bytes an entry, and the pending bits.
  public record MsixState(byte[] table, byte[] pending) implements Content {}

  /// Bytes that nothing describes.
  ///
  /// @param why what is missing to understand them
  public record Opaque(byte[] bytes, String why) implements Content {}

  /// {@return what element `index` has of a column that holds `count` elements}
  static Content part(Content column, int index, int count) {
    return switch (column) {
      case Scalars s -> {
        int each = s.values().length / count;
        yield new Scalars(
            s.type(), Arrays.copyOfRange(s.values(), index * each, (index + 1) * each));
      }
      case Bytes b -> new Bytes(part(b.bytes(), index, count));
      case Opaque o -> new Opaque(part(o.bytes(), index, count), o.why());
      case Structs s -> {
        int each = s.count() / count;
        List<Content> parts = s.columns().stream().map(inner -> part(inner, index, count)).toList();
        yield new Structs(s.element(), each, parts);
      }
      case Text _, Struct _, Pointers _, Markers _, Queue _, Tree _, MsixState _ ->
          throw new IllegalArgumentException("not a column: " + column);
    };
  }

  private static byte[] part(byte[] bytes, int index, int count) {
    int each = bytes.length / count;
    return Arrays.copyOfRange(bytes, index * each, (index + 1) * each);
  }
}
