package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Array;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.FieldType.PointerArray;
import org.hopscotch.model.schema.FieldType.Storage;
import org.snakeyaml.engine.v2.nodes.Node;

/// A field as YAML: a map on one line, unless there is a section inside. Beside its `name` and what
/// it {@link ElementYaml is}, it may have
///
/// | key | value |
/// |---|---|
/// | `array` | a {@link CountYaml count} |
/// | `array_of_pointer` | a count; a marker for each NULL |
/// | `array_of_pointer_auto_alloc` | a count; a marker for each element |
/// | `since` | the version from which on it exists |
/// | `test` | the condition under which it exists |
///
/// `array: {count: n, start: 2, alloc: true}` is for one from element 2 of the member on, and for
/// one that loading allocates. A VALIDATE is `{validate: words, test: condition}`. Unused and
/// scratch space without a `name` have the one that their macro gives them.
final class FieldYaml {
  private static final String FOR_NULL = "array_of_pointer";
  private static final String FOR_EACH = "array_of_pointer_auto_alloc";

  private FieldYaml() {}

  static Node node(Field field) {
    MapNode map = new MapNode();
    if (field.type() instanceof FieldType.Validate) {
      map.put("validate", field.name());
    } else if (!Optional.of(field.name()).equals(ownName(field.type()))) {
      map.put("name", field.name());
    }
    MapNode element = field.type().elementType().map(ElementYaml::entries).orElseGet(MapNode::new);
    MapNode rest = several(field.type()).putAll(existence(field.existence()));
    return element.holdsBlocks()
        ? map.putAll(rest).putAll(element).block()
        : map.putAll(element).putAll(rest).flow();
  }

  static Field read(Place place) throws YamlException {
    return read(place, place.entries());
  }

  /// {@return the field that those entries of a place say that were not taken}
  static Field read(Place place, Entries entries) throws YamlException {
    Optional<Place> validate = entries.take("validate");
    Optional<Place> name = validate.isPresent() ? validate : entries.take("name");
    FieldType type =
        validate.isPresent()
            ? new FieldType.Validate()
            : several(ElementYaml.read(entries), entries);
    Existence existence = existence(entries, validate.isPresent());
    Optional<String> named = name.map(text -> text.read(Place::name, "")).or(() -> ownName(type));
    if (named.isEmpty()) {
      entries.missing(List.of("name"));
    }
    entries.end();
    Field field = new Field(named.orElse(""), type, existence);
    place.reading().remember(field, place);
    return field;
  }

  /// {@return the name that the macro of a field without member gives it}
  private static Optional<String> ownName(FieldType type) {
    Optional<Element> element = type.elementType();
    if (element.orElse(null) instanceof FieldType.Unused) {
      return Optional.of("unused");
    }
    return element.filter(FieldType.WithTmp.class::isInstance).map(_ -> "tmp");
  }

  private static MapNode several(FieldType type) {
    MapNode map = new MapNode();
    return switch (type) {
      case Element _ -> map;
      case Array array -> map.put("array", array(array));
      case PointerArray pointers ->
          map.put(
              switch (pointers.markers()) {
                case FOR_NULL -> FOR_NULL;
                case FOR_EACH -> FOR_EACH;
              },
              CountYaml.node(pointers.count()));
      case FieldType.Validate _ -> map;
    };
  }

  private static Node array(Array array) {
    MapNode part = ElementYaml.part(array.start(), array.storage());
    Node count = CountYaml.node(array.count());
    return part.isEmpty() ? count : new MapNode().put("count", count).putAll(part).flow();
  }

  private static FieldType several(Element element, Entries entries) {
    Optional<String> several = entries.which(List.of("array", FOR_NULL, FOR_EACH));
    if (several.isEmpty()) {
      return element;
    }
    if (several.get().equals("array")) {
      return entries.require("array", place -> array(element, place), element);
    }
    Markers markers = several.get().equals(FOR_NULL) ? Markers.FOR_NULL : Markers.FOR_EACH;
    return new PointerArray(
        element, entries.require(several.get(), CountYaml::read, Count.of(0)), markers);
  }

  private static FieldType array(Element element, Place place) throws YamlException {
    if (!place.isMap()) {
      return new Array(element, CountYaml.read(place), 0, Storage.KEPT);
    }
    Entries entries = place.entries();
    Count count = entries.require("count", CountYaml::read, Count.of(0));
    int start = ElementYaml.start(entries);
    Storage storage = ElementYaml.storage(entries);
    entries.end();
    return new Array(element, count, start, storage);
  }

  private static MapNode existence(Existence existence) {
    MapNode map = new MapNode();
    return switch (existence) {
      case Existence.Since since when since.version() == 0 -> map;
      case Existence.Since since -> map.put("since", since.version());
      case Existence.Test test -> map.put("test", Nodes.expression(test.test()));
    };
  }

  static Existence existence(Entries entries, boolean tested) {
    Optional<String> which = entries.which(List.of("since", "test"));
    if (tested || which.equals(Optional.of("test"))) {
      return new Existence.Test(entries.require("test", ExpressionYaml::read, Expression.TRUE));
    }
    return which.isEmpty()
        ? Existence.ALWAYS
        : new Existence.Since(entries.require("since", Place::integer, 0));
  }
}
