package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.reports.OutcomeText;

/// `unknown-machine`: a release that does not offer the machine type does not start, and says that
/// this is why (case 4).
public final class UnknownMachine implements Invariant {
  @Override
  public InvariantId id() {
    return InvariantId.UNKNOWN_MACHINE;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    List<Judgement> judgements = new ArrayList<>();
    for (Stop stop : journey.route()) {
      if (!Hops.known(stop)) {
        judgements.add(judge(stop, journey.begin(stop, 0).outcome()));
      }
    }
    return Judgement.orDoesNotApply(judgements, "every stop's release has its machine type");
  }

  private static Judgement judge(Stop stop, Outcome outcome) {
    boolean clear =
        outcome instanceof Outcome.DidNotStart failed
            && switch (failed.failure()) {
              case StartFailure.UnknownMachine _ -> true;
              case StartFailure.Reported(String words) -> isClear(words, stop.machine());
              case StartFailure.UnknownType _, StartFailure.CannotBeMade _ -> false;
              case StartFailure.UnknownProperty _, StartFailure.BadValue _ -> false;
              case StartFailure.NotRealized _ -> false;
              case StartFailure.DuplicateSection _, StartFailure.PathTooLong _ -> false;
            };
    return clear
        ? Judgement.holds()
        : Judgement.violated(
                "unknown machine type: " + OutcomeText.reasonClass(outcome),
                stop + ": " + OutcomeText.words(outcome))
            .as(Severity.CHANGED)
            .at(new Address(stop.release().name(), stop.machine(), "", ""));
  }

  /// QEMU up to 8 says what is wrong and not which it is: `unsupported machine type`.
  private static boolean isClear(String words, String machine) {
    return words.contains(machine) || words.contains("machine type");
  }
}
