package org.hopscotch.harness.planted;

import java.util.List;

/// One way in which an engine is wrong.
///
/// @param id by which people name it, for ever
/// @param line what the engine does wrong, in QEMU's words
/// @param part where the defect sits
/// @param shows where it can be seen
/// @param reach which subjects have it
/// @param distortions which make the defect, together
public record EngineDefect(
    String id, String line, Part part, Shows shows, Reach reach, List<Distortion> distortions) {
  public EngineDefect {
    distortions = List.copyOf(distortions);
  }

  /// A defect of one release's subject.
  public EngineDefect(String id, String line, Part part, Shows shows, Distortion... distortions) {
    this(id, line, part, shows, Reach.ONE_RELEASE, List.of(distortions));
  }

  /// What of the engine is wrong.
  public enum Part {
    /// Starting a host: machine types, compat rows, properties.
    STARTING,
    /// Registering sections and RAM blocks: names, instance ids, order.
    REGISTERING,
    SAVING,
    LOADING,
    /// Saving and loading, in ways that fit each other.
    BOTH_WAYS,
    /// What start and reset do to memory.
    RESETTING
  }

  /// Where a defect can be seen.
  public enum Shows {
    /// On releases that migrate to each other in every direction.
    ON_SOUND,
    /// Only where something must be refused, or is lost, whichever engine is at work: a defect
    /// that makes an engine too lenient shows there, as other judgements than without it.
    ON_UNSOUND
  }

  /// Which subjects have the defect.
  public enum Reach {
    /// That of one release; the others are right.
    ONE_RELEASE,
    /// All alike.
    ALL_RELEASES
  }

  @Override
  public String toString() {
    return id;
  }
}
