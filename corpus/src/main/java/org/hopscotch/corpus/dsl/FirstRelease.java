package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.wire.LoaderFamily;

/// A release that is told whole: first its device types, then tables and machine types of theirs.
public record FirstRelease(Release release) implements ToldRelease {

  @Override
  public Told told() {
    return new Told.Whole(release);
  }

  @Override
  public List<Release> lineage() {
    return List.of(release);
  }

  /// {@return this release with other rules of loading than its number says}
  public FirstRelease loader(LoaderFamily family) {
    return new FirstRelease(
        new Release(
            release.name(),
            release.parent(),
            family,
            release.types(),
            release.tables(),
            release.machines()));
  }

  /// {@return this release as one that was branched from another}
  public FirstRelease parent(String parent) {
    return new FirstRelease(
        new Release(
            release.name(),
            Optional.of(parent),
            release.family(),
            release.types(),
            release.tables(),
            release.machines()));
  }

  /// {@return this release with more device types; parents before those below them}
  ///
  /// @throws IllegalArgumentException for one twice, a parent that is missing, and expressions that
  ///     name what a type has not
  public FirstRelease device(ToldDevice... devices) {
    FirstRelease more = this;
    for (ToldDevice device : devices) {
      more = more.with(device.type());
    }
    return more;
  }

  private FirstRelease with(DeviceType type) {
    FirstRelease more = with(added(release.types(), type), release.tables(), release.machines());
    Releases.requireFitting(List.of(new Told.Whole(aside(more.release))));
    return more;
  }

  /// {@return this release without parent, of which nothing is known here}
  private static Release aside(Release release) {
    return new Release(
        release.name(),
        Optional.empty(),
        release.family(),
        release.types(),
        release.tables(),
        release.machines());
  }

  /// {@return this release with more compat tables}
  ///
  /// @throws IllegalArgumentException for one twice, and for a row that sets what no device type
  ///     has, unless it says that it is a strange one
  public FirstRelease table(ToldTable... tables) {
    FirstRelease more = this;
    for (ToldTable table : tables) {
      Releases.requireRows(table, lineage());
      List<CompatTable> all = added(more.release.tables(), table.table(List.of()));
      requireNamedOnce("table", all.stream().map(CompatTable::name).toList());
      more = more.with(more.release.types(), all, more.release.machines());
    }
    return more;
  }

  /// {@return this release with more machine types}
  ///
  /// @throws IllegalArgumentException for a name or alias twice, and a built-in device of a type
  ///     that there is not
  public FirstRelease machine(ToldMachine... machines) {
    List<MachineType> all = new ArrayList<>(release.machines());
    for (ToldMachine machine : machines) {
      Releases.requireDevices(machine.machine().devices(), lineage());
      all.add(machine.machine());
    }
    return with(release.types(), release.tables(), all);
  }

  private FirstRelease with(
      List<DeviceType> types, List<CompatTable> tables, List<MachineType> machines) {
    return Words.parsed(
        release.name(),
        () ->
            new FirstRelease(
                new Release(
                    release.name(), release.parent(), release.family(), types, tables, machines)));
  }

  private void requireNamedOnce(String what, List<String> names) {
    for (String name : names) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new IllegalArgumentException("%s: %s twice: %s".formatted(release, what, name));
      }
    }
  }

  private static <T> List<T> added(List<T> all, T one) {
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }
}
