package org.hopscotch.model.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.wire.LoaderFamily;

/// The `migration` object, which every machine has: its properties take parts of the stream away
/// (wire-format section 2.1). Compat tables and globals reach it like a device.
public final class MigrationObject {
  /// The name of the type, and of the only object of it.
  public static final String NAME = "migration";

  public static final String SEND_CONFIGURATION = "send-configuration";
  public static final String SEND_SECTION_FOOTER = "send-section-footer";
  public static final String STORE_GLOBAL_STATE = "store-global-state";
  public static final String SEND_SWITCHOVER_START = "send-switchover-start";

  private static final Version SWITCHOVER_START = Version.of("10.0");

  private MigrationObject() {}

  /// {@return whether a release knows the command that starts the switch-over (10.0)}
  public static boolean knowsSwitchoverStart(String release, LoaderFamily family) {
    return Version.of(release, family).compareTo(SWITCHOVER_START) >= 0;
  }

  /// {@return the type as a release has it}
  public static DeviceType of(String release, LoaderFamily family) {
    List<Property> properties = new ArrayList<>();
    properties.add(on(SEND_CONFIGURATION));
    properties.add(on(SEND_SECTION_FOOTER));
    properties.add(on(STORE_GLOBAL_STATE));
    if (knowsSwitchoverStart(release, family)) {
      properties.add(on(SEND_SWITCHOVER_START));
    }
    return new DeviceType(
        NAME,
        Optional.empty(),
        Set.of(),
        false,
        properties,
        List.of(),
        Optional.empty(),
        Registration.USUAL,
        List.of());
  }

  private static Property on(String name) {
    return new Property(name, new PropertyKind.Bool(), "on");
  }
}
