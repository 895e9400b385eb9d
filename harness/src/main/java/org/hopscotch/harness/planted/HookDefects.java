package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.harness.planted.Distortion.Loading;
import org.hopscotch.harness.planted.Distortion.Saving;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.harness.planted.Schemas.Place;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// Hooks that do not run, or not when they should (wire-format sections 4.1 and 4.2).
final class HookDefects {
  private HookDefects() {}

  static List<EngineDefect> all() {
    return List.of(
        saving(
            "pre-save-skipped",
            "pre_save does not run",
            h -> new Hooks(Hook.NONE, h.preLoad(), h.postLoad(), h.postSave())),
        saving(
            "pre-save-runs-twice",
            "pre_save runs twice",
            h ->
                new Hooks(
                    joined(h.preSave(), h.preSave()), h.preLoad(), h.postLoad(), h.postSave())),
        new EngineDefect(
            "pre-save-after-fields",
            "pre_save runs after the fields are written",
            Part.SAVING,
            Shows.ON_SOUND,
            new Saving(Schemas.sections(outer(HookDefects::savedLate)))),
        loading(
            "pre-load-skipped",
            "pre_load does not run",
            h -> new Hooks(h.preSave(), Hook.NONE, h.postLoad(), h.postSave())),
        new EngineDefect(
            "pre-load-after-fields",
            "pre_load runs after the fields are read",
            Part.LOADING,
            Shows.ON_SOUND,
            new Loading(Schemas.sections(outer(HookDefects::preparedLate)))),
        loading(
            "post-load-skipped",
            "post_load does not run",
            h -> new Hooks(h.preSave(), h.preLoad(), Hook.NONE, h.postSave())),
        loading(
            "post-load-runs-twice",
            "post_load runs twice",
            h ->
                new Hooks(
                    h.preSave(), h.preLoad(), joined(h.postLoad(), h.postLoad()), h.postSave())),
        new EngineDefect(
            "post-load-before-subsections",
            "post_load runs before the subsections are read",
            Part.LOADING,
            Shows.ON_SOUND,
            new Loading(Schemas.sections(outer(HookDefects::finishedEarly)))),
        new EngineDefect(
            "post-load-refusal-ignored",
            "a post_load that fails fails nothing",
            Part.LOADING,
            Shows.ON_UNSOUND,
            new Loading(
                hooks(h ->
                    new Hooks(h.preSave(), h.preLoad(), lenient(h.postLoad()), h.postSave())))),
        new EngineDefect(
            "nested-hooks-skipped",
            "hooks of nested structs do not run",
            Part.BOTH_WAYS,
            Shows.ON_SOUND,
            new Loading(Schemas.sections(Place.NESTED, one -> one.with(Hooks.NONE))),
            new Saving(Schemas.sections(Place.NESTED, one -> one.with(Hooks.NONE)))),
        new EngineDefect(
            "with-tmp-not-copied-back",
            "what WITH_TMP loads into scratch space stays there",
            Part.LOADING,
            Shows.ON_SOUND,
            new Loading(
                Schemas.elements(element ->
                    element instanceof FieldType.WithTmp(Section scratch)
                        ? new FieldType.WithTmp(scratch.with(withoutPostLoad(scratch.hooks())))
                        : element))));
  }

  private static EngineDefect saving(String id, String line, UnaryOperator<Hooks> change) {
    return new EngineDefect(id, line, Part.SAVING, Shows.ON_SOUND, new Saving(hooks(change)));
  }

  private static EngineDefect loading(String id, String line, UnaryOperator<Hooks> change) {
    return new EngineDefect(id, line, Part.LOADING, Shows.ON_SOUND, new Loading(hooks(change)));
  }

  private static UnaryOperator<Release> hooks(UnaryOperator<Hooks> change) {
    return Schemas.everySection(section -> section.with(change.apply(section.hooks())));
  }

  private static Hooks withoutPostLoad(Hooks hooks) {
    return new Hooks(hooks.preSave(), hooks.preLoad(), Hook.NONE, hooks.postSave());
  }

  static Hook joined(Hook first, Hook second) {
    List<Statement> statements = new ArrayList<>(first.statements());
    statements.addAll(second.statements());
    return new Hook(statements);
  }

  /// {@return a section that does something more before its `pre_load`}
  static Section before(Section section, List<Statement> more) {
    Hooks h = section.hooks();
    return section.with(
        new Hooks(h.preSave(), joined(new Hook(more), h.preLoad()), h.postLoad(), h.postSave()));
  }

  private static Hook lenient(Hook hook) {
    return new Hook(
        hook.statements().stream()
            .filter(statement -> !(statement instanceof Statement.Refuse))
            .toList());
  }

  // ---- a hook where fields end

  /// Those of nested structs may ask for the struct around, which is not where scratch space is.
  private static Schemas.Rule outer(UnaryOperator<Section> change) {
    return (place, section) -> place == Place.NESTED ? section : change.apply(section);
  }

  private static Section savedLate(Section section) {
    Hooks h = section.hooks();
    return behindFields(
        section.with(new Hooks(Hook.NONE, h.preLoad(), h.postLoad(), h.postSave())),
        new Hooks(h.preSave(), Hook.NONE, Hook.NONE, Hook.NONE));
  }

  private static Section preparedLate(Section section) {
    Hooks h = section.hooks();
    return behindFields(
        section.with(new Hooks(h.preSave(), Hook.NONE, h.postLoad(), h.postSave())),
        new Hooks(Hook.NONE, h.preLoad(), Hook.NONE, Hook.NONE));
  }

  private static Section finishedEarly(Section section) {
    return section.subsections().isEmpty()
        ? section
        : behindFields(
            section.with(withoutPostLoad(section.hooks())),
            new Hooks(Hook.NONE, section.hooks().postLoad(), Hook.NONE, Hook.NONE));
  }

  /// Scratch space of no bytes sees the members of the section around it, and what it assigns is
  /// assigned there.
  private static Section behindFields(Section section, Hooks hooks) {
    if (hooks.equals(Hooks.NONE)) {
      return section;
    }
    Section last =
        new Section(
            DefectiveInstance.OWN + "end", 0, 0, List.of(), List.of(), hooks, Optional.empty());
    List<Field> fields = new ArrayList<>(section.fields());
    fields.add(new Field(DefectiveInstance.OWN + "end", new FieldType.WithTmp(last)));
    return section.withFields(fields);
  }
}
