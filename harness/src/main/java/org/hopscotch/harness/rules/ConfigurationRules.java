package org.hopscotch.harness.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;

/// The CONFIGURATION (wire-format section 2).
final class ConfigurationRules {
  private static final String NAME = "configuration";
  private static final String PAGE_BITS = "configuration/target-page-bits";
  private static final String CAPABILITIES = "configuration/capabilities";
  private static final String UUID = "configuration/uuid";
  private static final long LEAST_PAGE_BITS = 12;

  /// Capabilities of every release, as QEMU names them.
  private static final Set<String> KNOWN =
      Set.of(
          "auto-converge",
          "dirty-bitmaps",
          "events",
          "late-block-activate",
          "multifd",
          "pause-before-switchover",
          "postcopy-blocktime",
          "postcopy-ram",
          "rdma-pin-all",
          "release-ram",
          "return-path",
          "validate-uuid",
          "x-colo",
          "x-ignore-shared",
          "xbzrle");

  private ConfigurationRules() {}

  /// {@return whether a release knows a capability; those that came or went are named here}
  private static boolean knows(Release release, String capability) {
    boolean new11 = release.family() == LoaderFamily.FROM_11_0;
    return switch (capability) {
      case "background-snapshot" -> Entry.since(release, "6.0", true);
      case "zero-copy-send", "postcopy-preempt" -> Entry.since(release, "7.1", true);
      case "switchover-ack", "dirty-limit" -> Entry.since(release, "8.1", true);
      case "mapped-ram" -> Entry.since(release, "9.0", true);
      case "compress", "block" -> !Entry.since(release, "9.1", true);
      case "zero-blocks" -> !Entry.since(release, "11.0", new11);
      default -> KNOWN.contains(capability);
    };
  }

  static long pageBits(RulesHost host) {
    return host.machine().options().getOrDefault("target-page-bits", LEAST_PAGE_BITS);
  }

  /// {@return the capabilities that both sides must agree on, in the order of QEMU's enum}
  private static List<String> validated(Release release) {
    boolean mapped = Entry.since(release, "9.0", release.family() != LoaderFamily.UP_TO_9_1);
    return mapped ? List.of("x-ignore-shared", "mapped-ram") : List.of("x-ignore-shared");
  }

  static void save(RulesHost host, BodySave out) {
    out.number(7, 1);
    String name = host.machine().name();
    out.number(name.length(), 4);
    out.bytes(name.getBytes(StandardCharsets.ISO_8859_1));
    if (pageBits(host) > LEAST_PAGE_BITS) {
      frame(PAGE_BITS, out);
      out.number(pageBits(host), 4);
    }
    List<String> on = new ArrayList<>(validated(host.host().release()));
    on.removeIf(capability -> !host.has(capability));
    if (!on.isEmpty()) {
      frame(CAPABILITIES, out);
      out.number(on.size(), 4);
      on.forEach(out::str8);
    }
    Optional<String> uuid = host.host().configuration().uuid();
    if (uuid.isPresent() && host.has("validate-uuid")) {
      frame(UUID, out);
      out.bytes(HexFormat.of().parseHex(uuid.get().replace("-", "")));
    }
  }

  private static void frame(String name, BodySave out) {
    out.number(5, 1);
    out.str8(name);
    out.number(1, 4);
  }

  static void load(RulesHost host, Tape tape) {
    String machine = new String(tape.take(tape.number(4)), StandardCharsets.ISO_8859_1);
    long pageBits = LEAST_PAGE_BITS;
    List<String> on = new ArrayList<>();
    while (tape.peek(0) == 5
        && tape.peek(1) > NAME.length()
        && tape.left() >= 2 + tape.peek(1)
        && tape.peekText(2, tape.peek(1)).startsWith(NAME)) {
      String name = tape.peekText(2, tape.peek(1));
      if (!Set.of(PAGE_BITS, CAPABILITIES, UUID).contains(name)) {
        throw new RefusedByRulesException(new Refusal.UnknownConfiguration(name));
      }
      tape.take(2 + name.length());
      version(name, tape.number(4) & 0xff);
      switch (name) {
        case PAGE_BITS -> pageBits = tape.number(4);
        case CAPABILITIES -> on = capabilities(host.host().release(), tape);
        default -> uuid(host, HexFormat.of().formatHex(tape.take(16)));
      }
    }
    String ours = host.machine().name();
    // strncmp with the received length: both end at their first NUL.
    String received =
        machine.contains("\0") ? machine.substring(0, machine.indexOf('\0')) : machine;
    boolean whole = machine.contains("\0");
    if (whole ? !ours.equals(received) : !ours.startsWith(machine)) {
      throw new RefusedByRulesException(new Refusal.OtherMachine(machine, ours));
    }
    if (pageBits != pageBits(host)) {
      throw new RefusedByRulesException(new Refusal.OtherPageBits(pageBits, pageBits(host)));
    }
    for (String capability : validated(host.host().release())) {
      if (on.contains(capability) != host.has(capability)) {
        throw new RefusedByRulesException(
            new Refusal.OtherCapability(capability, on.contains(capability)));
      }
    }
  }

  private static void version(String name, long version) {
    if (version > 1) {
      throw new RefusedByRulesException(new Refusal.TooNew(name, version, 1));
    }
    if (version < 1) {
      throw new RefusedByRulesException(new Refusal.TooOld(name, version, 1));
    }
  }

  private static List<String> capabilities(Release release, Tape tape) {
    List<String> names = new ArrayList<>();
    long count = tape.number(4);
    for (long i = 0; i < count; i++) {
      String name = tape.text((int) tape.number(1));
      if (!knows(release, name)) {
        throw new RefusedByRulesException(new Refusal.UnknownCapability(name));
      }
      names.add(name);
    }
    return names;
  }

  /// Without a UUID here, a received one is only worth a warning.
  private static void uuid(RulesHost host, String hex) {
    String received =
        String.join(
            "-",
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(12, 16),
            hex.substring(16, 20),
            hex.substring(20));
    Optional<String> ours = host.host().configuration().uuid();
    if (ours.isPresent() && !ours.get().equalsIgnoreCase(received)) {
      throw new RefusedByRulesException(new Refusal.OtherUuid(received, ours.get()));
    }
  }
}
