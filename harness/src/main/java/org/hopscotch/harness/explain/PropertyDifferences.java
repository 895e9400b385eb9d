package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.PropertyValue;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.reports.OutcomeText;
import org.hopscotch.reports.PropertyText;

/// Properties that a device has with another value on the two hosts of a hop, and the row that
/// would pin each.
final class PropertyDifferences {
  private PropertyDifferences() {}

  /// One property.
  ///
  /// @param what happened, as a sentence
  /// @param repair as a sentence; empty where a row would not help
  record Difference(String property, String what, Optional<String> repair) {}

  static List<Difference> of(Hop hop, String device) {
    Optional<ResolvedDevice> older = hop.device(hop.older(), device);
    Optional<ResolvedDevice> newer = hop.device(hop.newer(), device);
    if (older.isEmpty() || newer.isEmpty()) {
      return List.of();
    }
    List<Difference> all = new ArrayList<>();
    for (ResolvedProperty now : newer.get().properties().values()) {
      older
          .get()
          .property(now.property().name())
          .ifPresentOrElse(
              old -> {
                if (!old.value().equals(now.value())) {
                  all.add(differs(hop, newer.get(), old, now));
                }
              },
              () -> added(hop, newer.get(), now).ifPresent(all::add));
    }
    return all;
  }

  private static Difference differs(
      Hop hop, ResolvedDevice device, ResolvedProperty old, ResolvedProperty now) {
    String before = text(now, old.value());
    String what =
        "Property %s of %s is %s on %s (%s) and %s on %s (%s)."
            .formatted(
                now.property().name(),
                device.type().name(),
                before,
                hop.older().release(),
                OutcomeText.words(old.origin()),
                text(now, now.value()),
                hop.newer().release(),
                OutcomeText.words(now.origin()));
    return new Difference(now.property().name(), what, row(hop, device, old, now, before));
  }

  /// A property that the older release lacks stands for something new.
  private static Optional<Difference> added(Hop hop, ResolvedDevice device, ResolvedProperty now) {
    Optional<String> implied = now.property().implied();
    if (implied.isEmpty() || now.property().value(implied.get()).equals(now.value())) {
      return Optional.empty();
    }
    String what =
        "Property %s of %s is new in %s, and %s there; a guest of %s behaves as if it were %s."
            .formatted(
                now.property().name(),
                device.type().name(),
                hop.newer().release(),
                text(now, now.value()),
                hop.older().release(),
                implied.get());
    return Optional.of(
        new Difference(now.property().name(), what, row(hop, device, now, now, implied.get())));
  }

  private static Optional<String> row(
      Hop hop, ResolvedDevice device, ResolvedProperty old, ResolvedProperty now, String value) {
    boolean byHand =
        now.origin() instanceof Origin.DeviceOption || now.origin() instanceof Origin.GlobalOption;
    if (hop.isWithinOneRelease() || byHand) {
      return Optional.of(
          "Set %s=%s by hand on both hosts.".formatted(now.property().name(), value));
    }
    String type = declaring(hop, device, now);
    return Optional.of(
        "In %s, add { %s, %s, \"%s\" } to %s%s."
            .formatted(
                hop.newer().release(),
                type,
                now.property().name(),
                value,
                hop.table(),
                old.origin() instanceof Origin.Automatic
                    ? ", and mind that the older value is chosen too"
                    : ""));
  }

  /// The base type, so that all its variants follow.
  private static String declaring(Hop hop, ResolvedDevice device, ResolvedProperty property) {
    return hop.newer().release().lineage(device.type()).stream()
        .filter(type -> type.properties().contains(property.property()))
        .map(type -> type.name())
        .findFirst()
        .orElse(device.type().name());
  }

  private static String text(ResolvedProperty property, PropertyValue value) {
    return PropertyText.value(property.property().kind(), value);
  }
}
