package org.hopscotch.model.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.wire.LoaderFamily;

/// Two releases and what is told of them.
final class Between {
  private Between() {}

  /// {@return the first release of a history}
  static Release first(
      List<DeviceType> types, List<CompatTable> tables, List<MachineType> machines) {
    return new Release("1.0", Optional.empty(), LoaderFamily.UP_TO_9_1, types, tables, machines);
  }

  /// {@return a release after another one}
  static Release next(Release from, List<Change> changes) {
    return Evolution.of("2.0", from, LoaderFamily.FROM_9_2, changes);
  }

  /// {@return the changes that are told, which lead from one release to the other}
  static List<Change> told(Release from, Release to) {
    List<Change> told = Differences.between(from, to).orElseThrow();
    Release made = Evolution.of(to.name(), from, to.family(), told);
    assertThat(made.types()).as("%s", told).isEqualTo(to.types());
    assertThat(made.tables()).as("%s", told).isEqualTo(to.tables());
    assertThat(made.machines()).as("%s", told).isEqualTo(to.machines());
    return told;
  }

  static List<Change> toldOfTypes(List<DeviceType> from, List<DeviceType> to) {
    return told(first(from, List.of(), List.of()), first(to, List.of(), List.of()));
  }

  static List<Change> toldOfTables(List<CompatTable> from, List<CompatTable> to) {
    return told(first(List.of(), from, List.of()), first(List.of(), to, List.of()));
  }

  static List<Change> toldOfMachines(List<MachineType> from, List<MachineType> to) {
    return told(first(List.of(), List.of(), from), first(List.of(), List.of(), to));
  }
}
