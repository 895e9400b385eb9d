package org.hopscotch.model.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.RefusedException;
import org.hopscotch.model.wire.SectionLoader;
import org.hopscotch.model.wire.Trail;
import org.hopscotch.model.wire.WireInput;

/// One load of a whole stream, with the checks of QEMU's loader and no others (wire-format sections
/// 1.3, 3.2 and 9).
final class Incoming {
  private static final long MAGIC = 0x5145564dL;
  private static final int VERSION = 3;
  private static final int EOF = 0x00;
  private static final int START = 0x01;
  private static final int PART = 0x02;
  private static final int END = 0x03;
  private static final int FULL = 0x04;
  private static final int VM_DESCRIPTION = 0x06;
  private static final int CONFIGURATION = 0x07;
  private static final int COMMAND = 0x08;
  private static final int FOOTER = 0x7e;
  private static final int HELD_BYTES = 1 << 30;

  private final VirtualMachine machine;
  private final WireInput in;
  private final RamIncoming ram;
  private final Commands commands;
  private final List<String> warnings = new ArrayList<>();

  /// By the handler's own section id.
  private final Map<Long, Loaded> loaded = new HashMap<>();

  private Phase phase = Phase.START;
  private Optional<Current> current = Optional.empty();
  private Optional<DeviceState> runState = Optional.empty();

  /// What the header of a handler's section said.
  private record Loaded(long sectionId, long versionId) {}

  private static final Loaded NOT_LOADED = new Loaded(0, 0);

  /// The section at hand.
  private record Current(
      Handler handler,
      long sectionId,
      long instanceId,
      long versionId,
      boolean full,
      Trail trail) {}

  Incoming(VirtualMachine machine, byte[] stream) {
    this.machine = machine;
    this.in = WireInput.of(stream);
    this.ram = new RamIncoming(machine, in);
    this.commands = new Commands(machine, in, warnings);
  }

  Outcome load() {
    try {
      in.holdRest(HELD_BYTES);
      machine
          .unmigratable()
          .ifPresent(idstr -> {
            throw in.refused(new Refusal.Unmigratable(idstr));
          });
      header();
      configuration();
      sections();
      description();
      machine.runState(runState);
      return new Outcome.Arrived(warnings);
    } catch (RefusedException e) {
      return new Outcome.Refused(
          Side.DESTINATION, phase, e.refusal(), current.map(Incoming::place));
    }
  }

  private static Outcome.Place place(Current section) {
    return new Outcome.Place(
        section.handler().idstr(),
        section.instanceId(),
        section.sectionId(),
        section.versionId(),
        section.full(),
        section.trail().innermostFirst(),
        section.trail().loading());
  }

  // ---- before the sections

  private void header() {
    phase = Phase.HEADER;
    long magic = in.integerPastEnd(Integer.BYTES);
    if (magic != MAGIC) {
      throw in.refused(0, new Refusal.NotAStream(magic));
    }
    long version = in.integerPastEnd(Integer.BYTES);
    if (version != VERSION) {
      throw in.refused(Integer.BYTES, new Refusal.UnsupportedStreamVersion(version));
    }
  }

  private void configuration() {
    phase = Phase.CONFIGURATION;
    if (machine.migrates(MigrationObject.SEND_CONFIGURATION)) {
      int type = in.peek(0);
      if (type != CONFIGURATION) {
        throw in.refused(new Refusal.MissingConfiguration(type));
      }
      in.skip(1);
      warnings.addAll(new ConfigurationSection(machine).load(in));
    }
  }

  /// What follows the end is read, and nothing about it is fatal.
  private void description() {
    phase = Phase.FRAMING;
    int type = in.peek(0);
    if (type != VM_DESCRIPTION) {
      warnings.add("Expected vmdescription section, but got " + Math.max(type, 0));
    }
  }

  // ---- sections

  private void sections() {
    boolean ended = false;
    while (!ended) {
      phase = Phase.FRAMING;
      current = Optional.empty();
      in.step();
      commands.requireInsidePackage();
      in.require(1);
      int type = in.peek(0);
      switch (type) {
        case START, FULL -> full();
        case PART, END -> part();
        case COMMAND -> {
          in.skip(1);
          commands.run();
        }
        case EOF -> {
          in.skip(1);
          ended = !commands.endPackage();
        }
        default -> throw in.refused(new Refusal.UnknownSectionType(type));
      }
    }
  }

  private void full() {
    in.skip(1);
    long sectionId = in.integerPastEnd(Integer.BYTES);
    long nameAt = in.offset();
    int length = in.peek(0);
    if (length <= 0 || !in.has(1 + length)) {
      throw in.refused(nameAt, new Refusal.EmptyIdstr(sectionId));
    }
    String idstr = in.str8();
    in.enter(idstr);
    long instance = in.be32();
    long versionAt = in.offset();
    long version = in.be32();
    Handler handler =
        machine
            .handler(idstr, instance)
            .orElseThrow(() -> in.refused(nameAt, new Refusal.UnknownSection(idstr, instance)));
    if (version > handler.versionId()) {
      throw in.refused(versionAt, new Refusal.SectionTooNew(idstr, version, handler.versionId()));
    }
    loaded.put(handler.sectionId(), new Loaded(sectionId, version));
    body(new Current(handler, sectionId, instance, version, true, new Trail()));
    in.leave();
  }

  /// A handler that loaded nothing yet answers to the id 0, since that is what its memory holds.
  private void part() {
    in.skip(1);
    long at = in.offset();
    long sectionId = in.be32();
    Handler handler =
        machine.handlers().stream()
            .filter(candidate -> loadedBy(candidate).sectionId() == sectionId)
            .findFirst()
            .orElseThrow(() -> in.refused(at, new Refusal.UnknownSectionId(sectionId)));
    in.enter(handler.idstr());
    long version = loadedBy(handler).versionId();
    body(new Current(handler, sectionId, handler.instanceId(), version, false, new Trail()));
    in.leave();
  }

  private Loaded loadedBy(Handler handler) {
    return loaded.getOrDefault(handler.sectionId(), NOT_LOADED);
  }

  private void body(Current section) {
    current = Optional.of(section);
    if (section.handler().isRam()) {
      phase = Phase.RAM;
      ram.load(section.versionId());
    } else {
      phase = Phase.DEVICE;
      device(section);
    }
    if (machine.migrates(MigrationObject.SEND_SECTION_FOOTER)) {
      phase = Phase.FOOTER;
      footer(section.sectionId());
    }
  }

  private void device(Current section) {
    String device = section.handler().device().orElseThrow();
    DeviceState after =
        SectionLoader.load(
            section.handler().section().orElseThrow(),
            section.versionId(),
            in,
            machine.state(device),
            machine.bindings(device),
            machine.release().family(),
            section.trail());
    if (device.equals(GlobalState.NAME)) {
      GlobalState.unknown(after)
          .ifPresent(name -> {
            throw in.refused(new Refusal.UnknownRunState(name));
          });
      runState = Optional.of(after);
    } else {
      machine.state(device, after);
    }
  }

  private void footer(long sectionId) {
    int mark = in.peek(0);
    in.require(1);
    if (mark != FOOTER) {
      throw in.refused(new Refusal.MissingFooter(mark));
    }
    in.skip(1);
    long at = in.offset();
    long found = in.integerPastEnd(Integer.BYTES);
    if (found != sectionId) {
      throw in.refused(at, new Refusal.MismatchedFooter(sectionId, found));
    }
  }
}
