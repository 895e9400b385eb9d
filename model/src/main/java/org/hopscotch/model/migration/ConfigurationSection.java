package org.hopscotch.model.migration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.BodyWriter;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.WireInput;

/// The CONFIGURATION: machine type, page size, capabilities and UUID, which both sides must agree
/// on (wire-format section 2).
final class ConfigurationSection {
  static final String PAGE_BITS = "target-page-bits";
  static final int SMALLEST_PAGE_BITS = 12;

  private static final String NAME = "configuration";
  private static final String PAGE_BITS_NAME = "configuration/target-page-bits";
  private static final String CAPABILITIES_NAME = "configuration/capabilities";
  private static final String UUID_NAME = "configuration/uuid";
  private static final int VERSION_MASK = 0xff;
  private static final int UUID_BYTES = 16;
  private static final int[] UUID_GROUPS = {8, 12, 16, 20};
  private static final String IGNORE_SHARED = "x-ignore-shared";
  private static final String MAPPED_RAM = "mapped-ram";
  private static final Version MAPPED_RAM_SINCE = Version.of("9.0");
  private static final String VALIDATE_UUID = "validate-uuid";

  private final VirtualMachine machine;

  ConfigurationSection(VirtualMachine machine) {
    this.machine = machine;
  }

  /// {@return log2 of a machine's target page size}
  static int pageBits(VirtualMachine machine) {
    return Math.toIntExact(
        machine.machine().options().getOrDefault(PAGE_BITS, (long) SMALLEST_PAGE_BITS));
  }

  // ---- saving

  StreamItem.Configuration save() {
    byte[] name = machine.machine().name().getBytes(StandardCharsets.ISO_8859_1);
    List<Body> subsections = new ArrayList<>();
    int pageBits = pageBits(machine);
    if (pageBits > SMALLEST_PAGE_BITS) {
      subsections.add(
          body(
              PAGE_BITS_NAME,
              List.of(new Description.Field("page_bits", "uint32", Integer.BYTES)),
              List.of(new Body.Scalars(ScalarType.UINT32, pageBits))));
    }
    List<String> checked = new ArrayList<>(validated());
    checked.retainAll(configuration().capabilities());
    if (!checked.isEmpty()) {
      subsections.add(capabilities(checked));
    }
    if (configuration().uuid().isPresent()
        && configuration().capabilities().contains(VALIDATE_UUID)) {
      byte[] bytes = HexFormat.of().parseHex(configuration().uuid().get().replace("-", ""));
      subsections.add(
          body(
              UUID_NAME,
              List.of(new Description.Field("uuid", "buffer", UUID_BYTES)),
              List.of(new Body.Bytes(bytes))));
    }
    Description.Vmsd layout =
        new Description.Vmsd(
            NAME,
            1,
            List.of(
                new Description.Field("len", "uint32", Integer.BYTES),
                new Description.Field("name", "buffer", name.length)),
            subsections.stream().map(Body::layout).toList());
    return new StreamItem.Configuration(
        new Body(
            layout,
            List.of(new Body.Scalars(ScalarType.UINT32, name.length), new Body.Bytes(name)),
            subsections));
  }

  private static Body capabilities(List<String> names) {
    List<Description.Field> fields = new ArrayList<>();
    List<Body.Content> values = new ArrayList<>();
    fields.add(new Description.Field("caps_count", "uint32", Integer.BYTES));
    values.add(new Body.Scalars(ScalarType.UINT32, names.size()));
    for (String name : names) {
      fields.add(new Description.Field("capabilities", "capability", 1L + name.length()));
      values.add(new Body.Text(name));
    }
    return body(CAPABILITIES_NAME, fields, values);
  }

  private static Body body(String name, List<Description.Field> fields, List<Body.Content> values) {
    return new Body(new Description.Vmsd(name, 1, fields, List.of()), values, List.of());
  }

  private Configuration configuration() {
    return machine.host().configuration();
  }

  /// In the order of QEMU's enum.
  private List<String> validated() {
    return machine.release().isSince(MAPPED_RAM_SINCE)
        ? List.of(IGNORE_SHARED, MAPPED_RAM)
        : List.of(IGNORE_SHARED);
  }

  // ---- loading

  /// Reads what follows the type byte, and compares it with this machine.
  ///
  /// @return warnings
  List<String> load(WireInput in) {
    List<String> warnings = new ArrayList<>();
    in.enter(NAME);
    long length = in.be32();
    in.requireElements("machine type name", length, 1);
    String received = new String(in.bytes(length), StandardCharsets.ISO_8859_1);
    long pageBits = SMALLEST_PAGE_BITS;
    Set<String> on = new LinkedHashSet<>();
    Optional<String> name = nextSubsection(in);
    while (name.isPresent()) {
      in.enter(name.get());
      subsection(in, name.get());
      switch (name.get()) {
        case PAGE_BITS_NAME -> pageBits = in.be32();
        case CAPABILITIES_NAME -> on = receivedCapabilities(in);
        case UUID_NAME -> requireUuid(in, warnings);
        default -> throw in.refused(new Refusal.UnknownConfiguration(name.get()));
      }
      in.leave();
      name = nextSubsection(in);
    }
    requireMachine(in, received);
    if (pageBits != pageBits(machine)) {
      throw in.refused(new Refusal.OtherPageBits(pageBits, pageBits(machine)));
    }
    for (String capability : validated()) {
      if (on.contains(capability) != configuration().capabilities().contains(capability)) {
        throw in.refused(new Refusal.OtherCapability(capability, on.contains(capability)));
      }
    }
    in.leave();
    return warnings;
  }

  /// Only the received length is compared, and as C does: a NUL behind the whole name ends it.
  private void requireMachine(WireInput in, String received) {
    String ours = machine.machine().name();
    if (!(ours + "\0").startsWith(received) && !received.startsWith(ours + "\0")) {
      throw in.refused(new Refusal.OtherMachine(received, ours));
    }
  }

  private static Optional<String> nextSubsection(WireInput in) {
    if (in.peek(0) != BodyWriter.SUBSECTION) {
      return Optional.empty();
    }
    int length = in.peek(1);
    if (length < NAME.length() + 1 || !in.has(2 + length)) {
      return Optional.empty();
    }
    String name = in.peekText(2, length);
    return name.startsWith(NAME) ? Optional.of(name) : Optional.empty();
  }

  private static void subsection(WireInput in, String name) {
    if (!Set.of(PAGE_BITS_NAME, CAPABILITIES_NAME, UUID_NAME).contains(name)) {
      throw in.refused(new Refusal.UnknownConfiguration(name));
    }
    in.skip(2 + name.length());
    long version = in.be32() & VERSION_MASK;
    if (version > 1) {
      throw in.refused(new Refusal.TooNew(name, version, 1));
    }
    if (version < 1) {
      throw in.refused(new Refusal.TooOld(name, version, 1));
    }
  }

  private Set<String> receivedCapabilities(WireInput in) {
    Set<String> known = Capabilities.of(machine.release());
    Set<String> names = new LinkedHashSet<>();
    long count = in.be32();
    in.requireElements("capabilities", count, 1);
    for (long i = 0; i < count; i++) {
      String name = in.str8();
      if (!known.contains(name)) {
        throw in.refused(new Refusal.UnknownCapability(name));
      }
      names.add(name);
    }
    return names;
  }

  private void requireUuid(WireInput in, List<String> warnings) {
    String received = uuid(in.bytes(UUID_BYTES));
    Optional<String> ours = configuration().uuid();
    if (ours.isEmpty()) {
      warnings.add("UUID is received " + received + ", but local uuid isn't set");
    } else if (!ours.get().equalsIgnoreCase(received)) {
      throw in.refused(new Refusal.OtherUuid(received, ours.get()));
    }
  }

  private static String uuid(byte[] bytes) {
    StringBuilder text = new StringBuilder(HexFormat.of().formatHex(bytes));
    for (int i = UUID_GROUPS.length - 1; i >= 0; i--) {
      text.insert(UUID_GROUPS[i], '-');
    }
    return text.toString();
  }
}
