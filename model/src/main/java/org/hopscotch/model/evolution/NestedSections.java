package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Section;

/// The sections right inside fields: of structs, list nodes, tree keys and values, scratch space.
final class NestedSections {
  private final UnaryOperator<Section> edit;

  private NestedSections(UnaryOperator<Section> edit) {
    this.edit = edit;
  }

  /// {@return a field with an edit made in each section right inside}
  static Field edited(Field field, UnaryOperator<Section> edit) {
    return new NestedSections(edit).field(field);
  }

  /// {@return the sections right inside a field}
  static List<Section> of(Field field) {
    List<Section> all = new ArrayList<>();
    edited(
        field,
        section -> {
          all.add(section);
          return section;
        });
    return all;
  }

  /// {@return whether two fields are the same but for the sections right inside them}
  static boolean isAllThatDiffers(Field one, Field other) {
    List<Section> others = of(other);
    if (of(one).size() != others.size()) {
      return false;
    }
    Iterator<Section> next = others.iterator();
    return edited(one, _ -> next.next()).equals(other);
  }

  private Field field(Field field) {
    FieldType type =
        switch (field.type()) {
          case Element element -> element(element);
          case FieldType.Array(Element element, var count, int start, var storage) ->
              new FieldType.Array(element(element), count, start, storage);
          case FieldType.PointerArray(Element element, var count, var markers) ->
              new FieldType.PointerArray(element(element), count, markers);
          case FieldType.Validate validate -> validate;
        };
    return new Field(field.name(), type, field.existence());
  }

  private Element element(Element element) {
    return switch (element) {
      case FieldType.Struct(Section child) -> new FieldType.Struct(edit.apply(child));
      case FieldType.VStruct(Section child, int version) ->
          new FieldType.VStruct(edit.apply(child), version);
      case FieldType.WithTmp(Section scratch) -> new FieldType.WithTmp(edit.apply(scratch));
      case FieldType.List(FieldType.ListKind kind, Section node) ->
          new FieldType.List(kind, edit.apply(node));
      case FieldType.Tree(Optional<Section> key, Section value) ->
          new FieldType.Tree(key.map(edit), edit.apply(value));
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ ->
          element;
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> element;
      case FieldType.MsixState _, FieldType.Custom _ -> element;
    };
  }
}
