package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Edits sections of a name wherever they are inside another.
final class SectionEdit {
  private final String name;
  private final UnaryOperator<Section> edit;
  private final UnaryOperator<Subsection> subsectionEdit;
  private boolean found;

  private SectionEdit(
      String name, UnaryOperator<Section> edit, UnaryOperator<Subsection> subsectionEdit) {
    this.name = name;
    this.edit = edit;
    this.subsectionEdit = subsectionEdit;
  }

  /// {@return `root` with an edit made in each section of a name; empty when there is none}
  static Optional<Section> of(Section root, String name, UnaryOperator<Section> edit) {
    return new SectionEdit(name, edit, one -> one).edited(root);
  }

  /// {@return `root` with an edit made in each subsection of a name; empty when there is none}
  static Optional<Section> ofSubsection(Section root, String name, UnaryOperator<Subsection> edit) {
    return new SectionEdit(name, one -> one, edit).edited(root);
  }

  private Optional<Section> edited(Section root) {
    Section edited = section(root);
    return found ? Optional.of(edited) : Optional.empty();
  }

  private Section section(Section section) {
    Section inside =
        section
            .withFields(
                section.fields().stream()
                    .map(field -> NestedSections.edited(field, this::section))
                    .toList())
            .withSubsections(section.subsections().stream().map(this::subsection).toList());
    if (!section.name().equals(name)) {
      return inside;
    }
    found = true;
    return edit.apply(inside);
  }

  private Subsection subsection(Subsection subsection) {
    Subsection inside = new Subsection(section(subsection.section()), subsection.needed());
    return subsection.section().name().equals(name) ? subsectionEdit.apply(inside) : inside;
  }

  /// {@return fields with one put before that of a name, or behind all}
  static List<Field> added(List<Field> fields, Field field, Optional<String> before) {
    List<Field> all = new ArrayList<>(fields);
    int at = before.map(other -> index(fields, other)).orElse(fields.size());
    all.add(at, field);
    return all;
  }

  /// {@return the place of the field of a name}
  ///
  /// @throws IllegalArgumentException when there is none
  static int index(List<Field> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    throw NamedThings.missing("field", name, fields, Field::name);
  }
}
