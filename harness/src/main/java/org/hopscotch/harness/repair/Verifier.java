package org.hopscotch.harness.repair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Makes sure that a repair mends more than one way and takes nothing away.
final class Verifier {
  private final Judge judge;
  private final Scenario broken;
  private final String release;
  private final Map<Scenario, Standing> before = new HashMap<>();

  /// How good a repair is with which the scenario itself holds.
  enum Result {
    /// All companions hold, or are no worse than before.
    WHOLE,
    /// Those that should hold are no worse than before.
    PARTIAL,
    /// Something else is broken, or gone.
    NOT
  }

  Verifier(Judge judge, Scenario broken, String release) {
    this.judge = judge;
    this.broken = broken;
    this.release = release;
  }

  /// @param undoes whether what is new may go
  Result verify(Scenario repaired, boolean undoes) {
    if (!undoes && !features(broken).areIn(features(repaired), isNewestFree())) {
      return Result.NOT;
    }
    if (!keepsWhatOthersKnow(repaired)) {
      return Result.NOT;
    }
    Companions were = Companions.of(broken, release);
    Companions are = Companions.of(repaired, release);
    for (int i = 0; i < are.others().size(); i++) {
      if (i < were.others().size() && isWorse(were.others().get(i), are.others().get(i))) {
        return Result.NOT;
      }
    }
    Result result = Result.WHOLE;
    List<Scenario> mended = are.mended();
    for (int i = 0; i < mended.size(); i++) {
      Standing standing = judge.standing(mended.get(i));
      if (!standing.isKept()) {
        result = Result.PARTIAL;
        if (!standing.isNoWorseThan(standing(were.mended().get(i)))) {
          return Result.NOT;
        }
      }
    }
    return result;
  }

  /// What a machine type sends on another release as well, and sent here, it still has to send.
  private boolean keepsWhatOthersKnow(Scenario repaired) {
    Stop stop = Situation.stop(broken, release);
    Release is = repaired.history().release(release).orElseThrow();
    for (MachineType machine : stop.release().machines()) {
      if (is.machine(machine.name()).isEmpty()) {
        continue;
      }
      Stop was = Companions.at(stop, stop.release(), machine.name());
      Features before = Features.of(was);
      Features after = Features.of(was.with(is));
      for (Stop other : Companions.knowing(repaired, was)) {
        if (!before.areSharedIn(after, Features.of(other))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isWorse(Scenario was, Scenario is) {
    Standing now = judge.standing(is);
    Standing before = standing(was);
    return now.arrived() < before.arrived() || (!now.isKept() && !now.isNoWorseThan(before));
  }

  private Standing standing(Scenario scenario) {
    return before.computeIfAbsent(scenario, judge::standing);
  }

  private Features features(Scenario scenario) {
    return Features.of(newest(scenario));
  }

  private Stop newest(Scenario scenario) {
    Stop stop = Situation.stop(scenario, release);
    return Companions.newest(stop).orElse(stop);
  }

  /// {@return whether no older release knows the newest machine type}
  private boolean isNewestFree() {
    Stop newest = newest(broken);
    return broken.history().releases().stream()
        .filter(one -> broken.history().isOlder(one, newest.release()))
        .noneMatch(one -> one.machine(newest.machine()).isPresent());
  }
}
