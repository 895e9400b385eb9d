package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hopscotch.model.schema.ScalarType;

/// Reads a compressed array of structs into one column a field, see {@link Body.Structs}.
///
/// Such an array has one description for all elements, so their layouts are equal and fixed: no
/// subsections, no lists (wire-format section 10.1). What is described otherwise is a mismatch.
final class ColumnReader {
  private static final int DEEPEST = 64;

  private final WireInput in;
  private final NullChoices nulls;

  ColumnReader(WireInput in, NullChoices nulls) {
    this.in = in;
    this.nulls = nulls;
  }

  /// Reads `field.count()` structs, each of `field.size()` bytes.
  Body.Content read(Description.Field field) {
    Description.Vmsd element = field.nested().getFirst();
    if (fixedSize(element, 0) != field.size()) {
      throw in.refused(new Refusal.DescriptionMismatch("elements of " + field.size() + " bytes"));
    }
    if (field.size() == 0) {
      return new Structs(element, 0).content(Math.toIntExact(field.count()));
    }
    in.requireElements(field.name(), field.count(), 1);
    int count = Math.toIntExact(field.count());
    boolean[] present = new boolean[count];
    // One more than can be left: the last one may begin before the input turns out to be too short.
    Structs structs =
        new Structs(element, (int) Math.min(count, in.remaining() / field.size() + 1));
    for (int i = 0; i < count; i++) {
      if (nulls.nextIsNull(in)) {
        in.skip(1);
      } else {
        present[i] = true;
        structs.readOne();
      }
    }
    return BodyReader.pointers(present, structs.content(structs.filled));
  }

  /// {@return the bytes of one struct of this layout}
  private long fixedSize(Description.Vmsd layout, int depth) {
    if (depth > DEEPEST) {
      throw in.refused(new Refusal.TooDeep(DEEPEST));
    }
    if (!layout.subsections().isEmpty()) {
      throw in.refused(new Refusal.DescriptionMismatch("array elements without subsections"));
    }
    long total = 0;
    for (Description.Field field : layout.fields()) {
      in.step();
      boolean fits =
          switch (field.type()) {
            case "struct", "vstruct", "tmp" ->
                field.nested().size() == 1
                    && fixedSize(field.nested().getFirst(), depth + 1) == field.size();
            case "qtailq", "qlist", "gtree", "virtio", "nullptr", "ptr-marker" -> false;
            default ->
                ScalarType.named(field.type()).map(t -> t.width() == field.size()).orElse(true);
          };
      if (!fits) {
        throw in.refused(new Refusal.DescriptionMismatch("a field of fixed size: " + field.name()));
      }
      total = Math.min(total + field.size() * field.count(), Long.MAX_VALUE / 4);
    }
    return total;
  }

  /// A column while it is filled.
  private interface Column {
    /// Reads what one struct has of this field.
    void readOne();

    /// {@return the first `count` structs' values}
    Body.Content content(int count);
  }

  private Column column(Description.Field field, int structs) {
    int each = Math.toIntExact(field.count());
    if (!field.nested().isEmpty()) {
      Structs inner = new Structs(field.nested().getFirst(), Math.multiplyExact(structs, each));
      return new Repeated(inner, each);
    }
    return ScalarType.named(field.type())
        .<Column>map(type -> new Scalars(type, each, structs))
        .orElseGet(() -> new Raw(field.type(), Math.toIntExact(each * field.size()), structs));
  }

  private final class Structs implements Column {
    private final Description.Vmsd layout;
    private final List<Column> columns = new ArrayList<>();
    private int filled;

    Structs(Description.Vmsd layout, int count) {
      this.layout = layout;
      for (Description.Field field : layout.fields()) {
        columns.add(column(field, field.size() == 0 ? 0 : count));
      }
    }

    @Override
    public void readOne() {
      for (Column column : columns) {
        in.step();
        column.readOne();
      }
      filled++;
    }

    @Override
    public Body.Structs content(int count) {
      List<Body.Content> contents = new ArrayList<>(columns.size());
      for (Column column : columns) {
        contents.add(column.content(count));
      }
      return new Body.Structs(layout, count, contents);
    }
  }

  /// A field that is itself an array of structs, or one struct.
  private record Repeated(Structs inner, int each) implements Column {
    @Override
    public void readOne() {
      for (int i = 0; i < each; i++) {
        inner.readOne();
      }
    }

    @Override
    public Body.Content content(int count) {
      return inner.content(count * each);
    }
  }

  private final class Scalars implements Column {
    private final ScalarType type;
    private final int each;
    private final long[] values;
    private int filled;

    Scalars(ScalarType type, int each, int structs) {
      this.type = type;
      this.each = each;
      this.values = new long[Math.multiplyExact(each, structs)];
    }

    @Override
    public void readOne() {
      for (int i = 0; i < each; i++) {
        values[filled++] = type.normalise(in.integer(type.width()));
      }
    }

    @Override
    public Body.Content content(int count) {
      return new Body.Scalars(type, Arrays.copyOf(values, Math.min(count * each, values.length)));
    }
  }

  private final class Raw implements Column {
    private final String type;
    private final int each;
    private final byte[] bytes;
    private int filled;

    Raw(String type, int each, int structs) {
      this.type = type;
      this.each = each;
      this.bytes = new byte[Math.multiplyExact(each, structs)];
    }

    @Override
    public void readOne() {
      byte[] one = in.bytes(each);
      System.arraycopy(one, 0, bytes, filled, each);
      filled += each;
    }

    @Override
    public Body.Content content(int count) {
      byte[] used = Arrays.copyOf(bytes, Math.min(count * each, bytes.length));
      return BodyReader.isBytes(type)
          ? new Body.Bytes(used)
          : new Body.Opaque(used, BodyReader.unknownType(type));
    }
  }
}
