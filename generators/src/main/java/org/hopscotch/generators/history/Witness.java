package org.hopscotch.generators.history;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Scenario;

/// Where an unsound step shows: the hosts, guests and routes for which promises must be broken, and
/// outside of which none may be.
///
/// @param broken the promises of which one at least is broken
/// @param inside whether a scenario is one for which it is
public record Witness(Set<InvariantId> broken, Predicate<Scenario> inside) {
  public Witness {
    broken = Set.copyOf(broken);
  }

  static Witness of(InvariantId first, Predicate<Scenario> inside, InvariantId... others) {
    return new Witness(EnumSet.of(first, others), inside);
  }
}
