package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.Description;

/// A state without what travelled: the destination that a save is loaded into, if loading is to
/// bring everything back. What the loader compares or must have (checked values, PCI configuration,
/// which pointers are NULL) stays.
final class Wiped {
  private Wiped() {}

  /// {@return the state, with zeros where `layout` says that something was saved}
  static DeviceState of(Section section, DeviceState state, Description.Vmsd layout) {
    DeviceState wiped = state;
    for (int i = 0; i < section.fields().size(); i++) {
      String described = section.describedName(i);
      List<Description.Field> entries =
          layout.fields().stream().filter(entry -> entry.name().equals(described)).toList();
      if (!entries.isEmpty()) {
        wiped = field(section.fields().get(i), entries, wiped);
      }
    }
    for (Description.Vmsd sent : layout.subsections()) {
      for (Subsection subsection : section.subsections()) {
        if (subsection.section().name().equals(sent.name())) {
          wiped = of(subsection.section(), wiped, sent);
        }
      }
    }
    return wiped;
  }

  private static DeviceState field(
      Field field, List<Description.Field> entries, DeviceState state) {
    if (field.type() instanceof FieldType.MsixState) {
      return state.with("table", new Value.Bytes()).with("pba", new Value.Bytes());
    }
    Optional<Value> value = state.find(field.name());
    if (value.isEmpty()) {
      return state;
    }
    return state.with(
        field.name(),
        switch (field.type()) {
          case FieldType.Element element -> element(element, value.get(), entries.getFirst());
          case FieldType.Array array -> array(array, value.get(), entries);
          case FieldType.PointerArray array -> elements(array.element(), 0, value.get(), entries);
          case FieldType.Validate _ -> value.get();
        });
  }

  private static Value array(FieldType.Array array, Value value, List<Description.Field> entries) {
    if (!(array.element() instanceof FieldType.Scalar scalar)) {
      return elements(array.element(), array.start(), value, entries);
    }
    int count = (int) entries.stream().mapToLong(Description.Field::count).sum();
    return isChecked(scalar.type())
        ? value
        : zeroed((Value.Numbers) value, array.start(), array.start() + count);
  }

  private static Value elements(
      FieldType.Element element, int start, Value value, List<Description.Field> entries) {
    List<Value> values = new ArrayList<>(((Value.Elements) value).values());
    // Entries of pointer arrays can say more elements than there are (wire-format section 15).
    int described = (int) entries.stream().mapToLong(Description.Field::count).sum();
    for (int i = 0; i < Math.min(described, values.size() - start); i++) {
      Description.Field entry = entries.get(Math.min(i, entries.size() - 1));
      values.set(start + i, element(element, values.get(start + i), entry));
    }
    return new Value.Elements(values);
  }

  private static Value element(FieldType.Element element, Value value, Description.Field entry) {
    if (value.equals(Value.NULL)) {
      return value;
    }
    return switch (element) {
      case FieldType.Scalar s -> isChecked(s.type()) ? value : Value.of(0);
      case FieldType.Buffer b -> {
        byte[] bytes = ((Value.Bytes) value).bytes().clone();
        Arrays.fill(bytes, b.start(), (int) (b.start() + entry.size()), (byte) 0);
        yield new Value.Bytes(bytes);
      }
      case FieldType.Bitmap _, FieldType.PciIrqState _ -> {
        Value.Numbers numbers = (Value.Numbers) value;
        yield zeroed(numbers, 0, numbers.values().length);
      }
      case FieldType.Struct s -> struct(s.section(), value, entry);
      case FieldType.VStruct s -> struct(s.section(), value, entry);
      case FieldType.List _, FieldType.Tree _ -> new Value.Elements();
      case FieldType.Custom _ -> new Value.Bytes();
      case FieldType.PciConfig _, FieldType.Fd _ -> value;
      case FieldType.Unused _, FieldType.WithTmp _, FieldType.MsixState _ -> value;
    };
  }

  private static Value struct(Section section, Value value, Description.Field entry) {
    return entry.nested().isEmpty()
        ? value
        : new Value.Struct(of(section, ((Value.Struct) value).state(), entry.nested().getFirst()));
  }

  private static Value zeroed(Value.Numbers numbers, int from, int to) {
    long[] values = numbers.values().clone();
    Arrays.fill(values, from, to, 0);
    return new Value.Numbers(values);
  }

  private static boolean isChecked(ScalarType type) {
    return switch (type) {
      case UINT8_EQUAL, UINT16_EQUAL, INT32_EQUAL, UINT32_EQUAL, UINT64_EQUAL -> true;
      case INT32_POSITIVE_LE -> true;
      case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> false;
      case TIMER, CPU_DOUBLE, FLOAT64 -> false;
    };
  }
}
