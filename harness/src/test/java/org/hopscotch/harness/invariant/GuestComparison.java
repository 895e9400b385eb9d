package org.hopscotch.harness.invariant;

import java.util.List;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.GuestState;

/// Compares guests for tests outside this package.
public final class GuestComparison {
  private GuestComparison() {}

  /// {@return what differs between two guests, as text}
  public static List<String> differences(Stop one, GuestState left, Stop other, GuestState right) {
    return SameGuest.differences(one, left, other, right).stream().map(Object::toString).toList();
  }
}
