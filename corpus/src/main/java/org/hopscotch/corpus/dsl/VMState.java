package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// A `VMStateDescription` as it stands in C: of a device, of a struct inside one, or a subsection.
///
/// @param section what travels, and how
/// @param registration what of it says when and where the section of a device is sent; of a
///     subsection `needed` counts
public record VMState(Section section, Registration registration) {

  /// {@return one with nothing in it, of version 0}
  public static VMState vmstate(String name) {
    return of(new Section(name, 0, 0));
  }

  /// {@return one for a section of the model, such as those of `model.schema.Compounds`}
  public static VMState of(Section section) {
    return new VMState(section, Registration.USUAL);
  }

  /// {@return this with another `.version_id`}
  public VMState versionId(int version) {
    return with(section.withVersions(version, section.minimumVersionId()));
  }

  /// {@return this with another `.minimum_version_id`}
  public VMState minimumVersionId(int minimum) {
    return with(section.withVersions(section.versionId(), minimum));
  }

  /// {@return this with more `.fields`, behind those that it has}
  ///
  /// @throws IllegalArgumentException for a member that is sent twice, unless by parts or under
  ///     tests
  public VMState fields(Field... fields) {
    List<Field> all = new ArrayList<>(section.fields());
    all.addAll(Arrays.asList(fields));
    requireOnce(section.name(), all);
    return with(section.withFields(all));
  }

  /// {@return this with more `.subsections`, behind those that it has}
  ///
  /// @throws IllegalArgumentException for one twice
  public VMState subsections(VMState... subsections) {
    List<Subsection> all = new ArrayList<>(section.subsections());
    for (VMState one : subsections) {
      Subsection more = one.subsection();
      if (all.stream().anyMatch(old -> old.section().name().equals(more.section().name()))) {
        throw new IllegalArgumentException(
            "subsection %s twice in %s".formatted(more.section().name(), section.name()));
      }
      all.add(more);
    }
    return with(section.withSubsections(all));
  }

  // ---- hooks

  /// {@return this with another `.pre_save`, such as `count = count + 1`}
  public VMState preSave(String hook) {
    return hooks("pre_save", () -> section.hooks().preSave(hook));
  }

  /// {@return this with another `.pre_load`, such as `latch = 1`}
  public VMState preLoad(String hook) {
    return hooks("pre_load", () -> section.hooks().preLoad(hook));
  }

  /// {@return this with another `.post_load`, such as `refuse "too long" when len > 16`}
  public VMState postLoad(String hook) {
    return hooks("post_load", () -> section.hooks().postLoad(hook));
  }

  /// {@return this with another `.post_save`}
  public VMState postSave(String hook) {
    return hooks("post_save", () -> section.hooks().postSave(hook));
  }

  private VMState hooks(String what, Words.Parser<Hooks> hooks) {
    return with(section.with(Words.parsed("%s of %s".formatted(what, section.name()), hooks)));
  }

  /// {@return this with a `.load_state_old`, which loads versions below the minimum}
  ///
  /// @param minimum `.minimum_version_id_old`
  /// @param then what it does when it has read its fields, a hook; empty for nothing
  public VMState loadStateOld(int minimum, String then, Field... fields) {
    return with(section.with(loadStateOld(section.name(), minimum, then, fields)));
  }

  static LoadStateOld loadStateOld(String section, int minimum, String then, Field... fields) {
    String what = "load_state_old of " + section;
    List<Field> all = Arrays.asList(fields);
    requireOnce(what, all);
    return new LoadStateOld(minimum, all, Words.hook(what, then));
  }

  // ---- when and where

  /// {@return this with another `.needed`: the condition under which it is sent}
  public VMState needed(String condition) {
    return with(registration.needed(Words.expression("needed of " + section.name(), condition)));
  }

  /// {@return this as one that `.unmigratable` keeps on its host}
  public VMState unmigratable() {
    return with(registration.unmigratable(Expression.TRUE));
  }

  /// {@return this as one that stays on its host while a condition holds: a migration blocker}
  public VMState unmigratable(String condition) {
    return with(
        registration.unmigratable(
            Words.expression("unmigratable of " + section.name(), condition)));
  }

  /// {@return this with another `.priority`; higher ones are saved first}
  public VMState priority(int priority) {
    return with(registration.priority(priority));
  }

  /// {@return this with `.early_setup`: sent before RAM pages}
  public VMState earlySetup() {
    return with(registration.sentEarly());
  }

  // ---- as what it is used

  Subsection subsection() {
    if (!registration.needed(Expression.TRUE).equals(Registration.USUAL)) {
      throw new IllegalArgumentException(
          "subsection %s: of what a device says, only 'needed' counts".formatted(section.name()));
    }
    return new Subsection(section, registration.needed());
  }

  /// {@return the section of a struct inside a device}
  Section struct() {
    if (!registration.equals(Registration.USUAL)) {
      throw new IllegalArgumentException(
          "struct %s: 'needed', 'priority' and the like count for devices and subsections only"
              .formatted(section.name()));
    }
    return section;
  }

  private VMState with(Section other) {
    return new VMState(other, registration);
  }

  private VMState with(Registration other) {
    return new VMState(section, other);
  }

  /// Parts of a member may be sent one by one, and several layouts of it under tests.
  static void requireOnce(String owner, List<Field> fields) {
    Set<String> whole = new HashSet<>();
    for (Field field : fields) {
      if (isWholeMember(field) && !whole.add(field.name())) {
        throw new IllegalArgumentException("field %s twice in %s".formatted(field.name(), owner));
      }
    }
  }

  private static boolean isWholeMember(Field field) {
    return field.existence() instanceof Existence.Since
        && switch (field.type()) {
          case FieldType.Array(FieldType.Unused _, _, _, _) -> false;
          case FieldType.Array(_, _, int start, _) -> start == 0;
          case FieldType.Buffer(_, int start, _) -> start == 0;
          case FieldType.Unused _, FieldType.WithTmp _, FieldType.Validate _ -> false;
          case FieldType.PointerArray _, FieldType.Element _ -> true;
        };
  }
}
