package org.hopscotch.model.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The `migration` object, which every machine has: its properties take parts of the stream away
/// (wire-format section 2.1). Compat tables and globals reach it like a device.
public final class MigrationObject {
  /// The name of the type, and of the only object of it.
  public static final String NAME = "migration";

  public static final String SEND_CONFIGURATION = "send-configuration";
  public static final String SEND_SECTION_FOOTER = "send-section-footer";
  public static final String STORE_GLOBAL_STATE = "store-global-state";

  /// The first version that tells when the switch-over starts.
  public static final Version SWITCHOVER_START = Version.of("10.0");

  public static final String SEND_SWITCHOVER_START = "send-switchover-start";

  private static final Version CONFIGURATION = Version.of("2.4");

  private MigrationObject() {}

  /// {@return whether a release knows CONFIGURATION, footers and the run state: since 2.4}
  public static boolean isSinceConfiguration(Release release) {
    return release.version().map(own -> own.compareTo(CONFIGURATION) >= 0).orElse(true);
  }

  /// {@return the rows that every release has for this object: older machine types do not say what
  /// older releases would not understand}
  static List<CompatTable> tables(Release release) {
    List<CompatTable> tables = new ArrayList<>();
    if (release.isSince(SWITCHOVER_START)) {
      tables.add(off("9.2", SEND_SWITCHOVER_START));
    }
    if (isSinceConfiguration(release)) {
      tables.add(off("2.3", SEND_SECTION_FOOTER, SEND_CONFIGURATION, STORE_GLOBAL_STATE));
    }
    return tables;
  }

  private static CompatTable off(String version, String... properties) {
    List<CompatTable.Row> rows = new ArrayList<>();
    for (String property : properties) {
      rows.add(new CompatTable.Row(NAME, property, "off"));
    }
    return new CompatTable(
        "hw_compat_" + version.replace('.', '_'),
        Optional.of(Version.of(version)),
        Optional.empty(),
        rows);
  }

  /// {@return the type as a release has it}
  ///
  /// @param more properties that the release declares beside those known here, or in their place
  static DeviceType of(Release release, List<Property> more) {
    List<Property> properties = new ArrayList<>();
    if (isSinceConfiguration(release)) {
      properties.add(on(SEND_CONFIGURATION));
      properties.add(on(SEND_SECTION_FOOTER));
      properties.add(on(STORE_GLOBAL_STATE));
    }
    if (release.isSince(SWITCHOVER_START)) {
      properties.add(on(SEND_SWITCHOVER_START));
    }
    more.forEach(property -> properties.removeIf(old -> old.name().equals(property.name())));
    properties.addAll(more);
    return new DeviceType(
        NAME,
        Optional.empty(),
        Set.of(),
        false,
        properties,
        List.of(),
        Optional.empty(),
        Registration.USUAL,
        List.of(),
        List.of());
  }

  private static Property on(String name) {
    return new Property(name, new PropertyKind.Bool(), "on");
  }
}
