package org.hopscotch.model.wire;

import java.util.Optional;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;

/// Loads a section into a device: what `vmstate_load_state` does (wire-format sections 4.2 to 4.7).
///
/// All that is left of the input must be held ({@link WireInput#holdRest}). The caller enters the
/// section's name; fields, elements and subsections are entered here, so that a refusal says where.
public final class SectionLoader {
  private static final int DEEPEST = 64;
  private static final int VERSION_MASK = 0xff;

  private final WireInput in;
  private final LoaderFamily family;
  private final FieldLoader fields;
  private final Trail trail;
  private int depth;

  private SectionLoader(WireInput in, LoaderFamily family, Trail trail) {
    this.in = in;
    this.family = family;
    this.trail = trail;
    this.fields = new FieldLoader(in, this);
  }

  /// Loads one section's body; what follows it is left in the input.
  ///
  /// @param version from the section's header
  /// @param local the device before: counts, checked values and pointers are the loader's own, and
  ///     members that do not arrive keep their values; what is missing in it counts as zero, but
  ///     for members that a count or condition names
  /// @return the device afterwards
  /// @throws RefusedException when the section cannot be taken
  /// @throws IllegalArgumentException when `local` lacks such a member, or one is of another kind
  public static DeviceState load(
      Section section,
      long version,
      WireInput in,
      DeviceState local,
      Bindings bindings,
      LoaderFamily family) {
    return load(section, version, in, local, bindings, family, new Trail());
  }

  /// Loads one section's body as {@link #load(Section, long, WireInput, DeviceState, Bindings,
  /// LoaderFamily)} does.
  ///
  /// @param trail holds, after a refusal, the sections and fields that were being loaded
  public static DeviceState load(
      Section section,
      long version,
      WireInput in,
      DeviceState local,
      Bindings bindings,
      LoaderFamily family,
      Trail trail) {
    Scope scope = new Scope(section, local, bindings);
    new SectionLoader(in, family, trail).load(section, version, scope);
    return scope.state();
  }

  /// Loads a section, nested struct or subsection.
  ///
  /// @return a hook's positive result, which ended the loading of this section early, or 0
  int load(Section section, long version, Scope scope) {
    trail.begin(section, version);
    Optional<LoadStateOld> old =
        section.loadStateOld().filter(_ -> version < section.minimumVersionId());
    int result =
        old.isPresent() && version >= old.get().minimumVersionId()
            ? load(section, old.get(), version, scope)
            : loadCurrent(section, version, scope);
    trail.end();
    return result;
  }

  private int loadCurrent(Section section, long version, Scope scope) {
    requireVersion(section, version);
    if (++depth > DEEPEST) {
      throw in.refused(new Refusal.TooDeep(DEEPEST));
    }
    int result = run(section.hooks().preLoad(), scope, version);
    if (result == 0) {
      for (Field field : section.fields()) {
        load(section, field, version, scope);
      }
      result = subsections(section, scope);
    }
    if (result == 0) {
      result = run(section.hooks().postLoad(), scope, version);
    }
    depth--;
    return result;
  }

  private int load(Section section, LoadStateOld old, long version, Scope scope) {
    for (Field field : old.fields()) {
      load(section, field, version, scope);
    }
    return run(old.then(), scope, version);
  }

  /// Refuses a version outside the accepted range.
  void requireVersion(Section section, long version) {
    if (version > section.versionId()) {
      throw in.refused(new Refusal.TooNew(section.name(), version, section.versionId()));
    }
    if (version < section.minimumVersionId()) {
      throw in.refused(new Refusal.TooOld(section.name(), version, section.minimumVersionId()));
    }
  }

  private void load(Section section, Field field, long version, Scope scope) {
    in.step();
    in.enter(field.name());
    trail.enter(section, field);
    if (scope.has(field, version)) {
      fields.load(field, scope);
    } else if (field.type() instanceof FieldType.Validate) {
      throw in.refused(new Refusal.ValidationFailed(field.name()));
    }
    trail.leave();
    in.leave();
  }

  /// Takes frames while their names begin with the section's own (wire-format section 4.4).
  private int subsections(Section section, Scope scope) {
    while (in.peek(0) == BodyWriter.SUBSECTION) {
      int length = in.peek(1);
      if (length < section.name().length() + 1 || !in.has(2 + length)) {
        return 0;
      }
      String name = in.peekText(2, length);
      if (!name.startsWith(section.name())) {
        return 0;
      }
      in.enter(name);
      trail.enterSubsection(name, section.name());
      Section subsection = declared(section, name);
      in.skip(2 + length);
      int version = (int) in.be32() & VERSION_MASK;
      int result = load(subsection, version, scope);
      trail.leave();
      in.leave();
      if (result != 0) {
        return result;
      }
    }
    return 0;
  }

  private Section declared(Section section, String name) {
    return section.subsections().stream()
        .map(Subsection::section)
        .filter(subsection -> subsection.name().equals(name))
        .findFirst()
        .orElseThrow(() -> in.refused(new Refusal.UnknownSubsection(name)));
  }

  private int run(Hook hook, Scope scope, long version) {
    Optional<Statement> end = scope.run(hook, version);
    if (end.isEmpty()) {
      return 0;
    }
    return switch (end.get()) {
      case Statement.Refuse refuse -> throw in.refused(new Refusal.HookRefused(refuse.words()));
      case Statement.Return positive -> family.result(positive.code());
      case Statement.Assignment _ -> throw new AssertionError("an assignment ends no hook");
    };
  }
}
