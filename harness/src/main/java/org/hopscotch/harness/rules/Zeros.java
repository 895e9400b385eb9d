package org.hopscotch.harness.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.Value;

/// Memory that was just allocated. QEMU zeroes only part of it; zero is as good as anything there.
final class Zeros {
  private static final int WORD_BITS = 64;

  private Zeros() {}

  /// {@return the members of a struct, as far as its section names them}
  static Map<String, Cell> members(Section section) {
    Map<String, Cell> members = new LinkedHashMap<>();
    for (Field field : section.fields()) {
      switch (field.type()) {
        case FieldType.Validate _, FieldType.Unused _, FieldType.WithTmp _ -> {}
        case FieldType.MsixState _ -> {
          members.putIfAbsent("entries", Cell.of(0));
          members.putIfAbsent("table", new Cell.Leaf(new Value.Bytes()));
          members.putIfAbsent("pba", new Cell.Leaf(new Value.Bytes()));
        }
        case FieldType.Element element -> members.putIfAbsent(field.name(), element(element));
        case FieldType.Array array -> {
          if (!(array.element() instanceof FieldType.Unused)) {
            members.putIfAbsent(field.name(), array(array));
          }
        }
        case FieldType.PointerArray pointers -> {
          List<Cell> nulls = new ArrayList<>();
          while (nulls.size() < fixed(pointers.count())) {
            nulls.add(Cell.nothing());
          }
          members.putIfAbsent(field.name(), new Cell.Elements(nulls));
        }
      }
    }
    for (Subsection subsection : section.subsections()) {
      members(subsection.section()).forEach(members::putIfAbsent);
    }
    return members;
  }

  static Cell array(FieldType.Array array) {
    int length = array.start() + fixed(array.count());
    if (array.element() instanceof FieldType.Scalar) {
      return new Cell.Leaf(new Value.Numbers(new long[length]));
    }
    List<Cell> zeros = new ArrayList<>();
    while (zeros.size() < length) {
      zeros.add(element(array.element()));
    }
    return new Cell.Elements(zeros);
  }

  static Cell element(FieldType.Element element) {
    return switch (element) {
      case FieldType.Scalar _, FieldType.Fd _ -> Cell.of(0);
      case FieldType.Buffer b -> bytes(b.start() + fixed(b.length()));
      case FieldType.PciConfig(int length) -> bytes(length);
      case FieldType.Custom c -> bytes(fixed(c.length()));
      case FieldType.Bitmap(Count bits) ->
          new Cell.Leaf(new Value.Numbers(new long[(fixed(bits) + WORD_BITS - 1) / WORD_BITS]));
      case FieldType.PciIrqState _ -> new Cell.Leaf(new Value.Numbers(0, 0, 0, 0));
      case FieldType.Struct(Section section) -> new Cell.Struct(members(section));
      case FieldType.VStruct v -> new Cell.Struct(members(v.section()));
      case FieldType.List _, FieldType.Tree _ -> new Cell.Elements(new ArrayList<>());
      case FieldType.Unused _, FieldType.WithTmp _, FieldType.MsixState _ -> Cell.nothing();
    };
  }

  private static Cell bytes(int length) {
    return new Cell.Leaf(new Value.Bytes(new byte[length]));
  }

  /// {@return how many a schema says there are; none where memory says it}
  private static int fixed(Count count) {
    return count instanceof Count.Fixed(int n) ? n : 0;
  }
}
