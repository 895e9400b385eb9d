package org.hopscotch.reports;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HexFormat;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.BodySize;
import org.hopscotch.model.wire.BodyWriter;
import org.hopscotch.model.wire.Description;

/// Prints the typed content of a section, a line a field.
final class BodyText {
  private static final int OFFSET_DIGITS = 8;
  private static final int NUMBERS_SHOWN = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final PrintWriter out;

  BodyText(PrintWriter out) {
    this.out = out;
  }

  /// Prints one line with its offset, indented by `depth`.
  void line(long offset, int depth, String text) {
    // Thousands of lines in a command that must be quick: no format strings here.
    String hex = Long.toHexString(offset);
    out.print("0x");
    out.print("0".repeat(Math.max(0, OFFSET_DIGITS - hex.length())));
    out.print(hex);
    out.print("  ");
    out.print("  ".repeat(depth));
    out.println(text);
  }

  /// Prints the fields and subsections of the body that starts at `offset`.
  void fields(Body body, long offset, int depth) {
    long at = offset;
    for (int i = 0; i < body.values().size(); i++) {
      field(body.layout().fields().get(i), body.values().get(i), at, depth);
      at += BodySize.of(body.values().get(i));
    }
    for (Body subsection : body.subsections()) {
      line(at, depth, "subsection " + vmsd(subsection));
      fields(subsection, at + BodySize.frame(subsection), depth + 1);
      at += BodySize.ofFramed(subsection);
    }
  }

  private void field(Description.Field field, Body.Content value, long offset, int depth) {
    String name =
        RefusalText.printable(field.name())
            + (field.index().isPresent() ? "[" + field.index().getAsInt() + "]" : "");
    String type =
        RefusalText.printable(field.type()) + (field.isArray() ? "[" + field.count() + "]" : "");
    String head = name + "  " + type + "  ";
    switch (value) {
      case Body.Struct s -> {
        line(offset, depth, head + vmsd(s.body()));
        fields(s.body(), offset, depth + 1);
      }
      case Body.Structs s -> {
        line(offset, depth, head + RefusalText.printable(s.element().name()));
        structs(name, s, offset, depth + 1);
      }
      case Body.Queue q -> {
        line(offset, depth, head + q.elements().size() + " elements");
        queue(name, q, offset, depth + 1);
      }
      case Body.Tree t -> tree(head, t, offset, depth);
      case Body.Pointers p -> {
        line(
            offset,
            depth,
            head + "%d, of them %d not NULL".formatted(p.present().length, p.count()));
        for (int i = 0; i < p.count(); i++) {
          field(new Description.Field(name, field.type(), 0), p.get(i), offset, depth + 1);
        }
      }
      case Body.Scalars _,
          Body.Bytes _,
          Body.Text _,
          Body.Markers _,
          Body.MsixState _,
          Body.Opaque _ ->
          line(offset, depth, head + leaf(value));
    }
  }

  /// Prints array elements; equal neighbours are printed once.
  private void structs(String name, Body.Structs structs, long offset, int depth) {
    byte[] bytes = BodyWriter.toBytes(structs);
    int each = structs.count() == 0 ? 0 : bytes.length / structs.count();
    int equal = 0;
    for (int i = 0; i < structs.count(); i++) {
      int at = i * each;
      if (i > 0 && Arrays.equals(bytes, at - each, at, bytes, at, at + each)) {
        equal++;
      } else {
        equal = sameAsLast(equal, depth);
        line(offset + at, depth, name + "[" + i + "]");
        fields(structs.get(i), offset + at, depth + 1);
      }
    }
    sameAsLast(equal, depth);
  }

  private void queue(String name, Body.Queue queue, long offset, int depth) {
    long at = offset;
    for (int i = 0; i < queue.elements().size(); i++) {
      Body element = queue.elements().get(i);
      line(at, depth, name + "[" + i + "]");
      fields(element, at + 1, depth + 1);
      at += 1 + BodySize.of(element);
    }
  }

  private int sameAsLast(int equal, int depth) {
    if (equal > 0) {
      out.println("            " + "  ".repeat(depth) + "and " + equal + " more like it");
    }
    return 0;
  }

  private void tree(String head, Body.Tree tree, long offset, int depth) {
    line(offset, depth, head + tree.nodes().size() + " nodes");
    long at = offset + Integer.BYTES;
    for (Body.Node node : tree.nodes()) {
      at++;
      switch (node.key()) {
        case Body.DirectKey direct -> {
          line(at, depth + 1, "key  0x" + HEX.toHexDigits(direct.key()));
          at += Long.BYTES;
        }
        case Body.StructKey struct -> {
          line(at, depth + 1, "key");
          fields(struct.body(), at, depth + 2);
          at += BodySize.of(struct.body());
        }
      }
      fields(node.value(), at, depth + 2);
      at += BodySize.of(node.value());
    }
  }

  private static String leaf(Body.Content value) {
    return switch (value) {
      case Body.Scalars s -> numbers(s);
      case Body.Bytes b -> ValueText.bytes(b.bytes());
      case Body.Text t -> '"' + RefusalText.printable(t.text()) + '"';
      case Body.Markers m -> {
        StringBuilder marks = new StringBuilder();
        for (boolean present : m.present()) {
          marks.append(present ? "present " : "NULL ");
        }
        yield marks.toString().strip();
      }
      case Body.MsixState m ->
          "table " + ValueText.bytes(m.table()) + "  pending " + ValueText.bytes(m.pending());
      case Body.Opaque o -> opaque(o.bytes(), o.why());
      case Body.Struct _, Body.Structs _, Body.Pointers _, Body.Queue _, Body.Tree _ ->
          throw new IllegalArgumentException("not a leaf: " + value);
    };
  }

  private static String vmsd(Body body) {
    return RefusalText.printable(body.layout().name()) + " v" + body.layout().version();
  }

  private static String numbers(Body.Scalars scalars) {
    int count = scalars.values().length;
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(count, NUMBERS_SHOWN); i++) {
      shown.append(i == 0 ? "" : " ").append(number(scalars.type(), scalars.values()[i]));
    }
    return count <= NUMBERS_SHOWN ? shown.toString() : shown + " … (" + count + " in all)";
  }

  private static String number(ScalarType type, long value) {
    return switch (type) {
      case BOOL ->
          (value & ~1) == 0 ? String.valueOf(value == 1) : "true (0x%02x)".formatted(value);
      case TIMER -> value == -1 ? "not armed" : Long.toUnsignedString(value) + " ns";
      case CPU_DOUBLE, FLOAT64 -> "0x" + Long.toHexString(value);
      case UINT64, UINT64_EQUAL ->
          value < 0 ? "0x" + Long.toHexString(value) : ValueText.number(value);
      case INT8,
          INT16,
          INT32,
          INT64,
          UINT8,
          UINT16,
          UINT32,
          UINT8_EQUAL,
          UINT16_EQUAL,
          INT32_EQUAL,
          UINT32_EQUAL,
          INT32_POSITIVE_LE ->
          ValueText.number(value);
    };
  }

  /// {@return what there is to say of bytes that nothing describes}
  static String opaque(byte[] bytes, String why) {
    return "opaque: " + RefusalText.printable(why) + "  " + ValueText.bytes(bytes);
  }
}
