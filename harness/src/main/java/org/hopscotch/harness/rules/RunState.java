package org.hopscotch.harness.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;

/// The section `globalstate` (wire-format section 7.2).
final class RunState {
  /// What runs after a load that brought no state (section 13).
  static final String PAUSED = "paused";

  static final String PRELAUNCH = "prelaunch";

  private static final int BYTES = 100;
  private static final int SHORT_BYTES = 32;
  private static final Set<String> NAMES =
      Set.of(
          "colo",
          "debug",
          "finish-migrate",
          "guest-panicked",
          "inmigrate",
          "internal-error",
          "io-error",
          PAUSED,
          "postmigrate",
          PRELAUNCH,
          "restore-vm",
          "running",
          "save-vm",
          "shutdown",
          "suspended",
          "watchdog");

  private RunState() {}

  static Section section(LoaderFamily family) {
    Field size = Families.scalar("size", ScalarType.UINT32);
    return family == LoaderFamily.UP_TO_9_1
        ? new Section("globalstate", 1, 1, size, Families.buffer("runstate", BYTES))
        : new Section(
            "globalstate",
            1,
            1,
            size,
            Families.buffer("runstate", SHORT_BYTES),
            Families.scalar("has_vm_was_suspended", ScalarType.UINT8),
            Families.scalar("vm_was_suspended", ScalarType.UINT8),
            new Field("unused", new FieldType.Unused(BYTES - SHORT_BYTES - 2)));
  }

  /// {@return what is saved for a state: its length with a NUL, its name padded with zeros. In
  /// streams of 10.0 and 11.1 `has_vm_was_suspended` is 1}
  static Map<String, Cell> members(LoaderFamily family, String name) {
    int length = family == LoaderFamily.UP_TO_9_1 ? BYTES : SHORT_BYTES;
    byte[] padded = Arrays.copyOf(name.getBytes(StandardCharsets.ISO_8859_1), length);
    Map<String, Cell> members = new LinkedHashMap<>();
    members.put("size", Cell.of(name.length() + 1));
    members.put("runstate", new Cell.Leaf(new Value.Bytes(padded)));
    members.put("has_vm_was_suspended", Cell.of(1));
    members.put("vm_was_suspended", Cell.of(0));
    return members;
  }

  /// {@return the name up to the first NUL}
  static String name(Map<String, Cell> members) {
    String all = new String(members.get("runstate").bytes(), StandardCharsets.ISO_8859_1);
    // Observed: the last of the bytes is a NUL, whatever was received.
    String most = all.substring(0, all.length() - 1);
    return most.indexOf('\0') < 0 ? most : most.substring(0, most.indexOf('\0'));
  }

  static boolean exists(String name) {
    return NAMES.contains(name);
  }
}
