package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.harness.planted.Distortion.Loading;
import org.hopscotch.harness.planted.Distortion.Saving;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.harness.planted.Schemas.Place;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// Versions compared wrongly, and fields that exist when they should not (wire-format sections 4.2,
/// 4.3 and 4.5).
final class VersionDefects {
  private VersionDefects() {}

  static List<EngineDefect> all() {
    List<EngineDefect> all = new ArrayList<>(fields());
    all.addAll(sections());
    all.addAll(structs());
    return all;
  }

  private static List<EngineDefect> fields() {
    return List.of(
        loading(
            "since-one-too-late",
            "a field of version n exists above n only",
            Shows.ON_SOUND,
            new Loading(Schemas.fields(field -> since(field, 1)))),
        new EngineDefect(
            "since-one-too-late-saved",
            "a field of version n is written above n only",
            Part.SAVING,
            Shows.ON_SOUND,
            new Saving(Schemas.fields(field -> since(field, 1)))),
        loading(
            "since-one-too-early",
            "a field of version n exists from n - 1 on",
            Shows.ON_SOUND,
            new Loading(Schemas.fields(field -> since(field, -1)))),
        loading(
            "field-test-ignored",
            "field_exists is not asked: the field is always read",
            Shows.ON_SOUND,
            new Loading(Schemas.fields(VersionDefects::always))),
        new EngineDefect(
            "field-test-ignored-saved",
            "field_exists is not asked: the field is always written",
            Part.SAVING,
            Shows.ON_SOUND,
            new Saving(Schemas.fields(VersionDefects::always))),
        loading(
            "field-test-before-load",
            "field_exists is asked of all fields before the first is read",
            Shows.ON_SOUND,
            new Loading(Schemas.sections(Place.DEVICE, VersionDefects::testedBefore))));
  }

  private static List<EngineDefect> sections() {
    return List.of(
        loading(
            "minimum-one-too-high",
            "a version is too old unless it is above minimum_version_id",
            Shows.ON_SOUND,
            new Loading(Schemas.sections(Place.DEVICE, one -> minimum(one, 1)))),
        loading(
            "minimum-one-too-low",
            "the version before minimum_version_id is taken",
            Shows.ON_UNSOUND,
            new Loading(Schemas.sections(Place.DEVICE, one -> minimum(one, -1)))),
        loading(
            "version-compared-for-equality",
            "a section is taken in its own version_id only",
            Shows.ON_UNSOUND,
            new Loading(
                Schemas.sections(
                    Place.DEVICE,
                    one -> {
                      Section section = one.withVersions(one.versionId(), one.versionId());
                      return new Section(
                          section.name(),
                          section.versionId(),
                          section.minimumVersionId(),
                          section.fields(),
                          section.subsections(),
                          section.hooks(),
                          Optional.empty());
                    }))),
        loading(
            "newer-section-taken",
            "the version after version_id is taken",
            Shows.ON_UNSOUND,
            new Loading(
                Schemas.sections(
                    Place.DEVICE,
                    one -> one.withVersions(one.versionId() + 1, one.minimumVersionId())))),
        loading(
            "load-state-old-skipped",
            "load_state_old is not called: what is below the minimum is refused",
            Shows.ON_UNSOUND,
            new Loading(
                Schemas.everySection(one ->
                    new Section(
                        one.name(),
                        one.versionId(),
                        one.minimumVersionId(),
                        one.fields(),
                        one.subsections(),
                        one.hooks(),
                        Optional.empty())))),
        new EngineDefect(
            "minimum-written-as-version",
            "a section's header says minimum_version_id",
            Part.SAVING,
            Shows.ON_SOUND,
            new Saving(Schemas.sections(Place.DEVICE, VersionDefects::saidTheOldest))));
  }

  private static List<EngineDefect> structs() {
    return List.of(
        new EngineDefect(
            "vstruct-version-ignored",
            "a VSTRUCT is written in its child's version_id",
            Part.SAVING,
            Shows.ON_SOUND,
            new Saving(
                Schemas.elements(element ->
                    element instanceof FieldType.VStruct(Section section, _)
                        ? new FieldType.Struct(section)
                        : element))),
        loading(
            "struct-loaded-in-outer-version",
            "a STRUCT is loaded in the version of the section around it",
            Shows.ON_SOUND,
            new Loading(Schemas.everySection(VersionDefects::inOuterVersion))));
  }

  private static EngineDefect loading(String id, String line, Shows shows, Distortion distortion) {
    return new EngineDefect(id, line, Part.LOADING, shows, distortion);
  }

  // ---- fields

  /// Lists, trees and scratch space are loaded with the number, so theirs stays.
  private static List<Field> since(Field field, int by) {
    boolean number =
        field.type() instanceof FieldType.List
            || field.type() instanceof FieldType.Tree
            || field.type() instanceof FieldType.WithTmp;
    return field.existence() instanceof Existence.Since(int version) && version > 0 && !number
        ? List.of(field.since(version + by))
        : List.of(field);
  }

  private static List<Field> always(Field field) {
    boolean asked =
        field.existence() instanceof Existence.Test
            && !(field.type() instanceof FieldType.Validate);
    return List.of(asked ? new Field(field.name(), field.type()) : field);
  }

  /// A section that decides by what memory held.
  private static Section testedBefore(Section section) {
    List<Statement> kept = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < section.fields().size(); i++) {
      Field field = section.fields().get(i);
      if (field.existence() instanceof Existence.Test(Expression test)
          && !(field.type() instanceof FieldType.Validate)) {
        String own = DefectiveInstance.OWN + i;
        kept.add(new Statement.Assignment(own, test));
        fields.add(field.test(new Expression.Member(own)));
      } else {
        fields.add(field);
      }
    }
    return kept.isEmpty() ? section : HookDefects.before(section.withFields(fields), kept);
  }

  // ---- sections

  private static Section minimum(Section section, int by) {
    return section.withVersions(section.versionId(), section.minimumVersionId() + by);
  }

  /// The fields are those of the version that is not said.
  private static Section saidTheOldest(Section section) {
    return section
        .withFields(
            section.fields().stream()
                .filter(field ->
                    !(field.existence() instanceof Existence.Since(int version))
                        || version <= section.versionId())
                .map(field ->
                    field.existence() instanceof Existence.Since
                        ? new Field(field.name(), field.type())
                        : field)
                .toList())
        .withVersions(section.minimumVersionId(), section.minimumVersionId());
  }

  private static Section inOuterVersion(Section section) {
    return section.withFields(
        section.fields().stream()
            .map(field -> new Field(field.name(), fixed(section, field.type()), field.existence()))
            .toList());
  }

  private static FieldType fixed(Section around, FieldType type) {
    return switch (type) {
      case FieldType.Struct(Section child) -> new FieldType.VStruct(child, around.versionId());
      case FieldType.Array(FieldType.Struct(Section child), var count, int start, var storage) ->
          new FieldType.Array(
              new FieldType.VStruct(child, around.versionId()), count, start, storage);
      case FieldType.PointerArray(FieldType.Struct(Section child), var count, var markers) ->
          new FieldType.PointerArray(
              new FieldType.VStruct(child, around.versionId()), count, markers);
      case Element _, FieldType.Array _, FieldType.PointerArray _, FieldType.Validate _ -> type;
    };
  }
}
