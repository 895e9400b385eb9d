package org.hopscotch.model.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private static final List<CompatTable> ROWS_OF_CONFIGURATION =
      List.of(off("2.3", SEND_SECTION_FOOTER, SEND_CONFIGURATION, STORE_GLOBAL_STATE));
  private static final List<CompatTable> ROWS_OF_SWITCHOVER =
      List.of(off("9.2", SEND_SWITCHOVER_START), ROWS_OF_CONFIGURATION.getFirst());

  private static final DeviceType AT_FIRST = DeviceType.named(NAME);
  private static final DeviceType WITH_CONFIGURATION =
      AT_FIRST.withProperties(
          List.of(on(SEND_CONFIGURATION), on(SEND_SECTION_FOOTER), on(STORE_GLOBAL_STATE)));
  private static final DeviceType WITH_SWITCHOVER =
      AT_FIRST.withProperties(
          List.of(
              on(SEND_CONFIGURATION),
              on(SEND_SECTION_FOOTER),
              on(STORE_GLOBAL_STATE),
              on(SEND_SWITCHOVER_START)));

  private MigrationObject() {}

  /// What a release knows of it.
  private enum Generation {
    FIRST,
    CONFIGURATION,
    SWITCHOVER
  }

  private static Generation generation(Release release) {
    if (release.isSince(SWITCHOVER_START)) {
      return Generation.SWITCHOVER;
    }
    return isSinceConfiguration(release) ? Generation.CONFIGURATION : Generation.FIRST;
  }

  /// {@return whether a release knows CONFIGURATION, footers and the run state: since 2.4}
  public static boolean isSinceConfiguration(Release release) {
    return release.version().map(own -> own.compareTo(CONFIGURATION) >= 0).orElse(true);
  }

  /// {@return the rows that every release has for this object: older machine types do not say what
  /// older releases would not understand}
  static List<CompatTable> tables(Release release) {
    return switch (generation(release)) {
      case FIRST -> List.of();
      case CONFIGURATION -> ROWS_OF_CONFIGURATION;
      case SWITCHOVER -> ROWS_OF_SWITCHOVER;
    };
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
  /// @param types of the release; properties that it declares stand beside those known here, or in
  ///     their place
  static DeviceType of(Release release, List<DeviceType> types) {
    DeviceType known =
        switch (generation(release)) {
          case FIRST -> AT_FIRST;
          case CONFIGURATION -> WITH_CONFIGURATION;
          case SWITCHOVER -> WITH_SWITCHOVER;
        };
    for (DeviceType type : types) {
      if (type.name().equals(NAME)) {
        List<Property> properties = new ArrayList<>(known.properties());
        type.properties()
            .forEach(property -> properties.removeIf(old -> old.name().equals(property.name())));
        properties.addAll(type.properties());
        return known.withProperties(properties);
      }
    }
    return known;
  }

  private static Property on(String name) {
    return new Property(name, new PropertyKind.Bool(), "on");
  }
}
