package org.hopscotch.harness.planted;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// A release with other schemas: the same change wherever a section, field or type of that kind
/// is.
final class Schemas {
  private final Rule rule;

  private Schemas(Rule rule) {
    this.rule = rule;
  }

  /// Where a section is.
  enum Place {
    /// A device's own.
    DEVICE,
    /// Of a struct, a list's element, a tree's key or value, scratch space.
    NESTED,
    SUBSECTION
  }

  /// What becomes of a section; of what is inside it, it became already.
  interface Rule {
    Section section(Place place, Section section);
  }

  /// {@return a change of all sections}
  static UnaryOperator<Release> sections(Rule rule) {
    return types(type -> {
      Optional<Section> section = type.section();
      return section.isEmpty()
          ? type
          : type.withSection(new Schemas(rule).section(Place.DEVICE, section.get()));
    });
  }

  /// {@return a change of all sections, wherever they are}
  static UnaryOperator<Release> everySection(UnaryOperator<Section> change) {
    return sections((_, section) -> change.apply(section));
  }

  /// {@return a change of the sections at one kind of place}
  static UnaryOperator<Release> sections(Place where, UnaryOperator<Section> change) {
    return sections((place, section) -> place == where ? change.apply(section) : section);
  }

  /// {@return a change of all fields, each to any number of others}
  static UnaryOperator<Release> fields(Function<Field, List<Field>> change) {
    return everySection(section ->
        section.withFields(
            section.fields().stream().flatMap(one -> change.apply(one).stream()).toList()));
  }

  /// {@return a change of all fields' types}
  static UnaryOperator<Release> fieldTypes(UnaryOperator<FieldType> change) {
    return fields(one -> List.of(new Field(one.name(), change.apply(one.type()), one.existence())));
  }

  /// {@return a change of all elements, those of arrays too}
  static UnaryOperator<Release> elements(UnaryOperator<Element> change) {
    return fieldTypes(type ->
        switch (type) {
          case Element element -> change.apply(element);
          case FieldType.Array(Element element, var count, int start, var storage) ->
              new FieldType.Array(change.apply(element), count, start, storage);
          case FieldType.PointerArray(Element element, var count, var markers) ->
              new FieldType.PointerArray(change.apply(element), count, markers);
          case FieldType.Validate _ -> type;
        });
  }

  /// {@return a change of all numbers' types}
  static UnaryOperator<Release> scalars(UnaryOperator<ScalarType> change) {
    return elements(element ->
        element instanceof FieldType.Scalar(ScalarType type)
            ? new FieldType.Scalar(change.apply(type))
            : element);
  }

  /// {@return a change of all subsections, each with its `needed`}
  static UnaryOperator<Release> subsections(Function<Subsection, Optional<Subsection>> change) {
    return everySection(section ->
        section.withSubsections(
            section.subsections().stream().flatMap(one -> change.apply(one).stream()).toList()));
  }

  /// {@return a change of all device types}
  static UnaryOperator<Release> types(UnaryOperator<DeviceType> change) {
    return release ->
        new Release(
            release.name(),
            release.parent(),
            release.family(),
            release.types().stream().map(change).toList(),
            release.tables(),
            release.machines());
  }

  // ---- inside a section

  private Section section(Place place, Section section) {
    Section inside =
        new Section(
            section.name(),
            section.versionId(),
            section.minimumVersionId(),
            section.fields().stream().map(this::field).toList(),
            section.subsections().stream()
                .map(one -> new Subsection(section(Place.SUBSECTION, one.section()), one.needed()))
                .toList(),
            section.hooks(),
            section
                .loadStateOld()
                .map(old ->
                    new LoadStateOld(
                        old.minimumVersionId(),
                        old.fields().stream().map(this::field).toList(),
                        old.then())));
    return rule.section(place, inside);
  }

  private Section nested(Section section) {
    return section(Place.NESTED, section);
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
      case FieldType.Struct(Section section) -> new FieldType.Struct(nested(section));
      case FieldType.VStruct(Section section, int version) ->
          new FieldType.VStruct(nested(section), version);
      case FieldType.WithTmp(Section scratch) -> new FieldType.WithTmp(nested(scratch));
      case FieldType.List(var kind, Section node) -> new FieldType.List(kind, nested(node));
      case FieldType.Tree(var key, Section value) ->
          new FieldType.Tree(key.map(this::nested), nested(value));
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ ->
          element;
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> element;
      case FieldType.MsixState _, FieldType.Custom _ -> element;
    };
  }
}
