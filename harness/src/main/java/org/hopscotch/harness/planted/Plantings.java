package org.hopscotch.harness.planted;

import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.scenario.Stop;

/// The subjects of a journey, one or all of which have a defect; the others are the right engine.
public final class Plantings implements Journey.Subjects {
  private static final Subject RIGHT = new EngineSubject();

  private final Subject defective;
  private final String release;
  private final boolean everywhere;

  private Plantings(EngineDefect defect, String release, boolean everywhere) {
    this.defective = new DefectiveSubject(defect);
    this.release = release;
    this.everywhere = everywhere || defect.reach() == EngineDefect.Reach.ALL_RELEASES;
  }

  /// {@return subjects of which that of one release has a defect; all have, where the defect is one
  /// of all releases}
  ///
  /// @param release its name
  public static Plantings in(String release, EngineDefect defect) {
    return new Plantings(defect, release, false);
  }

  /// {@return subjects that all have a defect}
  public static Plantings everywhere(EngineDefect defect) {
    return new Plantings(defect, "", true);
  }

  @Override
  public Subject of(Stop stop) {
    return everywhere || stop.release().name().equals(release) ? defective : RIGHT;
  }
}
