package org.hopscotch.harness.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;

/// Loads a stream into a host (wire-format sections 1, 3.2 and 9).
final class StreamLoad {
  private final RulesHost host;
  private final byte[] stream;

  /// What the last header of an entry's section said, by the entry's own section id.
  private final Map<Integer, Integer> sectionIds = new HashMap<>();

  private final Map<Integer, Long> versions = new HashMap<>();
  private final RamLoad ram;
  private Phase phase = Phase.START;
  private boolean returnPath;
  private boolean gotRunState;
  private boolean advised;

  StreamLoad(RulesHost host, byte[] stream) {
    this.host = host;
    this.stream = stream;
    this.ram = new RamLoad(host);
    for (Entry entry : host.entries()) {
      // Fresh memory is zero: an entry answers to the section id 0 until its own comes.
      sectionIds.put(entry.sectionId(), 0);
      versions.put(entry.sectionId(), 0L);
    }
  }

  /// {@return a device's memory as its section's functions see it}
  static Opaque opaque(RulesHost host, Entry entry) {
    String device = entry.device().orElseThrow();
    return Opaque.device(
        entry.section().orElseThrow(), host.memory(device), host.properties(device));
  }

  static Opaque runState(RulesHost host, Section section) {
    return Opaque.device(
        section, RunState.members(host.host().release().family(), host.runState()), Map.of());
  }

  RulesOutcome load() {
    try {
      Optional<String> unmigratable = host.unmigratable();
      if (unmigratable.isPresent()) {
        throw refused(new Refusal.Unmigratable(unmigratable.get()));
      }
      Tape tape = new Tape(stream);
      header(tape);
      phase = Phase.CONFIGURATION;
      if (host.isOn("send-configuration")) {
        if (tape.peek(0) != 7) {
          throw refused(new Refusal.MissingConfiguration(tape.peek(0)));
        }
        tape.take(1);
        ConfigurationRules.load(host, tape);
      }
      sections(tape);
      if (!gotRunState) {
        host.runState(RunState.PAUSED);
      }
      return new RulesOutcome.Done();
    } catch (RefusedByRulesException e) {
      return new RulesOutcome.Refused(Side.DESTINATION, phase, e.reason());
    }
  }

  private static RefusedByRulesException refused(Refusal.Reason reason) {
    return new RefusedByRulesException(reason);
  }

  private void header(Tape tape) {
    phase = Phase.HEADER;
    long magic = tape.numberPastTheEnd();
    if (magic != 0x5145564dL) {
      throw refused(new Refusal.NotAStream(magic));
    }
    long version = tape.numberPastTheEnd();
    if (version != 3) {
      throw refused(new Refusal.UnsupportedStreamVersion(version));
    }
  }

  private void sections(Tape tape) {
    while (true) {
      phase = Phase.FRAMING;
      int type = (int) tape.number(1);
      switch (type) {
        case 0 -> {
          return;
        }
        case 1, 4 -> full(tape);
        case 2, 3 -> part(tape);
        case 8 -> command(tape);
        default -> throw refused(new Refusal.UnknownSectionType(type));
      }
    }
  }

  private void full(Tape tape) {
    int sectionId = (int) tape.numberPastTheEnd();
    int length = tape.peek(0);
    if (length <= 0 || tape.left() < 1 + length) {
      throw refused(new Refusal.EmptyIdstr(Integer.toUnsignedLong(sectionId)));
    }
    tape.take(1);
    String idstr = tape.text(length);
    long instance = tape.number(4);
    long version = tape.number(4);
    Optional<Entry> entry = Optional.empty();
    for (Entry one : host.entries()) {
      if (entry.isEmpty() && one.answersTo(idstr, (int) instance)) {
        entry = Optional.of(one);
      }
    }
    if (entry.isEmpty()) {
      throw refused(new Refusal.UnknownSection(idstr, instance));
    }
    if (version > entry.get().versionId()) {
      throw refused(new Refusal.SectionTooNew(idstr, version, entry.get().versionId()));
    }
    sectionIds.put(entry.get().sectionId(), sectionId);
    versions.put(entry.get().sectionId(), version);
    body(tape, entry.get());
  }

  private void part(Tape tape) {
    int sectionId = (int) tape.number(4);
    for (Entry entry : host.entries()) {
      if (sectionIds.get(entry.sectionId()) == sectionId) {
        body(tape, entry);
        return;
      }
    }
    throw refused(new Refusal.UnknownSectionId(Integer.toUnsignedLong(sectionId)));
  }

  private void body(Tape tape, Entry entry) {
    long version = versions.get(entry.sectionId());
    phase = entry.section().isEmpty() ? Phase.RAM : Phase.DEVICE;
    if (entry.section().isEmpty()) {
      ram.load(tape, version);
    } else {
      Section section = entry.section().get();
      BodyLoad bodies = new BodyLoad(host.host().release().family(), tape);
      if (entry.device().isEmpty()) {
        Opaque opaque = runState(host, section);
        bodies.load(section, version, opaque);
        String name = RunState.name(opaque.members());
        if (!RunState.exists(name)) {
          throw refused(new Refusal.UnknownRunState(name));
        }
        host.runState(name);
        gotRunState = true;
      } else {
        bodies.load(section, version, opaque(host, entry));
      }
    }
    if (host.isOn("send-section-footer")) {
      footer(tape, sectionIds.get(entry.sectionId()));
    }
  }

  private void footer(Tape tape, int expected) {
    phase = Phase.FOOTER;
    int mark = (int) tape.number(1);
    if (mark != 0x7e) {
      throw refused(new Refusal.MissingFooter(mark));
    }
    long found = tape.numberPastTheEnd();
    if (found != Integer.toUnsignedLong(expected)) {
      throw refused(new Refusal.MismatchedFooter(Integer.toUnsignedLong(expected), found));
    }
  }

  // ---- commands (wire-format section 7.3)

  private void command(Tape tape) {
    int number = (int) tape.number(2);
    int length = (int) tape.number(2);
    switch (number) {
      case 1 -> {
        requireLength("OPEN_RETURN_PATH", length, 0);
        returnPath = true;
      }
      case 2 -> {
        requireLength("PING", length, 4);
        long value = tape.number(4);
        if (!returnPath) {
          throw refused(new Refusal.NoReturnPath(value));
        }
      }
      case 3 -> {
        if (advised) {
          outOfTurn("POSTCOPY_ADVISE", length, length);
        }
        advised = true;
        if (length != 0) {
          throw refused(
              new Refusal.UnexpectedCommand(
                  "POSTCOPY_ADVISE",
                  length == 16
                      ? "RAM postcopy is disabled but have 16 byte advise"
                      : "CMD_POSTCOPY_ADVISE invalid length (" + length + ")"));
        }
      }
      case 4 -> outOfTurn("POSTCOPY_LISTEN", length, 0);
      case 5 -> outOfTurn("POSTCOPY_RUN", length, 0);
      case 6 -> outOfTurn("POSTCOPY_RAM_DISCARD", length, length);
      case 7 -> {
        requireLength("PACKAGED", length, 4);
        sections(new Tape(tape.take(tape.number(4))));
      }
      case 8 -> enableColo(tape, number, length);
      case 9 -> requireLength("POSTCOPY_RESUME", length, 0);
      case 10 -> {
        if (length == 0) {
          throw refused(
              new Refusal.UnexpectedCommand(
                  "RECV_BITMAP", "loadvm_handle_recv_bitmap: invalid payload length (0)"));
        }
        tape.take(length);
      }
      case 11 -> {
        if (!Entry.since(
            host.host().release(),
            "10.0",
            host.host().release().family() != LoaderFamily.UP_TO_9_1)) {
          throw refused(new Refusal.UnknownCommand(number, length));
        }
        requireLength("SWITCHOVER_START", length, 0);
      }
      default -> throw refused(new Refusal.UnknownCommand(number, length));
    }
  }

  /// Observed on all four releases: 10.0 wants its capability, 11.1 knows it no more.
  private void enableColo(Tape tape, int number, int length) {
    switch (host.host().release().family()) {
      case UP_TO_9_1 -> tape.take(length);
      case FROM_9_2 ->
          throw refused(
              new Refusal.UnexpectedCommand(
                  "ENABLE_COLO",
                  "ENABLE_COLO command come in migration stream, but x-colo capability is not"
                      + " set"));
      case FROM_11_0 -> throw refused(new Refusal.UnknownCommand(number, length));
    }
  }

  private static void requireLength(String name, int length, int ours) {
    if (length != ours) {
      throw refused(new Refusal.BadCommandLength(name, length, ours));
    }
  }

  /// Postcopy never begins here.
  private void outOfTurn(String name, int length, int ours) {
    requireLength(name, length, ours);
    throw refused(
        new Refusal.UnexpectedCommand(
            name, "CMD_%s in wrong postcopy state (%d)".formatted(name, advised ? 1 : 0)));
  }
}
