package org.hopscotch.harness.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// What makes two violations over given releases one finding: promise, class of reason, and the
/// type and place that it is about. Type and place are somebody's own names, and none that were
/// drawn: so no device id, path or index is in it. The type is the one that declares the place, and
/// where two releases lay out a section differently, the place of all that arrives wrong in it is
/// the section.
///
/// @param type that declares the place; empty for what is about none
/// @param place member, property, field or section; empty for what is about none
record Symptom(InvariantId invariant, String reasonClass, String type, String place) {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]|/\\d+(?=/|$)");
  private static final String NOT_STARTED = "not started";
  private static final List<String> DIFFERENT = List.of("member lost", "member silently changed");

  /// What a loader says that reads more or less than was sent.
  private static final List<String> OUT_OF_STEP =
      List.of("truncated", "missing footer", "mismatched footer");

  /// {@return what a violated judgement shows}
  static Symptom of(InvariantId invariant, Judgement judgement, Scenario scenario) {
    Address address = judgement.address();
    Optional<Named> named =
        scenario.route().stream()
            .flatMap(stop ->
                named(stop, address.device()).or(() -> named(stop, address.place())).stream())
            .findFirst();
    String whole = INDEX.matcher(address.place()).replaceAll("");
    String prefix = named.map(Named::prefix).orElse("");
    String place = whole.startsWith(prefix) ? whole.substring(prefix.length()) : whole;
    Optional<String> section = named.flatMap(one -> misread(judgement, one.type(), place));
    return new Symptom(
        invariant,
        judgement.reasonClass(),
        named.map(one -> declaring(one, place)).orElse(""),
        section.orElse(place));
  }

  /// {@return the section that two hosts lay out differently, of what arrives wrong in it}
  private static Optional<String> misread(Judgement judgement, String type, String place) {
    if (DIFFERENT.contains(judgement.reasonClass())) {
      return Layouts.differing(judgement.stops(), type, place);
    }
    return OUT_OF_STEP.contains(judgement.reasonClass())
        ? Layouts.differing(judgement.stops(), type)
        : Optional.empty();
  }

  /// A device, and its own path as its section's name begins with it.
  private record Named(Release release, DeviceType of, String prefix) {
    String type() {
      return of.name();
    }
  }

  /// {@return the type that says what a place is: of a property or member the one that declares it,
  /// else the one that has the section}
  private static String declaring(Named named, String place) {
    String first = place.split("[./]", 2)[0];
    List<DeviceType> lineage = named.release().lineage(named.of());
    return lineage.stream()
        .filter(type -> declares(type, first))
        .findFirst()
        .or(() -> lineage.stream().filter(type -> type.section().isPresent()).findFirst())
        .orElse(named.of())
        .name();
  }

  private static boolean declares(DeviceType type, String name) {
    return type.properties().stream().anyMatch(one -> one.name().equals(name))
        || type.members().stream().anyMatch(one -> one.name().equals(name));
  }

  /// A device goes by its id, by its section's name, or by that and the instance.
  private static Optional<Named> named(Stop stop, String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<Named> all = new ArrayList<>();
    Journey.resolved(stop).stream()
        .flatMap(resolved -> resolved.devices().stream())
        .filter(device -> isNamed(stop, device, name))
        .map(device -> new Named(stop.release(), device.type(), prefix(device.device())))
        .forEach(all::add);
    // What does not start has no resolved devices.
    devices(stop)
        .filter(device -> device.id().equals(name))
        .flatMap(device ->
            stop.release().type(device.type()).stream()
                .map(type -> new Named(stop.release(), type, prefix(device))))
        .forEach(all::add);
    return all.stream().findFirst();
  }

  private static Stream<Device> devices(Stop stop) {
    return Stream.concat(
        stop.configuration().devices().stream(),
        stop
            .release()
            .machine(stop.machine())
            .map(MachineType::devices)
            .orElse(List.of())
            .stream());
  }

  private static String prefix(Device device) {
    return device.path().map(path -> path + "/").orElse("");
  }

  private static boolean isNamed(Stop stop, ResolvedDevice device, String name) {
    if (device.device().id().equals(name)) {
      return true;
    }
    return stop.release()
        .section(device.type())
        .map(section -> prefix(device.device()) + section.name())
        .filter(idstr -> name.equals(idstr) || name.startsWith(idstr + " "))
        .isPresent();
  }

  /// {@return class of reason and what it is about, in one line}
  String words() {
    String about = (type + " " + place).strip();
    return about.isEmpty() ? reasonClass : "%s (%s)".formatted(reasonClass, about);
  }

  /// {@return what is equal for one finding} A machine that does not start is one, whatever promise
  /// it breaks; and so is a member that is lost at one time and changed at another, or a section
  /// that is read too short at one time and too long at another.
  String signature() {
    if (reasonClass.startsWith(NOT_STARTED)) {
      return words();
    }
    String what =
        DIFFERENT.contains(reasonClass)
            ? "member differs"
            : OUT_OF_STEP.contains(reasonClass) ? "out of step" : reasonClass;
    return invariant.id() + ": " + new Symptom(invariant, what, type, place).words();
  }
}
