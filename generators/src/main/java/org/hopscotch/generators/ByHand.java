package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.scenario.Stop;

/// Rarely sets a property by hand: at all stops to one value, or at the second of two to that which
/// it has at the first. Properties that are not for users (`x-...`) are left alone, and so are
/// those that a release on the route lacks.
final class ByHand {
  private static final String NOT_FOR_USERS = "x-";
  private static final List<String> SMALL = List.of("1", "2", "4");

  /// A property that every release on a route has.
  private record Chance(Device device, Property property, List<Release> releases) {}

  List<Stop> set(Choices choices, List<Stop> route) {
    List<Chance> chances = choices.chance(1, 8) ? chances(route) : List.of();
    if (chances.isEmpty()) {
      return route;
    }
    Chance chance = choices.oneOf(chances);
    if (route.size() == 2 && choices.chance(1, 2)) {
      return resolved(route.getFirst(), chance.device().id(), chance.property().name())
          .map(ByHand::text)
          .map(value -> List.of(route.getFirst(), with(route.getLast(), chance, value)))
          .orElse(route);
    }
    List<String> values = values(chance);
    if (values.isEmpty()) {
      return route;
    }
    String value = choices.oneOf(values);
    return route.stream().map(stop -> with(stop, chance, value)).toList();
  }

  private static List<Chance> chances(List<Stop> route) {
    List<Release> releases =
        route.stream()
            .filter(stop -> stop.release().machine(stop.machine()).isPresent())
            .map(Stop::release)
            .distinct()
            .toList();
    List<Chance> chances = new ArrayList<>();
    for (Device device : route.getFirst().configuration().devices()) {
      for (Property property : properties(releases.getFirst(), device)) {
        boolean common =
            releases.stream()
                .allMatch(release -> find(release, device, property.name()).isPresent());
        if (common && !property.name().startsWith(NOT_FOR_USERS)) {
          chances.add(new Chance(device, property, releases));
        }
      }
    }
    return chances;
  }

  private static List<Property> properties(Release release, Device device) {
    Optional<DeviceType> type = release.type(device.type());
    return type.map(release::properties).orElse(List.of());
  }

  private static Optional<Property> find(Release release, Device device, String name) {
    return properties(release, device).stream()
        .filter(property -> property.name().equals(name))
        .findFirst();
  }

  /// {@return values that all releases take for what they say: defaults, those of rows, small ones}
  private static List<String> values(Chance chance) {
    String name = chance.property().name();
    Set<String> values = new LinkedHashSet<>(plain(chance.property().kind()));
    for (Release release : chance.releases()) {
      values.add(find(release, chance.device(), name).orElseThrow().initial());
      DeviceType type = release.type(chance.device().type()).orElseThrow();
      for (CompatTable table : release.tables()) {
        for (CompatTable.Row row : table.rows()) {
          if (row.property().equals(name) && release.isA(type, row.driver())) {
            values.add(row.value());
          }
        }
      }
    }
    values.removeIf(value ->
        !chance.releases().stream()
            .allMatch(release -> takes(find(release, chance.device(), name).orElseThrow(), value)));
    return List.copyOf(values);
  }

  private static List<String> plain(PropertyKind kind) {
    return switch (kind) {
      case PropertyKind.Bool _ -> List.of("off", "on");
      case PropertyKind.Int _ -> SMALL;
      case PropertyKind.Enumeration(List<String> members) -> members;
      case PropertyKind.Size _, PropertyKind.Text _, PropertyKind.MacAddress _ -> List.of();
      case PropertyKind.PciDevfn _, PropertyKind.Uuid _, PropertyKind.Array _ -> List.of();
    };
  }

  /// {@return whether a value is one of the property's, and no request to choose}
  private static boolean takes(Property property, String value) {
    return property.kind().parse(property.name(), value) instanceof PropertyKind.Accepted(var v)
        && property.automatic().stream().noneMatch(a -> property.value(a.trigger()).equals(v));
  }

  private static Optional<ResolvedProperty> resolved(Stop stop, String id, String property) {
    return Resolution.of(stop.release(), stop.machine(), stop.configuration(), stop.surroundings())
            instanceof Resolution.Resolved resolved
        ? resolved.device(id).flatMap(device -> device.property(property))
        : Optional.empty();
  }

  private static String text(ResolvedProperty property) {
    return property.origin() instanceof Origin.Automatic
        ? property.property().kind().text(property.value())
        : property.text();
  }

  private static Stop with(Stop stop, Chance chance, String value) {
    Configuration configuration = stop.configuration();
    List<Device> devices =
        configuration.devices().stream()
            .map(device ->
                device.id().equals(chance.device().id())
                    ? with(device, chance.property().name(), value)
                    : device)
            .toList();
    return new Stop(
        stop.release(),
        stop.machine(),
        configuration.withDevices(devices),
        stop.surroundings(),
        stop.reset());
  }

  private static Device with(Device device, String property, String value) {
    Map<String, String> properties = new LinkedHashMap<>(device.properties());
    properties.put(property, value);
    return new Device(device.id(), device.type(), device.path(), properties);
  }
}
