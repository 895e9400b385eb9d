package org.hopscotch.model.scenario;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.state.GuestState;

/// What invariants judge: a history of releases, a guest, and the route it takes.
///
/// @param guest members of devices that the guest gave other values than a reset, before it leaves
///     the first stop
/// @param route one stop or more
public record Scenario(History history, GuestState guest, List<Stop> route) {

  /// @throws IllegalArgumentException for a route without stops
  public Scenario {
    route = List.copyOf(route);
    if (route.isEmpty()) {
      throw new IllegalArgumentException("a route without stops");
    }
  }

  /// {@return this scenario with one release changed wherever it is named}
  public Scenario with(String release, UnaryOperator<Release> change) {
    History changed =
        new History(
            history.releases().stream()
                .map(one -> one.name().equals(release) ? change.apply(one) : one)
                .toList());
    return new Scenario(
        changed,
        guest,
        route.stream()
            .map(stop -> stop.with(changed.release(stop.release().name()).orElseThrow()))
            .toList());
  }
}
