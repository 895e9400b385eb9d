package org.hopscotch.model.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.LoaderFamily;

/// Registers the sections of a host's devices: names, instance ids, order (wire-format sections 3.1
/// and 3.3).
final class Handlers {
  private static final int LONGEST_IDSTR = 255;
  private static final int RAM_VERSION = 4;
  private static final Version DUPLICATES_REFUSED = Version.of("8.2");

  private final List<Handler> registered = new ArrayList<>();
  private Optional<StartFailure> failure = Optional.empty();

  private Handlers() {}

  /// What came of registering: handlers in the order of saving, or why the host does not start.
  record Registered(List<Handler> handlers, Optional<StartFailure> failure) {}

  static Registered of(Release release, List<ResolvedDevice> devices) {
    Handlers handlers = new Handlers();
    handlers.ram();
    if (MigrationObject.isSinceConfiguration(release)) {
      handlers.globalState(release.family());
    }
    for (ResolvedDevice device : devices) {
      release.section(device.type()).ifPresent(section -> handlers.add(release, device, section));
    }
    List<Handler> order = new ArrayList<>(handlers.registered);
    order.sort(Comparator.comparingInt(Handler::priority).reversed());
    return new Registered(List.copyOf(order), handlers.failure);
  }

  /// `ram` has alias 0, as everything that is registered live.
  private void ram() {
    registered.add(
        new Handler(
            Optional.empty(),
            Optional.empty(),
            Handler.RAM,
            0,
            RAM_VERSION,
            nextSectionId(),
            Optional.empty(),
            OptionalLong.of(0),
            0,
            false));
  }

  /// 0 is what a loader takes for the id of every handler that it has not met yet; no real sender's
  /// `ram` has it, since other sections are registered before.
  private int nextSectionId() {
    return registered.size() + 1;
  }

  private void globalState(LoaderFamily family) {
    Section section = GlobalState.section(family);
    registered.add(
        new Handler(
            Optional.of(GlobalState.NAME),
            Optional.of(section),
            GlobalState.NAME,
            0,
            section.versionId(),
            nextSectionId(),
            Optional.empty(),
            OptionalLong.empty(),
            0,
            false));
  }

  private void add(Release release, ResolvedDevice device, Section section) {
    Registration registration = registration(release, device);
    Optional<String> path =
        device.device().path().filter(_ -> holds(registration.below(), device.bindings()));
    String idstr = path.map(p -> p + "/" + section.name()).orElse(section.name());
    long own = explicit(registration.instanceId(), device.bindings());
    Optional<Handler.Compat> compat =
        path.map(_ ->
            new Handler.Compat(section.name(), own >= 0 ? own : compatInstance(section.name())));
    long instance = path.isPresent() || own < 0 ? counted(idstr) : own;
    if (idstr.length() > LONGEST_IDSTR) {
      fail(new StartFailure.PathTooLong(idstr));
    }
    boolean twice =
        registered.stream().anyMatch(h -> h.idstr().equals(idstr) && h.instanceId() == instance);
    if (twice && refusesDuplicates(release)) {
      fail(new StartFailure.DuplicateSection(idstr, instance));
    }
    registered.add(
        new Handler(
            Optional.of(device.device().id()),
            Optional.of(section),
            idstr,
            instance,
            section.versionId(),
            nextSectionId(),
            compat,
            alias(registration.aliasId()),
            registration.priority(),
            registration.earlySetup()));
  }

  /// That of the nearest type which has a section, or says how to register one.
  static Registration registration(Release release, ResolvedDevice device) {
    for (DeviceType type : release.lineage(device.type())) {
      if (type.section().isPresent() || !type.registration().equals(Registration.USUAL)) {
        return type.registration();
      }
    }
    return device.type().registration();
  }

  /// Since 8.2; before that both were registered, and the first was found.
  private static boolean refusesDuplicates(Release release) {
    return release.isSince(DUPLICATES_REFUSED);
  }

  /// An `int` in C.
  private static long explicit(Optional<Expression> instance, Bindings bindings) {
    return instance.map(id -> (int) DeviceExpressions.number(id, bindings)).orElse(-1);
  }

  private static boolean holds(Expression condition, Bindings bindings) {
    return DeviceExpressions.holds(condition, DeviceState.EMPTY, bindings);
  }

  private static OptionalLong alias(OptionalInt alias) {
    return alias.isPresent() ? OptionalLong.of(alias.getAsInt()) : OptionalLong.empty();
  }

  /// One more than the largest among the entries of a name, explicit ones too.
  private long compatInstance(String name) {
    return registered.stream()
        .flatMap(handler -> handler.compat().stream())
        .filter(compat -> compat.name().equals(name))
        .mapToLong(compat -> compat.instanceId() + 1)
        .max()
        .orElse(0);
  }

  private long counted(String idstr) {
    return registered.stream()
        .filter(handler -> handler.idstr().equals(idstr))
        .mapToLong(handler -> handler.instanceId() + 1)
        .max()
        .orElse(0);
  }

  private void fail(StartFailure why) {
    if (failure.isEmpty()) {
      failure = Optional.of(why);
    }
  }
}
