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

  private MigrationObject() {}

  /// {@return the type as releases of a family have it}
  public static DeviceType of(LoaderFamily family) {
    List<Property> properties = new ArrayList<>();
    properties.add(on(SEND_CONFIGURATION));
    properties.add(on(SEND_SECTION_FOOTER));
    properties.add(on(STORE_GLOBAL_STATE));
    if (family.knowsSwitchoverStart()) {
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
