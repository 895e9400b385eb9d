package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Array;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.FieldType.PointerArray;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.schema.ZeroedMemory;
import org.hopscotch.model.state.Value;

/// Loads one field: as many elements as the loader's own memory says.
///
/// An array that is longer than the received count keeps its other elements; one that is shorter
/// grows, where C would write past its end.
final class FieldLoader {
  private final WireInput in;
  private final ElementLoader elements;

  FieldLoader(WireInput in, SectionLoader sections) {
    this.in = in;
    this.elements = new ElementLoader(in, sections);
  }

  void load(Field field, Scope scope) {
    switch (field.type()) {
      case FieldType.Validate _ -> {}
      case Element element ->
          elements
              .load(element, field.version(), scope.find(field.name()), scope)
              .ifPresent(value -> scope.set(field.name(), value));
      case Array array -> array(field, array, scope);
      case PointerArray pointers -> pointers(field, pointers, scope);
    }
  }

  private void array(Field field, Array array, Scope scope) {
    int count = Math.max(scope.count(array.count()), 0);
    if (array.element() instanceof FieldType.Unused unused) {
      in.skip(checked(field, (long) count * unused.bytes()));
      return;
    }
    boolean kept = array.storage() == Storage.KEPT || count == 0;
    Optional<Value> local = scope.find(field.name()).filter(_ -> kept);
    scope.set(
        field.name(),
        array.element() instanceof FieldType.Scalar scalar
            ? numbers(scalar, array.start(), count, local)
            : structs(field, array, count, local, scope));
  }

  private int checked(Field field, long bytes) {
    in.requireElements(field.name(), bytes, 1);
    return (int) bytes;
  }

  private Value numbers(FieldType.Scalar scalar, int start, int count, Optional<Value> local) {
    long[] before = local.map(Kinds::numbers).orElse(new long[0]);
    if (count > in.remaining() / scalar.type().width()) {
      runOut(scalar.type(), start, before);
    }
    long[] after = Arrays.copyOf(before, Math.max(before.length, start + count));
    for (int i = start; i < start + count; i++) {
      after[i] = elements.scalar(scalar.type(), after[i]);
    }
    return new Value.Numbers(after);
  }

  /// Loads elements until none is left: a wrong one is met before the missing one.
  private void runOut(ScalarType type, int start, long[] before) {
    for (int i = start; ; i++) {
      elements.scalar(type, i < before.length ? before[i] : 0);
    }
  }

  private Value structs(Field field, Array array, int count, Optional<Value> local, Scope scope) {
    List<Value> values = new ArrayList<>(local.map(Kinds::elements).orElse(List.of()));
    while (values.size() < array.start()) {
      values.add(ZeroedMemory.value(array.element()));
    }
    for (int i = 0; i < count; i++) {
      int at = array.start() + i;
      if (at == values.size()) {
        values.add(ZeroedMemory.value(array.element()));
      }
      values.set(at, element(field, array.element(), i, values.get(at), scope));
    }
    return new Value.Elements(values);
  }

  private Value element(Field field, Element element, int index, Value local, Scope scope) {
    in.step();
    in.enter(Integer.toString(index));
    Value loaded = elements.load(element, field.version(), Optional.of(local), scope).orElse(local);
    in.leave();
    return loaded;
  }

  /// Wire-format section 4.7.
  private void pointers(Field field, PointerArray pointers, Scope scope) {
    int count = Math.max(scope.count(pointers.count()), 0);
    List<Value> values =
        new ArrayList<>(scope.find(field.name()).map(Kinds::elements).orElse(List.of()));
    for (int i = 0; i < count; i++) {
      if (i == values.size()) {
        values.add(Value.NULL);
      }
      values.set(i, pointer(field, pointers, i, values.get(i), scope));
    }
    scope.set(field.name(), new Value.Elements(values));
  }

  private Value pointer(Field field, PointerArray pointers, int index, Value local, Scope scope) {
    in.step();
    boolean isNull = local.equals(Value.NULL);
    if (pointers.markers() == Markers.FOR_NULL && !isNull) {
      return element(field, pointers.element(), index, local, scope);
    }
    in.require(1);
    int marker = in.peek(0);
    boolean present = marker == BodyWriter.PRESENT_MARKER && pointers.markers() == Markers.FOR_EACH;
    if (!present && marker != BodyWriter.NULL_MARKER) {
      throw in.refused(new Refusal.UnexpectedMarker(marker));
    }
    in.skip(1);
    if (!present) {
      return Value.NULL;
    }
    Value memory = ZeroedMemory.value(pointers.element());
    return element(field, pointers.element(), index, memory, scope);
  }
}
