package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hopscotch.model.schema.Evaluation;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Array;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.FieldType.PointerArray;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.state.Value;

/// Saves one field: its elements, and the entries that describe them.
///
/// An array that can be compressed has one entry, which shows the first element; one that cannot
/// has an entry for each (wire-format section 10.1).
final class FieldSaver {
  private final SectionSaver saver;
  private final ElementSaver elements;

  FieldSaver(SectionSaver saver) {
    this.saver = saver;
    this.elements = new ElementSaver(saver);
  }

  void save(Field field, Scope scope, Entries.Target target) {
    switch (field.type()) {
      case FieldType.Validate _ -> {}
      case Element element ->
          target.add(
              element.describedType(),
              elements.save(element, new Slot.Member(scope, field.name()), scope));
      case Array array -> array(field, array, scope, target);
      case PointerArray pointers -> pointers(field, pointers, scope, target);
    }
  }

  private void array(Field field, Array array, Scope scope, Entries.Target target) {
    int count = Math.max(scope.count(array.count()), 0);
    if (count == 0) {
      return;
    }
    if (array.element() instanceof FieldType.Unused) {
      describe(field, array.element(), unused(array.element(), count, scope), target);
      return;
    }
    Value value = scope.get(field.name());
    requireHeld(value, (long) array.start() + count);
    if (array.element() instanceof FieldType.Scalar scalar) {
      scalars(field, scalar.type(), Kinds.numbers(value), array.start(), count, target);
      return;
    }
    List<Value> changed = new ArrayList<>();
    List<Entries.Saved> saved = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Slot.Held slot = new Slot.Held(Slot.at(value, array.start() + i));
      saved.add(indexed(array.element(), i, slot, scope));
      changed.add(slot.value());
    }
    keepChanges(field, value, array.start(), changed, scope);
    describe(field, array.element(), saved, target);
  }

  private void scalars(
      Field field, ScalarType type, long[] held, int start, int count, Entries.Target target) {
    long[] sent = Arrays.copyOfRange(held, start, start + count);
    Arrays.setAll(sent, i -> Evaluation.stored(type, sent[i]));
    saver.advance((long) type.width() * count);
    if (count == 1 || Compression.applies(field)) {
      Body.Content all = new Body.Scalars(type, sent);
      target.addArray(type.wireName(), count, scalar(all, type), all);
    } else {
      for (int i = 0; i < count; i++) {
        Entries.Saved one = scalar(new Body.Scalars(type, sent[i]), type);
        target.addElement(type.wireName(), i, count - i, one);
      }
    }
  }

  private static Entries.Saved scalar(Body.Content content, ScalarType type) {
    return new Entries.Saved(content, type.width(), List.of());
  }

  private List<Entries.Saved> unused(Element element, int count, Scope scope) {
    Slot none = new Slot.Held(Value.NULL);
    return IntStream.range(0, count).mapToObj(_ -> elements.save(element, none, scope)).toList();
  }

  private Entries.Saved indexed(Element element, int index, Slot slot, Scope scope) {
    saver.enter(Integer.toString(index));
    Entries.Saved saved = elements.save(element, slot, scope);
    saver.leave();
    return saved;
  }

  private void requireHeld(Value value, long needed) {
    int held = Slot.length(value);
    if (needed > held) {
      throw saver.refused(new Refusal.OutOfBounds(held, needed));
    }
  }

  /// Hooks of structs may have changed elements.
  private static void keepChanges(
      Field field, Value before, int start, List<Value> after, Scope scope) {
    if (before instanceof Value.Elements all
        && !all.values().subList(start, start + after.size()).equals(after)) {
      List<Value> values = new ArrayList<>(all.values());
      Collections.copy(values.subList(start, start + after.size()), after);
      scope.set(field.name(), new Value.Elements(values));
    }
  }

  private static void describe(
      Field field, Element element, List<Entries.Saved> saved, Entries.Target target) {
    String type = element.describedType();
    if (saved.size() == 1) {
      target.add(type, saved.getFirst());
    } else if (Compression.applies(field)) {
      target.addArray(type, saved.size(), saved.getFirst(), Compression.join(saved));
    } else {
      for (int i = 0; i < saved.size(); i++) {
        target.addElement(type, i, saved.size() - i, saved.get(i));
      }
    }
  }

  // ---- pointer arrays (wire-format section 4.7)

  private void pointers(Field field, PointerArray pointers, Scope scope, Entries.Target target) {
    int count = Math.max(scope.count(pointers.count()), 0);
    if (count == 0) {
      return;
    }
    Value value = scope.get(field.name());
    requireHeld(value, count);
    boolean[] present = new boolean[count];
    List<Value> changed = new ArrayList<>();
    List<Entries.Saved> saved = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Slot.Held slot = new Slot.Held(Slot.at(value, i));
      present[i] = !slot.value().equals(Value.NULL);
      if (!present[i] || pointers.markers() == Markers.FOR_EACH) {
        saver.advance(1);
      }
      saved.add(present[i] ? indexed(pointers.element(), i, slot, scope) : nullMarker());
      changed.add(slot.value());
    }
    keepChanges(field, value, 0, changed, scope);
    String type = pointers.element().describedType();
    if (pointers.markers() == Markers.FOR_EACH) {
      describeMarked(type, present, saved, target);
    } else if (saver.family().describesNulls()) {
      describeRuns(type, Compression.applies(field), present, saved, target);
    } else if (count > 1 && Compression.applies(field)) {
      Body.Content content = Compression.join(present, saved);
      target.addArray(type, count, saved.getFirst(), content);
    } else {
      describe(field, pointers.element(), saved, target);
    }
  }

  private static Entries.Saved nullMarker() {
    return new Entries.Saved(new Body.Markers(false), 1, List.of());
  }

  /// Each marker, and each element that follows one, has an entry.
  private static void describeMarked(
      String type, boolean[] present, List<Entries.Saved> saved, Entries.Target target) {
    for (int i = 0; i < present.length; i++) {
      target.addMarkers(1, present[i]);
      if (present[i]) {
        target.add(type, saved.get(i));
      }
    }
  }

  /// Runs of NULLs and of elements have entries of their own. QEMU looks for the end of a run only
  /// where NULL and elements change, and takes the array to begin after elements: a first run of
  /// elements is shown as long as the whole array.
  private static void describeRuns(
      String type,
      boolean compressed,
      boolean[] present,
      List<Entries.Saved> saved,
      Entries.Target target) {
    boolean before = true;
    int i = 0;
    while (i < present.length) {
      int end = runEnd(present, i);
      int shown = present[i] == before ? present.length - i : end - i;
      before = present[i];
      int taken = compressed ? end - i : 1;
      if (!present[i]) {
        target.addMarkers(shown, new boolean[taken]);
      } else if (shown == 1) {
        target.add(type, saved.get(i));
      } else if (compressed) {
        List<Entries.Saved> run = saved.subList(i, end);
        target.addArray(type, shown, run.getFirst(), Compression.join(run));
      } else {
        target.addElement(type, i, shown, saved.get(i));
      }
      i += taken;
    }
  }

  private static int runEnd(boolean[] present, int from) {
    return IntStream.range(from, present.length)
        .filter(i -> present[i] != present[from])
        .findFirst()
        .orElse(present.length);
  }
}
