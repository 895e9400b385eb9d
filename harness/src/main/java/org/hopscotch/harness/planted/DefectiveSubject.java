package org.hopscotch.harness.planted;

import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.StartFailure;

/// The engine of this project with a defect.
///
/// What is wrong with schemas may be wrong in the loader only, or in the saver only. So a host of
/// it is up to three machines of the right engine: one whose memory is the guest's, one of other
/// schemas that loads, and one of yet others that saves; the guest is carried from one to the
/// other.
public final class DefectiveSubject implements Subject {
  private static final EngineSubject ENGINE = new EngineSubject();

  private final Distortions distortions;

  public DefectiveSubject(EngineDefect planted) {
    this.distortions = new Distortions(planted.distortions());
  }

  @Override
  public Start start(Host host) {
    Host other = distortions.starting(host);
    if (distortions.areOnlyOfTheStart()) {
      return ENGINE.start(other);
    }
    return switch (VirtualMachine.start(other)) {
      case VirtualMachine.Started(VirtualMachine machine) ->
          new Started(new DefectiveInstance(distortions, machine));
      case VirtualMachine.DidNotStart(StartFailure failure) -> new DidNotStart(failure);
    };
  }
}
