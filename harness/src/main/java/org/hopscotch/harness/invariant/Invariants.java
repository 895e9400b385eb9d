package org.hopscotch.harness.invariant;

import java.util.List;
import org.hopscotch.model.scenario.InvariantId;

/// All promises about scenarios, in the order of {@link InvariantId}.
public final class Invariants {
  private static final List<Invariant> ALL =
      List.of(
          new RoundTrip(),
          new SameRelease(),
          new UnknownMachine(),
          new NewerToOlder(),
          new OlderToNewer(),
          new OldMachineSameRelease(),
          new ChainStable(),
          new ConfigurationPinned(),
          new NothingUndefined(),
          new RefusedCleanly(),
          new AsTheRulesSay(),
          new DecoderTotal());

  private Invariants() {}

  public static List<Invariant> all() {
    return ALL;
  }

  /// {@return the one of an id}
  public static Invariant of(InvariantId id) {
    return ALL.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
  }
}
