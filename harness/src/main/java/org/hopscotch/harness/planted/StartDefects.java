package org.hopscotch.harness.planted;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hopscotch.harness.planted.Distortion.Starting;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.CompatTable.Row;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;

/// Hosts that start as others than they should: machine types, compat rows, properties (wire-format
/// section 11).
final class StartDefects {
  private StartDefects() {}

  static List<EngineDefect> all() {
    return List.of(
        starting(
            "newest-row-wins",
            "compat tables are applied from the oldest to the newest",
            Shows.ON_SOUND,
            Rows.tables(Rows::newestLast)),
        starting(
            "rows-on-exact-type",
            "a compat row is applied to devices of its driver, not to those below it",
            Shows.ON_SOUND,
            Rows::onExactTypes),
        starting(
            "own-table-not-applied",
            "hw_compat_X_Y is applied to machine types before X.Y only",
            Shows.ON_SOUND,
            Rows.tables(Rows::withoutOwn)),
        starting(
            "one-table-too-many",
            "the table of the version before the machine type's is applied too",
            Shows.ON_SOUND,
            Rows.tables(Rows::oneTooFar)),
        starting(
            "rows-beat-globals",
            "compat rows are applied after -global options",
            Shows.ON_SOUND,
            Rows::globalsFirst),
        starting(
            "family-defaults-last",
            "the family's defaults are applied after hw_compat_X_Y",
            Shows.ON_SOUND,
            Rows.tables(Rows::familiesLast)),
        starting(
            "optional-row-mandatory",
            "an optional row of a property that is gone keeps the device from being made",
            Shows.ON_SOUND,
            Rows.each(row -> new Row(row.driver(), row.property(), row.value(), false))),
        starting(
            "mandatory-row-optional",
            "a row of a property that is gone is passed over, optional or not",
            Shows.ON_UNSOUND,
            Rows.each(row -> new Row(row.driver(), row.property(), row.value(), true))),
        starting(
            "automatic-though-pinned",
            "an automatic default is chosen although a row pins the property",
            Shows.ON_SOUND,
            host -> Rows.without(host, property -> property.automatic().isPresent())),
        starting(
            "alias-of-another-machine",
            "an alias stands for the family's oldest machine type",
            Shows.ON_SOUND,
            StartDefects::oldestByAlias),
        starting(
            "unknown-machine-replaced",
            "a machine type that is not known is taken for the newest that is",
            Shows.ON_SOUND,
            StartDefects::newestUnlessKnown),
        starting(
            "options-of-the-machine-ignored",
            "what the machine type's own code sets is not set",
            Shows.ON_SOUND,
            StartDefects::withoutOptions));
  }

  private static EngineDefect starting(
      String id, String line, Shows shows, UnaryOperator<Host> change) {
    return new EngineDefect(id, line, Part.STARTING, shows, new Starting(change));
  }

  private static Host named(Host host, String machine) {
    return new Host(
        host.release(), machine, host.configuration(), host.surroundings(), host.leftover());
  }

  private static Host oldestByAlias(Host host) {
    Optional<MachineType> known =
        host.release().machine(host.machine()).filter(one -> !one.name().equals(host.machine()));
    return known
        .flatMap(one -> oldest(host.release(), one.family()))
        .map(one -> named(host, one.name()))
        .orElse(host);
  }

  private static Optional<MachineType> oldest(Release release, String family) {
    return release.machines().stream()
        .filter(one -> one.family().equals(family) && one.version().isPresent())
        .min(Comparator.comparing(one -> one.version().orElseThrow()));
  }

  private static Host newestUnlessKnown(Host host) {
    Release release = host.release();
    return release.machine(host.machine()).isPresent()
        ? host
        : release.machines().stream()
            .filter(one -> one.version().isPresent())
            .max(Comparator.comparing(one -> one.version().orElseThrow()))
            .map(one -> named(host, one.name()))
            .orElse(host);
  }

  private static Host withoutOptions(Host host) {
    Release release = host.release();
    return host.with(
        new Release(
            release.name(),
            release.parent(),
            release.family(),
            release.types(),
            release.tables(),
            release.machines().stream()
                .map(one ->
                    new MachineType(
                        one.name(),
                        one.version(),
                        one.family(),
                        one.aliases(),
                        one.deprecated(),
                        one.devices(),
                        one.ram(),
                        one.options().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, _ -> 0L))))
                .toList()));
  }
}
