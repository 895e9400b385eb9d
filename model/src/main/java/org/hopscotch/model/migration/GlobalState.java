package org.hopscotch.model.migration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;

/// The section `globalstate`: whether the guest was running (wire-format section 7.2).
public final class GlobalState {
  /// Both the section's name and the id under which its state is kept.
  public static final String NAME = "globalstate";

  private static final int STATE_BYTES = 100;
  private static final int SHORT_STATE_BYTES = 32;
  private static final int SUSPENDED_FLAGS = 2;
  private static final String RUN_STATE = "runstate";
  private static final String HAS_SUSPENDED = "has_vm_was_suspended";
  private static final String SUSPENDED = "vm_was_suspended";
  private static final Set<String> RUN_STATES =
      Set.of(
          "debug",
          "inmigrate",
          "internal-error",
          "io-error",
          "paused",
          "postmigrate",
          "prelaunch",
          "finish-migrate",
          "restore-vm",
          "running",
          "save-vm",
          "shutdown",
          "suspended",
          "watchdog",
          "guest-panicked",
          "colo");

  private GlobalState() {}

  /// {@return the section as releases of a family have it: equal in length, and in 10.0 with two
  /// flags carved out of the name's padding}
  public static Section section(LoaderFamily family) {
    Field size = Families.scalar("size", ScalarType.UINT32);
    return family == LoaderFamily.UP_TO_9_1
        ? new Section(NAME, 1, 1, size, Families.buffer(RUN_STATE, STATE_BYTES))
        : new Section(
            NAME,
            1,
            1,
            size,
            Families.buffer(RUN_STATE, SHORT_STATE_BYTES),
            Families.scalar(HAS_SUSPENDED, ScalarType.UINT8),
            Families.scalar(SUSPENDED, ScalarType.UINT8),
            new Field(
                "unused", new FieldType.Unused(STATE_BYTES - SHORT_STATE_BYTES - SUSPENDED_FLAGS)));
  }

  /// {@return the members for a run state}
  static DeviceState of(LoaderFamily family, String runState) {
    byte[] name = runState.getBytes(StandardCharsets.ISO_8859_1);
    int length = family == LoaderFamily.UP_TO_9_1 ? STATE_BYTES : SHORT_STATE_BYTES;
    DeviceState state =
        DeviceState.EMPTY
            .with("size", name.length + 1L)
            .with(RUN_STATE, new Value.Bytes(Arrays.copyOf(name, length)));
    return family == LoaderFamily.UP_TO_9_1
        ? state
        : state.with(HAS_SUSPENDED, 1).with(SUSPENDED, 0);
  }

  /// {@return the members after a load: a name is sent again without what stood behind it}
  static DeviceState after(LoaderFamily family, Optional<DeviceState> received) {
    return of(family, received.map(GlobalState::name).orElse("paused"));
  }

  /// {@return the run state's name as it was loaded, when there is no such state}
  static Optional<String> unknown(DeviceState loaded) {
    String name = name(loaded);
    return RUN_STATES.contains(name) ? Optional.empty() : Optional.of(name);
  }

  /// {@return the name up to its first NUL}
  static String name(DeviceState loaded) {
    byte[] bytes = ((Value.Bytes) loaded.find(RUN_STATE).orElseThrow()).bytes();
    int most = bytes.length - 1;
    int end = 0;
    while (end < most && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
  }
}
