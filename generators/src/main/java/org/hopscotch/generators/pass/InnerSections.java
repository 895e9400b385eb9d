package org.hopscotch.generators.pass;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Section;

/// The sections that a field's type has inside: one, of a tree with struct keys two, or none.
final class InnerSections {
  private InnerSections() {}

  static List<Section> of(FieldType type) {
    return type.elementType().map(InnerSections::sections).orElse(List.of());
  }

  private static List<Section> sections(Element element) {
    return switch (element) {
      case FieldType.Struct(Section section) -> List.of(section);
      case FieldType.VStruct(Section section, _) -> List.of(section);
      case FieldType.WithTmp(Section scratch) -> List.of(scratch);
      case FieldType.List(_, Section node) -> List.of(node);
      case FieldType.Tree(Optional<Section> key, Section value) ->
          key.map(one -> List.of(one, value)).orElse(List.of(value));
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ ->
          List.of();
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> List.of();
      case FieldType.MsixState _, FieldType.Custom _ -> List.of();
    };
  }

  /// {@return a type with other sections inside, as many as it has}
  static FieldType with(FieldType type, List<Section> sections) {
    return switch (type) {
      case Element element -> with(element, sections);
      case FieldType.Array(Element element, var count, int start, var storage) ->
          new FieldType.Array(with(element, sections), count, start, storage);
      case FieldType.PointerArray(Element element, var count, var markers) ->
          new FieldType.PointerArray(with(element, sections), count, markers);
      case FieldType.Validate validate -> validate;
    };
  }

  private static Element with(Element element, List<Section> sections) {
    return switch (element) {
      case FieldType.Struct _ -> new FieldType.Struct(sections.getFirst());
      case FieldType.VStruct(_, int version) -> new FieldType.VStruct(sections.getFirst(), version);
      case FieldType.WithTmp _ -> new FieldType.WithTmp(sections.getFirst());
      case FieldType.List(FieldType.ListKind kind, _) ->
          new FieldType.List(kind, sections.getFirst());
      case FieldType.Tree(Optional<Section> key, _) ->
          new FieldType.Tree(key.map(_ -> sections.getFirst()), sections.getLast());
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ ->
          element;
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> element;
      case FieldType.MsixState _, FieldType.Custom _ -> element;
    };
  }

  /// {@return where the sections of a field are}
  static List<Place> places(Place around, String field, FieldType type) {
    if (type.elementType().orElse(null) instanceof FieldType.WithTmp) {
      return List.of(around.scratch(field));
    }
    Place inside = around.inside(field);
    return type.elementType().orElse(null) instanceof FieldType.Tree(var key, _)
        ? key.isPresent()
            ? List.of(inside.inside("key"), inside.inside("value"))
            : List.of(inside.inside("value"))
        : List.of(inside);
  }
}
