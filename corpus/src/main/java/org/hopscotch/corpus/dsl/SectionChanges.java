package org.hopscotch.corpus.dsl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;

/// The words for changes of sections: of a device type's own, by the type's name, or of one
/// {@link Inside} it.
///
/// @param <T> what is changed
public sealed interface SectionChanges<T extends Changes<T>> permits Changes {

  /// {@return the release as it is now}
  Release release();

  /// {@return the release as it is now and those that it came from}
  List<Release> lineage();

  /// {@return this with one more change}
  ///
  /// @param after the release after it
  T changed(Change change, Release after);

  // ---- fields

  /// Adds a field behind the others.
  default T addField(String type, Field field) {
    return addField(own(type), field);
  }

  /// Adds a field behind the others.
  default T addField(Inside where, Field field) {
    return add(where, field, Optional.empty());
  }

  /// Adds a field before another.
  default T addFieldBefore(String type, String before, Field field) {
    return addFieldBefore(own(type), before, field);
  }

  /// Adds a field before another.
  default T addFieldBefore(Inside where, String before, Field field) {
    return add(where, field, Optional.of(before));
  }

  private T add(Inside where, Field field, Optional<String> before) {
    T more = make(new Change.AddField(where.type(), where.section(), field, before));
    Optional<Section> root = more.release().type(where.type()).flatMap(DeviceType::section);
    root.stream()
        .flatMap(section -> Releases.sections(section).stream())
        .filter(section -> section.name().equals(where.section()))
        .forEach(section -> VMState.requireOnce(section.name(), section.fields()));
    return more;
  }

  /// Removes a field.
  default T removeField(String type, String field) {
    return removeField(own(type), field);
  }

  /// Removes a field.
  default T removeField(Inside where, String field) {
    return make(new Change.RemoveField(where.type(), where.section(), field));
  }

  /// Puts a field in the place of another.
  default T replaceField(String type, String field, Field by) {
    return replaceField(own(type), field, by);
  }

  /// Puts a field in the place of another.
  default T replaceField(Inside where, String field, Field by) {
    return make(new Change.ReplaceField(where.type(), where.section(), field, by));
  }

  // ---- the rest of a section

  /// Gives a type that had none a section, or another one. How it is registered stays.
  default T setSection(String type, VMState vmsd) {
    return make(new Change.SetSection(knownType(type), vmsd.struct()));
  }

  /// Sets `version_id` and `minimum_version_id`.
  default T setVersions(String type, int versionId, int minimumVersionId) {
    return setVersions(own(type), versionId, minimumVersionId);
  }

  /// Sets `version_id` and `minimum_version_id`.
  default T setVersions(Inside where, int versionId, int minimumVersionId) {
    return make(new Change.SetVersions(where.type(), where.section(), versionId, minimumVersionId));
  }

  /// Sets all hooks: those that are not named here are gone.
  default T setHooks(String type, Hooks hooks) {
    return setHooks(own(type), hooks);
  }

  /// Sets all hooks: those that are not named here are gone.
  default T setHooks(Inside where, Hooks hooks) {
    return make(new Change.SetHooks(where.type(), where.section(), hooks));
  }

  /// Sets what loads versions below the minimum; see {@link VMState#loadStateOld}.
  default T setLoadStateOld(String type, int minimum, String then, Field... fields) {
    return setLoadStateOld(own(type), minimum, then, fields);
  }

  /// Sets what loads versions below the minimum; see {@link VMState#loadStateOld}.
  default T setLoadStateOld(Inside where, int minimum, String then, Field... fields) {
    return make(
        new Change.SetLoadStateOld(
            where.type(),
            where.section(),
            VMState.loadStateOld(where.section(), minimum, then, fields)));
  }

  /// Renames a section and the subsections that begin with its name.
  default T renameSection(String type, String name) {
    return renameSection(own(type), name);
  }

  /// Renames a section and the subsections that begin with its name.
  default T renameSection(Inside where, String name) {
    return make(new Change.RenameSection(where.type(), where.section(), name));
  }

  // ---- subsections

  /// Adds a subsection behind the others.
  default T addSubsection(String type, VMState subsection) {
    return addSubsection(own(type), subsection);
  }

  /// Adds a subsection behind the others.
  default T addSubsection(Inside where, VMState subsection) {
    return make(new Change.AddSubsection(where.type(), where.section(), subsection.subsection()));
  }

  /// Removes a subsection.
  default T removeSubsection(String type, String subsection) {
    return removeSubsection(own(type), subsection);
  }

  /// Removes a subsection.
  default T removeSubsection(Inside where, String subsection) {
    return make(new Change.RemoveSubsection(where.type(), where.section(), subsection));
  }

  /// Gives a subsection another condition.
  default T setNeeded(String type, String subsection, String condition) {
    return make(
        new Change.SetNeeded(
            knownType(type), subsection, Words.expression("needed of " + subsection, condition)));
  }

  // ---- making

  /// Makes a change that there may be no word for.
  default T make(Change change) {
    Release after;
    try {
      after = Evolution.changed(release(), change);
    } catch (IllegalArgumentException e) {
      String kind =
          change
              .getClass()
              .getSimpleName()
              .replaceAll("(?<!^)([A-Z])", "-$1")
              .toLowerCase(Locale.ROOT);
      throw new IllegalArgumentException(
          "%s in %s: %s".formatted(kind, release(), e.getMessage()), e);
    }
    return changed(change, after);
  }

  private String knownType(String type) {
    return Releases.knownType(type, release());
  }

  private Inside own(String type) {
    return new Inside(
        knownType(type),
        release()
            .type(type)
            .flatMap(DeviceType::section)
            .map(Section::name)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no section in type %s of %s".formatted(type, release()))));
  }
}
