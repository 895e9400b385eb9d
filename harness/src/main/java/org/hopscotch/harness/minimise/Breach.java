package org.hopscotch.harness.minimise;

import java.util.Objects;
import java.util.Optional;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Severity;

/// A broken promise and the class of the reason.
///
/// @param severity how bad it is, where that is known
public record Breach(InvariantId invariant, String reasonClass, Optional<Severity> severity) {
  private static final String NOT_STARTED = "not started";

  /// One of which nobody knows how bad it is.
  public Breach(InvariantId invariant, String reasonClass) {
    this(invariant, reasonClass, Optional.empty());
  }

  /// {@return whether two break the same promise in the same way: a host that does not start, a
  /// guest that is refused, or one that is not the same. Of a loader that is out of step it depends
  /// on what comes next for which reason it refuses}
  boolean isLike(Breach other) {
    return invariant == other.invariant && isSameWay(other);
  }

  /// {@return whether this breaks an earlier promise in the same way}
  boolean isEarlierThan(Breach other) {
    return invariant.compareTo(other.invariant) < 0 && isSameWay(other);
  }

  private boolean isSameWay(Breach other) {
    return isStart() == other.isStart() && isRefusal() == other.isRefusal();
  }

  private boolean isStart() {
    return reasonClass.startsWith(NOT_STARTED);
  }

  private boolean isRefusal() {
    return severity.filter(Severity.REFUSED::equals).isPresent();
  }

  /// {@return whether promise and class are equal: how bad it is follows from them}
  @Override
  public boolean equals(Object other) {
    return other instanceof Breach breach
        && invariant == breach.invariant
        && reasonClass.equals(breach.reasonClass);
  }

  @Override
  public int hashCode() {
    return Objects.hash(invariant, reasonClass);
  }
}
