package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.Description;

/// Makes fields of the entries of one name, with the values of their members; see {@link
/// DescribedSection}.
final class DescribedFields {
  private final DescribedElements elements;

  DescribedFields(DescribedStructs structs) {
    this.elements = new DescribedElements(structs);
  }

  /// One entry of a VMSD's fields, with what was sent.
  record Entry(Description.Field described, Body.Content content) {
    String name() {
      return described.name();
    }

    boolean isMarker() {
      return content instanceof Body.Markers;
    }

    boolean hasNulls() {
      return isMarker() || content instanceof Body.Pointers;
    }
  }

  /// A field, and the members that it sent.
  record Sent(Field field, Map<String, Value> members) {}

  /// {@return the field that these entries are of; several, of one element each, when the elements
  /// differ}
  ///
  /// @param run neighbours of one name
  List<Sent> of(List<Entry> run) {
    if (run.stream().anyMatch(Entry::hasNulls)) {
      return pointers(run);
    }
    Entry first = run.getFirst();
    return run.size() > 1 ? indexed(run) : List.of(single(first));
  }

  private Sent single(Entry entry) {
    if (!entry.described().isArray()) {
      return element(entry.name(), elements.of(entry.described(), entry.content()));
    }
    List<DescribedElements.Element> all = elements.split(entry.described(), entry.content());
    return array(entry.name(), all);
  }

  private static Sent element(String name, DescribedElements.Element element) {
    return new Sent(new Field(name, element.type()), element.members(name));
  }

  private static Sent array(String name, List<DescribedElements.Element> all) {
    FieldType.Element type = all.getFirst().type();
    Field field =
        new Field(name, new FieldType.Array(type, Count.of(all.size()), 0, FieldType.Storage.KEPT));
    if (type instanceof FieldType.Unused) {
      return new Sent(field, Map.of());
    }
    List<Value> values = all.stream().map(DescribedElements.Element::value).toList();
    return new Sent(
        field,
        Map.of(
            name, type instanceof FieldType.Scalar ? numbers(values) : new Value.Elements(values)));
  }

  private static Value numbers(List<Value> values) {
    return new Value.Numbers(
        values.stream().map(Value.Number.class::cast).mapToLong(Value.Number::value).toArray());
  }

  private List<Sent> indexed(List<Entry> run) {
    List<DescribedElements.Element> all =
        run.stream().map(entry -> elements.of(entry.described(), entry.content())).toList();
    if (all.stream().map(DescribedElements.Element::type).distinct().count() == 1) {
      Sent array = array(run.getFirst().name(), all);
      return List.of(new Sent(describedOneByOne(array.field()), array.members()));
    }
    List<Sent> fields = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      fields.add(element(run.getFirst().name() + "[" + i + "]", all.get(i)));
    }
    return fields;
  }

  private static Field describedOneByOne(Field field) {
    return field.test(Expression.TRUE);
  }

  // ---- pointer arrays (wire-format sections 4.7 and 15)

  private List<Sent> pointers(List<Entry> run) {
    Markers markers = isMarkedForEach(run) ? Markers.FOR_EACH : Markers.FOR_NULL;
    List<Optional<DescribedElements.Element>> all = new ArrayList<>();
    run.forEach(entry -> addPointers(entry, all));
    List<FieldType.Element> types =
        all.stream()
            .flatMap(Optional::stream)
            .map(DescribedElements.Element::type)
            .distinct()
            .toList();
    String name = run.getFirst().name();
    FieldType.Element unknown = unknown(run.getFirst().described());
    if (types.size() <= 1) {
      FieldType.Element type = types.isEmpty() ? unknown : types.getFirst();
      Sent array = pointerArray(name, type, markers, all);
      return List.of(
          markers == Markers.FOR_NULL && isOneByOne(run)
              ? new Sent(describedOneByOne(array.field()), array.members())
              : array);
    }
    List<Sent> fields = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Optional<DescribedElements.Element> element = all.get(i);
      FieldType.Element type = element.map(DescribedElements.Element::type).orElse(unknown);
      fields.add(pointerArray(name + "[" + i + "]", type, markers, List.of(element)));
    }
    return fields;
  }

  private static Sent pointerArray(
      String name,
      FieldType.Element type,
      Markers markers,
      List<Optional<DescribedElements.Element>> all) {
    List<Value> values =
        all.stream()
            .map(element -> element.map(DescribedElements.Element::value).orElse(Value.NULL))
            .toList();
    return new Sent(
        new Field(name, new FieldType.PointerArray(type, Count.of(all.size()), markers)),
        Map.of(name, new Value.Elements(values)));
  }

  private void addPointers(Entry entry, List<Optional<DescribedElements.Element>> all) {
    if (entry.content() instanceof Body.Markers(boolean[] present)) {
      for (boolean one : present) {
        // An element that is there has an entry of its own behind its marker.
        if (!one) {
          all.add(Optional.empty());
        }
      }
    } else if (entry.content() instanceof Body.Pointers pointers) {
      Iterator<DescribedElements.Element> there =
          elements.split(entry.described(), pointers.elements()).iterator();
      for (boolean one : pointers.present()) {
        all.add(one ? Optional.of(there.next()) : Optional.empty());
      }
    } else if (entry.described().isArray()) {
      elements
          .split(entry.described(), entry.content())
          .forEach(element -> all.add(Optional.of(element)));
    } else {
      all.add(Optional.of(elements.of(entry.described(), entry.content())));
    }
  }

  /// Two NULLs side by side have one entry together, unless every element has its marker.
  private static boolean isMarkedForEach(List<Entry> run) {
    for (int i = 0; i < run.size(); i++) {
      if (run.get(i).content() instanceof Body.Markers(boolean[] present)) {
        boolean single = !run.get(i).described().isArray();
        if (present.length == 1 && present[0]) {
          return true;
        }
        if (single && i > 0 && run.get(i - 1).isMarker() && !run.get(i - 1).described().isArray()) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether the elements are described one by one although there are runs of equal ones: by their
  /// index, by neighbours that would be one run, or by a first run that does not say the length of
  /// the array.
  private static boolean isOneByOne(List<Entry> run) {
    boolean neighbours = false;
    for (int i = 1; i < run.size(); i++) {
      neighbours |= run.get(i).isMarker() == run.get(i - 1).isMarker();
    }
    Entry first = run.getFirst();
    boolean shortRun = run.size() > 1 && !first.isMarker() && !first.described().isArray();
    return neighbours
        || shortRun
        || run.stream().anyMatch(entry -> entry.described().index().isPresent());
  }

  private static FieldType.Element unknown(Description.Field described) {
    return ScalarType.named(described.type())
        .<FieldType.Element>map(FieldType.Scalar::new)
        .orElseGet(() -> new FieldType.Struct(new Section(described.name(), 0, 0)));
  }
}
