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

  private MigrationObject() {}

  /// {@return the type as a release has it}
  static DeviceType of(Release release) {
    List<Property> properties = new ArrayList<>();
    properties.add(on(SEND_CONFIGURATION));
    properties.add(on(SEND_SECTION_FOOTER));
    properties.add(on(STORE_GLOBAL_STATE));
    if (release.isSince(SWITCHOVER_START)) {
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
