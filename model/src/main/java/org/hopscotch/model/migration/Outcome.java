package org.hopscotch.model.migration;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.Trail;

/// How a hop ends.
public sealed interface Outcome {

  /// The destination took the whole stream.
  ///
  /// @param warnings what it said and went on
  record Arrived(List<String> warnings) implements Outcome {
    public Arrived {
      warnings = List.copyOf(warnings);
    }
  }

  /// One side refused.
  ///
  /// @param refusal offset, path and reason
  /// @param section in which it happened; empty outside sections
  record Refused(Side side, Phase phase, Refusal refusal, Optional<Place> section)
      implements Outcome {}

  /// One side did not start.
  record DidNotStart(Side side, StartFailure failure) implements Outcome {}

  /// The source may not leave.
  record Blocked(String because) implements Outcome {}

  /// A process ended that should have lived on.
  record Died(Side side, String because) implements Outcome {}

  /// Neither side came to an end in the time given.
  record Stalled(String because) implements Outcome {}

  /// The section in which a load was refused.
  ///
  /// @param full whether it came with a full header; else a PART or END
  /// @param trail the fields and subsections entered, innermost first
  /// @param loading the section or struct begun last
  record Place(
      String idstr,
      long instanceId,
      long sectionId,
      long versionId,
      boolean full,
      List<Trail.Step> trail,
      Optional<Trail.Loading> loading) {
    public Place {
      trail = List.copyOf(trail);
    }
  }

  /// {@return whether the guest is at the destination}
  default boolean arrived() {
    return this instanceof Arrived;
  }
}
