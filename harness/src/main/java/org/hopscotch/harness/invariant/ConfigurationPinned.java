package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyValue;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.reports.OutcomeText;
import org.hopscotch.reports.PropertyText;

/// `configuration-pinned`: for equal configuration and surroundings every release that knows a
/// machine type resolves each property that the guest sees to the same value; one that a release
/// lacks counts as its implied value.
///
/// It looks at releases, not at what they save: a broken promise need not show in any stream. Of a
/// black box not all properties are known, so that it may be seen to break the promise there, and
/// not to keep it.
public final class ConfigurationPinned implements Invariant {
  @Override
  public InvariantId id() {
    return InvariantId.CONFIGURATION_PINNED;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    List<Judgement> judgements = new ArrayList<>();
    Set<Stop> kinds = new LinkedHashSet<>();
    Release any = journey.route().getFirst().release();
    for (Stop stop : journey.route()) {
      // Stops that differ in their release alone are one kind.
      Stop kind = new Stop(any, stop.machine(), stop.configuration(), stop.surroundings(), false);
      if (kinds.add(kind)) {
        judgements.addAll(judge(journey, kind));
      }
    }
    return judgements;
  }

  private static List<Judgement> judge(Journey journey, Stop kind) {
    List<Stop> hosts =
        journey.scenario().history().releases().stream()
            .filter(release -> release.machine(kind.machine()).isPresent())
            .map(kind::with)
            .filter(stop -> journey.resolution(stop).isPresent())
            .toList();
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 1; i < hosts.size(); i++) {
      judgements.addAll(compare(journey, hosts.get(i - 1), hosts.get(i)));
    }
    // Two that agree with what lies between, since that lacks the property, may differ themselves.
    for (int i = 2; judgements.isEmpty() && i < hosts.size(); i++) {
      for (int j = 0; j < i - 1; j++) {
        judgements.addAll(compare(journey, hosts.get(j), hosts.get(i)));
      }
    }
    if (hosts.size() < 2) {
      return List.of(Judgement.doesNotApply("one release knows " + kind.machine()));
    }
    Optional<Stop> blackBox =
        hosts.stream().filter(stop -> !journey.showsMembers(stop)).findFirst();
    if (blackBox.isPresent() && judgements.isEmpty()) {
      return List.of(
          Judgement.doesNotApply("not all properties of " + blackBox.get() + " are known"));
    }
    return judgements.isEmpty() ? List.of(Judgement.holds()) : judgements;
  }

  private static List<Judgement> compare(Journey journey, Stop one, Stop other) {
    Map<String, ResolvedDevice> left = devices(journey, one);
    Map<String, ResolvedDevice> right = devices(journey, other);
    List<Judgement> judgements = new ArrayList<>();
    left.forEach((id, device) -> {
      if (right.containsKey(id)) {
        names(device, right.get(id))
            .forEach(name ->
                compare(one, other, device, right.get(id), name).ifPresent(judgements::add));
      }
    });
    return judgements;
  }

  private static Map<String, ResolvedDevice> devices(Journey journey, Stop stop) {
    Map<String, ResolvedDevice> devices = new LinkedHashMap<>();
    journey.resolution(stop).orElseThrow().devices().forEach(d -> devices.put(d.device().id(), d));
    return devices;
  }

  private static Set<String> names(ResolvedDevice left, ResolvedDevice right) {
    Set<String> names = new LinkedHashSet<>(left.properties().keySet());
    names.addAll(right.properties().keySet());
    return names;
  }

  private static Optional<Judgement> compare(
      Stop one, Stop other, ResolvedDevice device, ResolvedDevice same, String name) {
    Optional<ResolvedProperty> mine = device.property(name);
    Optional<ResolvedProperty> theirs = same.property(name);
    Property here = mine.or(() -> theirs).orElseThrow().property();
    Property there = theirs.or(() -> mine).orElseThrow().property();
    Optional<PropertyValue> left = value(mine, there);
    Optional<PropertyValue> right = value(theirs, here);
    boolean visible = here.visible() || there.visible();
    if (!visible || left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    if (here.kind().isSame(left.get(), there.kind(), right.get())) {
      return Optional.empty();
    }
    String id = device.device().id();
    return Optional.of(
        Judgement.violated(
                "property not pinned",
                "-M %s: %s of %s is %s on %s (%s) and %s on %s (%s)"
                    .formatted(
                        one.machine(),
                        name,
                        id,
                        PropertyText.value(here.kind(), left.get()),
                        one.release(),
                        because(mine),
                        PropertyText.value(there.kind(), right.get()),
                        other.release(),
                        because(theirs)))
            .as(Severity.CHANGED)
            .at(new Address(one.release() + " -> " + other.release(), one.machine(), id, name))
            .between(one, other));
  }

  /// What one host has, or else what its lack of the other's property stands for.
  private static Optional<PropertyValue> value(Optional<ResolvedProperty> own, Property others) {
    return own.map(ResolvedProperty::value).or(() -> others.implied().map(others::value));
  }

  private static String because(Optional<ResolvedProperty> property) {
    return property
        .map(resolved -> OutcomeText.words(resolved.origin()))
        .orElse("it has no such property");
  }
}
