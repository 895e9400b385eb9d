package org.hopscotch.harness.campaign;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// What makes two violations over given releases one finding: promise, class of reason, and the
/// type and place that it is about. Type and place are somebody's own names, and none that were
/// drawn: so no device id, path or index is in it.
///
/// @param type of the device; empty for what is about none
/// @param place member, property or field; empty for what is about none
record Symptom(InvariantId invariant, String reasonClass, String type, String place) {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  /// {@return what a violated judgement shows}
  static Symptom of(InvariantId invariant, Judgement judgement, Scenario scenario) {
    Address address = judgement.address();
    Optional<Named> named =
        scenario.route().stream()
            .flatMap(stop ->
                named(stop, address.device()).or(() -> named(stop, address.place())).stream())
            .findFirst();
    String place = INDEX.matcher(address.place()).replaceAll("");
    String prefix = named.map(Named::prefix).orElse("");
    return new Symptom(
        invariant,
        judgement.reasonClass(),
        named.map(Named::type).orElse(""),
        place.startsWith(prefix) ? place.substring(prefix.length()) : place);
  }

  /// A device type, and the device's own path as its section's name begins with it.
  private record Named(String type, String prefix) {}

  /// A device goes by its id, by its section's name, or by that and the instance.
  private static Optional<Named> named(Stop stop, String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Journey.resolved(stop).stream()
        .flatMap(resolved -> resolved.devices().stream())
        .filter(device -> isNamed(stop, device, name))
        .map(device ->
            new Named(
                device.type().name(), device.device().path().map(path -> path + "/").orElse("")))
        .findFirst();
  }

  private static boolean isNamed(Stop stop, ResolvedDevice device, String name) {
    if (device.device().id().equals(name)) {
      return true;
    }
    return stop.release()
        .section(device.type())
        .map(section -> device.device().path().map(path -> path + "/").orElse("") + section.name())
        .filter(idstr -> name.equals(idstr) || name.startsWith(idstr + " "))
        .isPresent();
  }

  /// {@return class of reason and what it is about, in one line}
  String words() {
    String about = (type + " " + place).strip();
    return about.isEmpty() ? reasonClass : "%s (%s)".formatted(reasonClass, about);
  }
}
