package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Adds to a section that was captured what a dump declares of it: the versions it takes, since
/// when fields exist, and subsections that the capture did not have.
///
/// A dump tells sizes in C, not types: a field of a subsection that was never captured is bytes of
/// that size.
final class DumpedSections {
  private final Map<String, VmstateDump.Section> byName = new HashMap<>();

  DumpedSections(VmstateDump dump) {
    dump.sections().values().forEach(this::add);
  }

  /// Nested sections too, under their own names.
  private void add(VmstateDump.Section section) {
    byName.putIfAbsent(section.name(), section);
    section.fields().forEach(field -> field.nested().ifPresent(this::add));
    section.subsections().forEach(this::add);
  }

  /// {@return a captured section as it is declared}
  Section merged(Section captured) {
    return merged(captured, Optional.ofNullable(byName.get(captured.name())));
  }

  private Section merged(Section captured, Optional<VmstateDump.Section> candidate) {
    Optional<VmstateDump.Section> declared =
        candidate.filter(one -> one.versionId() == captured.versionId());
    List<Field> fields = new ArrayList<>();
    for (Field field : captured.fields()) {
      Optional<VmstateDump.Field> same = declared.flatMap(one -> field(one, field));
      FieldType type = type(field.type(), same.flatMap(VmstateDump.Field::nested));
      Field inside = new Field(field.name(), type, field.existence());
      fields.add(
          same.filter(one -> !one.tested())
              .map(one -> inside.since(one.versionId()))
              .orElse(inside));
    }
    List<Subsection> subsections = new ArrayList<>();
    for (Subsection sent : captured.subsections()) {
      String name = sent.section().name();
      Optional<VmstateDump.Section> same =
          declared.flatMap(
              one -> one.subsections().stream().filter(s -> s.name().equals(name)).findFirst());
      subsections.add(
          new Subsection(
              merged(sent.section(), same.or(() -> Optional.ofNullable(byName.get(name)))),
              sent.needed()));
    }
    declared.map(VmstateDump.Section::subsections).orElse(List.of()).stream()
        .filter(one -> captured.subsections().stream().noneMatch(s -> named(s, one.name())))
        .forEach(one -> subsections.add(new Subsection(bytes(one), Expression.FALSE)));
    int minimum =
        declared.map(VmstateDump.Section::minimumVersionId).orElse(captured.minimumVersionId());
    return new Section(
        captured.name(),
        captured.versionId(),
        Math.min(minimum, captured.minimumVersionId()),
        fields,
        subsections,
        captured.hooks(),
        captured.loadStateOld());
  }

  private static boolean named(Subsection subsection, String name) {
    return subsection.section().name().equals(name);
  }

  /// The only declared field of a name.
  private static Optional<VmstateDump.Field> field(VmstateDump.Section declared, Field field) {
    List<VmstateDump.Field> same =
        declared.fields().stream().filter(one -> one.name().equals(field.name())).toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  private FieldType type(FieldType type, Optional<VmstateDump.Section> nested) {
    return switch (type) {
      case Element element -> element(element, nested);
      case FieldType.Array(Element element, Count count, int start, var storage) ->
          new FieldType.Array(element(element, nested), count, start, storage);
      case FieldType.PointerArray(Element element, Count count, var markers) ->
          new FieldType.PointerArray(element(element, nested), count, markers);
      case FieldType.Validate validate -> validate;
    };
  }

  private Element element(Element element, Optional<VmstateDump.Section> nested) {
    return switch (element) {
      case FieldType.Struct(Section section) -> new FieldType.Struct(inside(section, nested));
      case FieldType.VStruct(Section section, int version) ->
          new FieldType.VStruct(inside(section, nested), version);
      case FieldType.WithTmp _, FieldType.List _, FieldType.Tree _, FieldType.Scalar _ -> element;
      case FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _, FieldType.Fd _ -> element;
      case FieldType.PciConfig _, FieldType.PciIrqState _, FieldType.MsixState _ -> element;
      case FieldType.Custom _ -> element;
    };
  }

  private Section inside(Section captured, Optional<VmstateDump.Section> nested) {
    return nested.filter(one -> one.name().equals(captured.name())).isPresent()
        ? merged(captured, nested)
        : merged(captured);
  }

  private static Section bytes(VmstateDump.Section declared) {
    List<Field> fields = new ArrayList<>();
    for (VmstateDump.Field field : declared.fields()) {
      Field bytes =
          new Field(
              field.name(),
              new FieldType.Buffer(Count.of(wireSize(field)), 0, FieldType.Storage.KEPT));
      fields.add(field.tested() ? bytes : bytes.since(field.versionId()));
    }
    return new Section(
        declared.name(),
        declared.versionId(),
        declared.minimumVersionId(),
        fields,
        declared.subsections().stream()
            .map(one -> new Subsection(bytes(one), Expression.FALSE))
            .toList(),
        Hooks.NONE);
  }

  private static int wireSize(VmstateDump.Field field) {
    int one =
        field
            .nested()
            .map(nested -> nested.fields().stream().mapToInt(DumpedSections::wireSize).sum())
            .orElse(field.size());
    return one * field.count();
  }
}
