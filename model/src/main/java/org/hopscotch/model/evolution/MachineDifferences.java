package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;

/// How the machine types of a release become those of another. No two may have one name at any
/// moment, aliases included; a machine type that is added takes its aliases from others.
final class MachineDifferences {
  private MachineDifferences() {}

  /// {@return changes of which some may not be possible, the more telling ones first; the last ones
  /// always are}
  static List<List<Change>> between(Release from, Release to) {
    NamedDifference<MachineType> difference =
        NamedDifference.between(
            from.machines(), to.machines(), (one, other) -> one.name().equals(other.name()));
    List<Change> removed = removed(difference.removed());
    List<Change> added = added(difference.added());
    List<List<Change>> ways = new ArrayList<>();
    Differences.made(from, joined(removed, added))
        .ifPresent(now -> ways.add(joined(removed, added, set(now, difference.stays()))));
    ways.add(joined(removed, set(from, difference.stays()), added));
    ways.add(joined(removed, set(from, difference.stays().reversed()), added));
    ways.add(joined(removed(from.machines()), added(to.machines())));
    return ways;
  }

  private static List<Change> removed(List<MachineType> machines) {
    return machines.stream().<Change>map(one -> new Change.RemoveMachine(one.name())).toList();
  }

  private static List<Change> added(List<MachineType> machines) {
    return machines.stream().<Change>map(Change.AddMachine::new).toList();
  }

  private static List<Change> set(Release now, List<NamedDifference.Stay<MachineType>> stays) {
    return stays.stream()
        .map(NamedDifference.Stay::to)
        .filter(one -> !now.machine(one.name()).equals(Optional.of(one)))
        .<Change>map(Change.SetMachine::new)
        .toList();
  }

  @SafeVarargs
  private static List<Change> joined(List<Change>... parts) {
    List<Change> all = new ArrayList<>();
    for (List<Change> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
