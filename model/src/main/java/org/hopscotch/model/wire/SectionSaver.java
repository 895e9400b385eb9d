package org.hopscotch.model.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;

/// Saves a device's state by its section: what `vmstate_save_state` does (wire-format section 4.1),
/// with the description that QEMU would write beside the bytes (section 10.1).
///
/// Where QEMU's save fails or its process dies, a {@link RefusedException} says so, with the offset
/// inside this body.
public final class SectionSaver {
  private static final int DEEPEST = 64;
  private static final int FRAME_BYTES = 1 + 1 + Integer.BYTES;

  private final LoaderFamily family;
  private final FieldSaver fields = new FieldSaver(this);
  private final Deque<String> path = new ArrayDeque<>();
  private long offset;

  private SectionSaver(LoaderFamily family) {
    this.family = family;
  }

  /// What one save gave.
  ///
  /// @param after the source's state, which hooks may have changed
  public record Saved(Body body, DeviceState after) {}

  /// Saves one section.
  ///
  /// @throws RefusedException when a hook refuses, a validation fails, or memory is sent that is
  ///     not there
  /// @throws IllegalArgumentException when a member is missing or of another kind than its field
  public static Saved save(
      Section section, DeviceState state, Bindings bindings, LoaderFamily family) {
    return save(section, state, bindings, family, _ -> {});
  }

  /// Saves one section as {@link #save(Section, DeviceState, Bindings, LoaderFamily)} does.
  ///
  /// @param after gets the source's state, which hooks may have changed, also when the save fails
  public static Saved save(
      Section section,
      DeviceState state,
      Bindings bindings,
      LoaderFamily family,
      Consumer<DeviceState> after) {
    Scope scope = new Scope(section, state, bindings);
    try {
      Body body = new SectionSaver(family).body(section, scope, section.versionId());
      return new Saved(body, scope.state());
    } finally {
      after.accept(scope.state());
    }
  }

  /// One section, nested struct or subsection, written as `version`.
  Body body(Section section, Scope scope, int version) {
    if (path.size() > DEEPEST) {
      throw refused(new Refusal.TooDeep(DEEPEST));
    }
    run(section.hooks().preSave(), scope, version);
    try {
      Body body = fieldsAndSubsections(section, scope, version);
      run(section.hooks().postSave(), scope, version);
      return body;
    } catch (RefusedException e) {
      scope.run(section.hooks().postSave(), version);
      throw e;
    }
  }

  private Body fieldsAndSubsections(Section section, Scope scope, int version) {
    Entries entries = new Entries(section, family);
    for (int i = 0; i < section.fields().size(); i++) {
      Field field = section.fields().get(i);
      enter(field.name());
      if (scope.has(field, version)) {
        fields.save(field, scope, entries.of(i));
      } else if (field.type() instanceof FieldType.Validate) {
        throw refused(new Refusal.ValidationFailed(field.name()));
      }
      leave();
    }
    List<Body> subsections = new ArrayList<>();
    for (Subsection subsection : section.subsections()) {
      if (scope.holds(subsection.needed(), version)) {
        subsections.add(framed(subsection.section(), scope));
      }
    }
    return entries.body(version, subsections);
  }

  private Body framed(Section subsection, Scope scope) {
    enter(subsection.name());
    advance(FRAME_BYTES + subsection.name().length());
    Body body = body(subsection, scope, subsection.versionId());
    leave();
    return body;
  }

  private void run(Hook hook, Scope scope, int version) {
    Optional<Statement> end = scope.run(hook, version);
    if (end.isPresent()) {
      switch (end.get()) {
        case Statement.Refuse refuse -> throw refused(new Refusal.HookRefused(refuse.words()));
        case Statement.Return positive -> {
          if (family.result(positive.code()) != 0) {
            throw refused(new Refusal.HookRefused("returned " + positive.code()));
          }
        }
        case Statement.Assignment _ -> throw new AssertionError("an assignment ends no hook");
      }
    }
  }

  LoaderFamily family() {
    return family;
  }

  long offset() {
    return offset;
  }

  void advance(long bytes) {
    offset += bytes;
  }

  void enter(String name) {
    path.addLast(name);
  }

  void leave() {
    path.removeLast();
  }

  RefusedException refused(Refusal.Reason reason) {
    return new RefusedException(new Refusal(offset, String.join("/", path), reason));
  }
}
