package org.hopscotch.harness.repair;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;

/// Which compat table of a release a row belongs in, and what it is called there.
public final class Tables {
  private Tables() {}

  /// {@return a table of a version without rows: the one that a family has, or a new one named as
  /// its others are}
  public static CompatTable of(Release release, String family, Version version) {
    List<CompatTable> tables = of(release, family);
    return tables.stream()
        .filter(one -> one.version().equals(Optional.of(version)))
        .findFirst()
        .map(one -> one.withRows(List.of()))
        .orElseGet(() -> made(release, tables, version));
  }

  /// {@return the table for what is new in a release, without rows: that of the newest version
  /// that is older than its own machine type}
  ///
  /// @param machine which has to get the rows
  /// @param below a version whose machine types must not get them, where there is one
  public static Optional<CompatTable> forOlder(
      Release release, MachineType machine, Optional<Version> below) {
    Optional<Version> own = release.newest(machine.family()).flatMap(MachineType::version);
    return machine
        .version()
        .map(version ->
            of(release, machine.family()).stream()
                .map(one -> one.version().orElseThrow())
                .filter(one -> one.compareTo(version) >= 0)
                .filter(one -> own.map(o -> one.compareTo(o) < 0).orElse(true))
                .filter(one -> below.map(b -> one.compareTo(b) < 0).orElse(true))
                .max(Comparator.naturalOrder())
                .orElse(version))
        .map(version -> of(release, machine.family(), version));
  }

  /// {@return the tables of versions that reach a family, common ones first}
  private static List<CompatTable> of(Release release, String family) {
    return release.tables().stream()
        .filter(one -> one.version().isPresent())
        .filter(one -> one.family().map(family::equals).orElse(true))
        .sorted(Comparator.comparing(one -> one.family().isPresent()))
        .toList();
  }

  private static CompatTable made(Release release, List<CompatTable> alike, Version version) {
    for (CompatTable one : alike) {
      String suffix = digits(one.version().orElseThrow());
      if (one.name().endsWith(suffix)) {
        String prefix = one.name().substring(0, one.name().length() - suffix.length());
        return new CompatTable(
            free(release, prefix + digits(version)), Optional.of(version), one.family(), List.of());
      }
    }
    return new CompatTable(
        free(release, "hw_compat_" + digits(version)),
        Optional.of(version),
        Optional.empty(),
        List.of());
  }

  private static String digits(Version version) {
    return version.toString().replace('.', '_');
  }

  private static String free(Release release, String name) {
    Set<String> taken =
        release.tables().stream().map(CompatTable::name).collect(Collectors.toSet());
    return taken.contains(name) ? name + "_all" : name;
  }
}
