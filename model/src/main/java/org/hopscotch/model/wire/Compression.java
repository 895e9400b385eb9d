package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;

/// Arrays that a description shows by their first element (`vmsd_can_compress`, wire-format section
/// 10.1).
final class Compression {
  private Compression() {}

  /// {@return whether a field's elements are described together}
  static boolean applies(Field field) {
    if (field.existence() instanceof Existence.Test) {
      return false;
    }
    boolean marked =
        field.type() instanceof FieldType.PointerArray pointers
            && pointers.markers() == FieldType.Markers.FOR_EACH;
    return !marked && field.type().elementType().map(Compression::applies).orElse(true);
  }

  private static boolean applies(FieldType.Element element) {
    return !(element instanceof FieldType.Struct(Section section))
        || (section.subsections().isEmpty()
            && section.fields().stream().allMatch(Compression::applies));
  }

  /// {@return the elements in one value: in columns where their layouts are equal, else as bytes,
  /// since the description says nothing of those that differ from the first}
  static Body.Content join(List<Entries.Saved> saved) {
    return column(contents(saved)).orElseGet(() -> opaque(saved));
  }

  /// {@return the elements of a pointer array, with its NULLs}
  static Body.Content join(boolean[] present, List<Entries.Saved> saved) {
    List<Entries.Saved> elements =
        IntStream.range(0, present.length).filter(i -> present[i]).mapToObj(saved::get).toList();
    if (elements.isEmpty()) {
      return new Body.Markers(present);
    }
    return elements.size() == present.length
        ? join(elements)
        : column(contents(elements))
            .<Body.Content>map(column -> new Body.Pointers(present, column))
            .orElseGet(() -> opaque(saved));
  }

  private static List<Body.Content> contents(List<Entries.Saved> saved) {
    return saved.stream().map(Entries.Saved::content).toList();
  }

  private static Body.Opaque opaque(List<Entries.Saved> saved) {
    byte[] bytes =
        WireOutput.toBytes(out -> saved.forEach(one -> BodyWriter.write(out, one.content())));
    return new Body.Opaque(bytes, "elements that differ from the first");
  }

  /// {@return what several structs have of one field, as a column; empty unless all are of one
  /// shape that can be cut apart again}
  private static Optional<Body.Content> column(List<Body.Content> contents) {
    return switch (contents.getFirst()) {
      case Body.Scalars s ->
          alike(contents, Body.Scalars.class, other -> List.of(other.type(), other.values().length))
              .map(all -> new Body.Scalars(s.type(), values(all)));
      case Body.Bytes _ ->
          alike(contents, Body.Bytes.class, other -> other.bytes().length)
              .map(all -> new Body.Bytes(bytes(all)));
      case Body.Struct _ ->
          alike(contents, Body.Struct.class, other -> other.body().layout())
              .flatMap(all -> columns(all.stream().map(Body.Struct::body).toList()));
      case Body.Structs _ ->
          alike(contents, Body.Structs.class, other -> List.of(other.element(), other.count()))
              .flatMap(all -> columns(all.stream().flatMap(Compression::bodies).toList()));
      case Body.Opaque _, Body.Text _, Body.Pointers _, Body.Markers _ -> Optional.empty();
      case Body.Queue _, Body.Tree _, Body.MsixState _ -> Optional.empty();
    };
  }

  /// {@return the contents as what they all are, if they are of one kind and shape}
  private static <T extends Body.Content> Optional<List<T>> alike(
      List<Body.Content> contents, Class<T> kind, Function<T, Object> shape) {
    List<T> all = new ArrayList<>(contents.size());
    for (Body.Content content : contents) {
      if (!kind.isInstance(content)) {
        return Optional.empty();
      }
      all.add(kind.cast(content));
    }
    Object first = shape.apply(all.getFirst());
    for (int i = 1; i < all.size(); i++) {
      if (!shape.apply(all.get(i)).equals(first)) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  private static Optional<Body.Content> columns(List<Body> bodies) {
    Description.Vmsd layout = bodies.getFirst().layout();
    if (!layout.subsections().isEmpty()) {
      return Optional.empty();
    }
    List<Body.Content> columns = new ArrayList<>();
    for (int i = 0; i < layout.fields().size(); i++) {
      List<Body.Content> column = new ArrayList<>(bodies.size());
      for (Body body : bodies) {
        column.add(body.values().get(i));
      }
      column(column).ifPresent(columns::add);
    }
    return columns.size() == layout.fields().size()
        ? Optional.of(new Body.Structs(layout, bodies.size(), columns))
        : Optional.empty();
  }

  private static Stream<Body> bodies(Body.Structs structs) {
    return IntStream.range(0, structs.count()).mapToObj(structs::get);
  }

  private static long[] values(List<Body.Scalars> all) {
    int length = 0;
    for (Body.Scalars one : all) {
      length += one.values().length;
    }
    long[] values = new long[length];
    int at = 0;
    for (Body.Scalars one : all) {
      System.arraycopy(one.values(), 0, values, at, one.values().length);
      at += one.values().length;
    }
    return values;
  }

  private static byte[] bytes(List<Body.Bytes> all) {
    return WireOutput.toBytes(out -> all.forEach(one -> out.bytes(one.bytes())));
  }
}
