package org.hopscotch.model.scenario;

import java.util.Arrays;
import java.util.Optional;

/// The promises, in the order in which a scenario's first broken one names its finding.
public enum InvariantId {
  ROUND_TRIP("round-trip"),
  SAME_RELEASE("same-release"),
  UNKNOWN_MACHINE("unknown-machine"),
  NEWER_TO_OLDER("newer-to-older"),
  OLDER_TO_NEWER("older-to-newer"),
  OLD_MACHINE_SAME_RELEASE("old-machine-same-release"),
  CHAIN_STABLE("chain-stable"),
  CONFIGURATION_PINNED("configuration-pinned"),
  NOTHING_UNDEFINED("nothing-undefined"),
  REFUSED_CLEANLY("refused-cleanly"),
  AS_THE_RULES_SAY("as-the-rules-say"),
  DECODER_TOTAL("decoder-total");

  private final String id;

  InvariantId(String id) {
    this.id = id;
  }

  /// {@return the id as cases and reports write it}
  public String id() {
    return id;
  }

  /// {@return the promise of an id}
  public static Optional<InvariantId> named(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
