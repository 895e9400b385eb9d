package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.harness.planted.Distortion.Amended;
import org.hopscotch.harness.planted.Distortion.Loading;
import org.hopscotch.harness.planted.Distortion.Saving;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.harness.planted.Schemas.Place;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.Refusal;

/// Subsections that are sent when they should not be, and taken for others (wire-format section
/// 4.4).
final class SubsectionDefects {
  private static final String SLASH = "/";

  private SubsectionDefects() {}

  static List<EngineDefect> all() {
    List<EngineDefect> all = new ArrayList<>(saved());
    all.addAll(loaded());
    return all;
  }

  private static List<EngineDefect> saved() {
    return List.of(
        saving(
            "needed-before-pre-save",
            "needed is asked before pre_save runs",
            new Saving(Schemas.sections(Place.DEVICE, SubsectionDefects::askedBefore))),
        saving(
            "needed-after-own-pre-save",
            "needed is asked after the subsection's own pre_save",
            new Saving(Schemas.everySection(SubsectionDefects::askedAfterOwn))),
        saving(
            "needed-ignored",
            "needed is not asked: every subsection is sent",
            new Saving(Schemas.subsections(one -> Optional.of(new Subsection(one.section()))))),
        saving(
            "subsections-not-sent",
            "no subsection is sent",
            new Saving(Schemas.subsections(_ -> Optional.empty()))),
        saving(
            "last-subsection-not-sent",
            "of several subsections that are needed the last in the list is never sent",
            new Saving(
                Schemas.everySection(one ->
                    one.subsections().size() < 2
                        ? one
                        : one.withSubsections(
                            one.subsections().subList(0, one.subsections().size() - 1))))),
        saving(
            "subsections-in-reverse-order",
            "subsections are sent from the last to the first",
            new Saving(
                Schemas.everySection(one -> one.withSubsections(one.subsections().reversed())))));
  }

  private static List<EngineDefect> loaded() {
    return List.of(
        loading(
            "subsection-prefix-ignored",
            "a nested VMSD takes whatever frame follows for a subsection of its own",
            Shows.ON_SOUND,
            new Loading(Schemas.sections(Place.NESTED, one -> named(one, "")))),
        loading(
            "subsection-prefix-with-slash",
            "a nested VMSD goes by its name and the slash, so that `foo` leaves `foobar/x` alone",
            Shows.ON_UNSOUND,
            new Loading(Schemas.sections(Place.NESTED, one -> named(one, one.name() + SLASH)))),
        loading(
            "unknown-subsection-skipped",
            "a subsection that is not declared is skipped",
            Shows.ON_UNSOUND,
            new Amended(SubsectionDefects::withoutUnknown)),
        loading(
            "subsection-version-unchecked",
            "any version of a subsection is taken",
            Shows.ON_UNSOUND,
            new Loading(Schemas.sections(Place.SUBSECTION, one -> one.withVersions(0xff, 0)))),
        loading(
            "subsections-of-nested-not-looked-for",
            "a nested VMSD does not look for subsections",
            Shows.ON_SOUND,
            new Loading(Schemas.sections(Place.NESTED, one -> named(one, DefectiveInstance.OWN)))));
  }

  private static EngineDefect saving(String id, String line, Distortion distortion) {
    return new EngineDefect(id, line, Part.SAVING, Shows.ON_SOUND, distortion);
  }

  private static EngineDefect loading(String id, String line, Shows shows, Distortion distortion) {
    return new EngineDefect(id, line, Part.LOADING, shows, distortion);
  }

  private static Section named(Section section, String name) {
    return new Section(
        name,
        section.versionId(),
        section.minimumVersionId(),
        section.fields(),
        section.subsections(),
        section.hooks(),
        section.loadStateOld());
  }

  /// A section that keeps the answers before it does anything else.
  private static Section askedBefore(Section section) {
    List<Statement> kept = new ArrayList<>();
    List<Subsection> subsections = new ArrayList<>();
    for (Subsection one : section.subsections()) {
      String own = DefectiveInstance.OWN + one.section().name();
      kept.add(new Statement.Assignment(own, one.needed()));
      subsections.add(new Subsection(one.section(), new Expression.Member(own)));
    }
    Hooks h = section.hooks();
    Hook preSave = HookDefects.joined(new Hook(kept), h.preSave());
    return kept.isEmpty()
        ? section
        : section
            .withSubsections(subsections)
            .with(new Hooks(preSave, h.preLoad(), h.postLoad(), h.postSave()));
  }

  /// A section that runs its subsections' `pre_save` with its own.
  private static Section askedAfterOwn(Section section) {
    Hook preSave = section.hooks().preSave();
    List<Subsection> subsections = new ArrayList<>();
    for (Subsection one : section.subsections()) {
      Hooks own = one.section().hooks();
      preSave = HookDefects.joined(preSave, own.preSave());
      subsections.add(
          new Subsection(
              one.section()
                  .with(new Hooks(Hook.NONE, own.preLoad(), own.postLoad(), own.postSave())),
              one.needed()));
    }
    Hooks h = section.hooks();
    return section
        .withSubsections(subsections)
        .with(new Hooks(preSave, h.preLoad(), h.postLoad(), h.postSave()));
  }

  private static Optional<byte[]> withoutUnknown(byte[] stream, Outcome.Refused refused) {
    return refused.refusal().reason() instanceof Refusal.UnknownSubsection(String name)
        ? Optional.of(SentItems.changed(stream, SentItems.everyBody(body -> without(body, name))))
        : Optional.empty();
  }

  private static Body without(Body body, String name) {
    return new Body(
        body.layout(),
        body.values(),
        body.subsections().stream().filter(one -> !one.layout().name().equals(name)).toList());
  }
}
