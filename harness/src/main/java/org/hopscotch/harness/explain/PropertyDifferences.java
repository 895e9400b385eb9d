package org.hopscotch.harness.explain;

import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.reports.OutcomeText;

/// Properties that a device has with another value on the two hosts of a hop, and the row that
/// would pin each.
final class PropertyDifferences {
  private final Hop hop;
  private final Text text;
  private final ResolvedDevice older;
  private final ResolvedDevice newer;

  private PropertyDifferences(Hop hop, ResolvedDevice older, ResolvedDevice newer, Text text) {
    this.hop = hop;
    this.older = older;
    this.newer = newer;
    this.text = text;
  }

  private static Optional<PropertyDifferences> of(Hop hop, String device, Text text) {
    Optional<ResolvedDevice> older = hop.older().device(device);
    Optional<ResolvedDevice> newer = hop.newer().device(device);
    return older.isEmpty() || newer.isEmpty()
        ? Optional.empty()
        : Optional.of(new PropertyDifferences(hop, older.get(), newer.get(), text));
  }

  /// Tells of the properties that something of a device asks for; of those that were named already
  /// only what would mend them.
  static void asked(Hop hop, String device, Text text) {
    of(hop, device, text).ifPresent(PropertyDifferences::asked);
  }

  private void asked() {
    Set<String> asked = Asked.properties(Expressions.of(older, hop.older().release()));
    asked.addAll(Asked.properties(Expressions.of(newer, hop.newer().release())));
    boolean known = text.hasCause();
    for (ResolvedProperty now : newer.properties().values()) {
      boolean named = text.what().contains("property " + now.property().name() + ",");
      if (named || (asked.contains(now.property().name()) && !known)) {
        one(now, named);
      }
    }
  }

  /// Tells what a property that is not pinned depends on, which a judgement named.
  static void pinned(Hop hop, String device, String property, Text text) {
    of(hop, device, text)
        .ifPresent(differences -> {
          Optional<ResolvedProperty> old = differences.older.property(property);
          Optional<ResolvedProperty> now = differences.newer.property(property);
          if (old.isPresent() && now.isPresent()) {
            text.what(
                new Inputs(hop, differences.older, differences.newer)
                    .choices(property, old.get(), now.get()));
          }
          now.ifPresent(differences::repair);
        });
  }

  private void one(ResolvedProperty now, boolean named) {
    String name = now.property().name();
    Optional<ResolvedProperty> old = older.property(name);
    if (!named && old.isPresent() && !Inputs.isSame(old.get(), now)) {
      text.what(
          "Property %s of %s is %s on %s (%s) and %s on %s (%s)."
              .formatted(
                  name,
                  newer.type().name(),
                  Inputs.value(old.get()),
                  olderName(),
                  OutcomeText.words(old.get().origin()),
                  Inputs.value(now),
                  newerName(),
                  OutcomeText.words(now.origin())));
    }
    if (!named && old.isEmpty() && !impliedHere(now)) {
      text.what(
          "Property %s of %s is new in %s, and %s there%s."
              .formatted(
                  name,
                  newer.type().name(),
                  hop.newer().release(),
                  Inputs.value(now),
                  now.property()
                      .implied()
                      .map(implied ->
                          "; a guest of %s behaves as if it were %s"
                              .formatted(hop.older().release(), implied))
                      .orElse("")));
    }
    repair(now);
  }

  /// {@return whether a property that one release lacks is what such a guest behaves like}
  private static boolean impliedHere(ResolvedProperty now) {
    return now.property()
        .implied()
        .map(implied -> now.property().value(implied).equals(now.value()))
        .orElse(false);
  }

  private String olderName() {
    return hop.sourceIsNewer() ? hop.destinationName() : hop.sourceName();
  }

  private String newerName() {
    return hop.sourceIsNewer() ? hop.sourceName() : hop.destinationName();
  }

  // ---- what mends

  private void repair(ResolvedProperty now) {
    Optional<ResolvedProperty> old = older.property(now.property().name());
    Optional<String> wanted =
        old.map(PropertyDifferences::asSet).or(() -> now.property().implied());
    boolean same = old.map(one -> Inputs.isSame(one, now)).orElse(impliedHere(now));
    if (same) {
      return;
    }
    boolean byHand =
        now.origin() instanceof Origin.DeviceOption || now.origin() instanceof Origin.GlobalOption;
    String name = now.property().name();
    if (hop.isWithinOneRelease() || byHand) {
      wanted.ifPresent(
          value -> text.firstRepair("Set %s=%s by hand on both hosts.".formatted(name, value)));
      return;
    }
    String type = declaring(hop, newer, now);
    text.firstRepair(
        wanted
            .map(value ->
                "In %s, add { %s, %s, \"%s\" } to %s."
                    .formatted(hop.newer().release(), type, name, value, hop.table()))
            .orElse(
                "In %s, add a row for %s.%s to %s, with the value that %s behaves like."
                    .formatted(
                        hop.newer().release(), type, name, hop.table(), hop.older().release())));
  }

  /// {@return the base type, so that all its variants follow}
  static String declaring(Hop hop, ResolvedDevice device, ResolvedProperty property) {
    return hop.newer().release().lineage(device.type()).stream()
        .filter(type -> type.properties().contains(property.property()))
        .map(type -> type.name())
        .findFirst()
        .orElse(device.type().name());
  }

  /// {@return a value as a row has to set it}
  private static String asSet(ResolvedProperty property) {
    return property.origin() instanceof Origin.Automatic ? Inputs.value(property) : property.text();
  }
}
