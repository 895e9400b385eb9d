package org.hopscotch.model.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One VMStateDescription: what travels of a device or struct, and how (wire-format section 4).
///
/// @param versionId what a save writes, and the newest that a load takes
/// @param minimumVersionId the oldest that a load takes
/// @param fields in the order of their bytes
/// @param subsections in the order in which a save tries them
/// @param loadStateOld what loads versions below the minimum, where there is such a thing
public record Section(
    String name,
    int versionId,
    int minimumVersionId,
    List<Field> fields,
    List<Subsection> subsections,
    Hooks hooks,
    Optional<LoadStateOld> loadStateOld) {

  public Section {
    fields = List.copyOf(fields);
    subsections = List.copyOf(subsections);
  }

  /// A section that takes no version below its minimum.
  public Section(
      String name,
      int versionId,
      int minimumVersionId,
      List<Field> fields,
      List<Subsection> subsections,
      Hooks hooks) {
    this(name, versionId, minimumVersionId, fields, subsections, hooks, Optional.empty());
  }

  /// A section of fields only.
  public Section(String name, int versionId, int minimumVersionId, Field... fields) {
    this(name, versionId, minimumVersionId, Arrays.asList(fields), List.of(), Hooks.NONE);
  }

  /// {@return this section with other versions}
  public Section withVersions(int version, int minimum) {
    return new Section(name, version, minimum, fields, subsections, hooks, loadStateOld);
  }

  /// {@return this section with other fields}
  public Section withFields(List<Field> others) {
    return new Section(name, versionId, minimumVersionId, others, subsections, hooks, loadStateOld);
  }

  /// {@return this section with other subsections}
  public Section withSubsections(List<Subsection> others) {
    return new Section(name, versionId, minimumVersionId, fields, others, hooks, loadStateOld);
  }

  /// {@return this section with another way to load versions below its minimum}
  public Section with(LoadStateOld other) {
    return new Section(
        name, versionId, minimumVersionId, fields, subsections, hooks, Optional.of(other));
  }

  /// {@return this section with these subsections in place of its own}
  public Section with(Subsection... others) {
    return withSubsections(Arrays.asList(others));
  }

  /// {@return this section with these hooks in place of its own}
  public Section with(Hooks others) {
    return new Section(
        name, versionId, minimumVersionId, fields, subsections, others, loadStateOld);
  }

  /// {@return the name that a description gives a field: `name[k]` for the `k`th of several fields
  /// of one name, whether or not the others travel (wire-format section 10.1)}
  public String describedName(int index) {
    String plain = fields.get(index).name();
    return isUnique(plain) ? plain : plain + "[" + count(plain, index) + "]";
  }

  /// {@return whether only one field has this name}
  public boolean isUnique(String fieldName) {
    return count(fieldName, fields.size()) == 1;
  }

  private long count(String fieldName, int end) {
    int hash = fieldName.hashCode();
    long count = 0;
    for (int i = 0; i < end; i++) {
      String name = fields.get(i).name();
      count += name.hashCode() == hash && name.equals(fieldName) ? 1 : 0;
    }
    return count;
  }

  /// {@return whether a save of this section, or of one inside it, may change what it saves}
  public boolean changesWhenSaved() {
    if (!hooks.preSave().statements().isEmpty() || !hooks.postSave().statements().isEmpty()) {
      return true;
    }
    for (Field field : fields) {
      if (field.type().elementType().map(FieldType.Element::changesWhenSaved).orElse(false)) {
        return true;
      }
    }
    return subsections.stream().anyMatch(one -> one.section().changesWhenSaved());
  }

  /// {@return the integer type of a member of this object: of the first field with this name, here
  /// or in a subsection, that is a scalar or an array of scalars}
  public Optional<ScalarType> scalarType(String member) {
    for (Field field : fields) {
      if (field.name().equals(member)
          && field.type().elementType().orElse(null) instanceof FieldType.Scalar scalar) {
        return Optional.of(scalar.type());
      }
    }
    for (Subsection subsection : subsections) {
      Optional<ScalarType> inside = subsection.section().scalarType(member);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }
}
