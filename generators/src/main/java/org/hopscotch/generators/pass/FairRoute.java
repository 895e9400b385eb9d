package org.hopscotch.generators.pass;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.scenario.Stop;

/// Whether all hosts of a route are one machine, as far as properties are set by hand.
public final class FairRoute {
  private FairRoute() {}

  /// {@return whether what only some stops of a route set by hand is what it is at the first: else
  /// it is another machine, of which nobody promises anything}
  public static boolean isFair(List<Stop> route) {
    Stop first = route.getFirst();
    for (Stop stop : route) {
      for (Device device : stop.configuration().devices()) {
        for (String property : device.properties().keySet()) {
          if (!isEverywhere(route, device, property)
              && !resolved(first, device.id(), property)
                  .map(ResolvedProperty::value)
                  .equals(resolved(stop, device.id(), property).map(ResolvedProperty::value))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean isEverywhere(List<Stop> route, Device device, String property) {
    return route.stream()
        .allMatch(stop ->
            stop.configuration().devices().stream()
                .filter(one -> one.id().equals(device.id()))
                .map(one -> one.properties().getOrDefault(property, ""))
                .allMatch(device.properties().get(property)::equals));
  }

  private static Optional<ResolvedProperty> resolved(Stop stop, String id, String property) {
    return Resolution.of(stop.release(), stop.machine(), stop.configuration(), stop.surroundings())
            instanceof Resolution.Resolved resolved
        ? resolved.device(id).flatMap(device -> device.property(property))
        : Optional.empty();
  }
}
