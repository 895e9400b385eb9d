package org.hopscotch.model.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.RefusedException;
import org.hopscotch.model.wire.SectionSaver;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamItem.Kind;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;

/// One save of a whole guest (wire-format section 1). RAM is announced; pages are not sent, as if
/// the guest had touched none.
final class Outgoing {
  private static final int STREAM_VERSION = 3;
  private static final int SWITCHOVER_START = 11;
  private static final int NO_ADDRESS = 0;

  private final VirtualMachine machine;
  private final Function<Description, byte[]> describing;
  private final List<StreamItem> items = new ArrayList<>();
  private final List<Description.Section> described = new ArrayList<>();
  private final List<Extent> bodies = new ArrayList<>();

  /// Where the item of a device's body is among the items.
  private record Extent(Handler handler, int item) {}

  Outgoing(VirtualMachine machine, Function<Description, byte[]> describing) {
    this.machine = machine;
    this.describing = describing;
  }

  VirtualMachine.Save save() {
    Optional<String> blocked = machine.unmigratable();
    if (blocked.isPresent()) {
      return new VirtualMachine.NotSaved(
          new Outcome.Blocked("State blocked by non-migratable device '" + blocked.get() + "'"));
    }
    items.add(new StreamItem.Header(STREAM_VERSION));
    Optional<StreamItem.Configuration> configuration = Optional.empty();
    if (machine.migrates(MigrationObject.SEND_CONFIGURATION)) {
      configuration = Optional.of(new ConfigurationSection(machine).save());
      items.add(configuration.get());
    }
    for (Handler handler : machine.handlers()) {
      if (handler.isRam()) {
        ramSetup(handler);
      } else if (handler.earlySetup()) {
        Optional<Outcome> failure = device(handler);
        if (failure.isPresent()) {
          return new VirtualMachine.NotSaved(failure.get());
        }
      }
    }
    ramRounds(Kind.PART);
    if (machine.migrates(MigrationObject.SEND_SWITCHOVER_START)) {
      items.add(new StreamItem.Command(SWITCHOVER_START, new byte[0]));
    }
    ramRounds(Kind.END);
    for (Handler handler : machine.handlers()) {
      if (!handler.isRam() && !handler.earlySetup()) {
        Optional<Outcome> failure = device(handler);
        if (failure.isPresent()) {
          return new VirtualMachine.NotSaved(failure.get());
        }
      }
    }
    items.add(new StreamItem.Eof());
    return written(configuration);
  }

  /// {@return what follows the end mark}
  private byte[] description(Optional<StreamItem.Configuration> configuration) {
    if (machine.machine().options().getOrDefault(MachineType.SUPPRESS_VMDESC, 0L) != 0) {
      return new byte[0];
    }
    Description description =
        new Description(
            configuration
                .filter(_ -> machine.release().family().describesConfiguration())
                .map(item -> item.body().layout()),
            OptionalInt.of(1 << ConfigurationSection.pageBits(machine)),
            described);
    byte[] text = describing.apply(description);
    return WireOutput.toBytes(
        out -> new StreamWriter(out).write(new StreamItem.VmDescription(text)));
  }

  private VirtualMachine.Saved written(Optional<StreamItem.Configuration> configuration) {
    int[] starts = new int[items.size() + 1];
    byte[] stream =
        WireOutput.toBytes(out -> {
          StreamWriter writer = new StreamWriter(out);
          for (int i = 0; i < items.size(); i++) {
            writer.write(items.get(i));
            starts[i + 1] = Math.toIntExact(out.offset());
          }
        });
    List<VirtualMachine.Extent> sections =
        bodies.stream()
            .map(body ->
                new VirtualMachine.Extent(
                    body.handler().device().orElseThrow(),
                    body.handler().idstr(),
                    body.handler().instanceId(),
                    starts[body.item()],
                    starts[body.item() + 1]))
            .toList();
    return new VirtualMachine.Saved(stream, sections, () -> description(configuration));
  }

  // ---- ram

  private void ramSetup(Handler handler) {
    begin(handler, Kind.START);
    ram(new RamRecord.MemSize(machine.ram().total()));
    for (RamBlocks.Block block : machine.ram().all()) {
      boolean shared = machine.host().configuration().capabilities().contains("x-ignore-shared");
      ram(
          new RamRecord.Block(
              block.name(),
              block.usedLength(),
              OptionalLong.empty(),
              shared ? OptionalLong.of(NO_ADDRESS) : OptionalLong.empty(),
              Optional.empty()));
    }
    ram(new RamRecord.Mark(RamRecord.Kind.END_OF_SECTION, 0));
    end(handler);
  }

  private void ramRounds(Kind kind) {
    for (Handler handler : machine.handlers()) {
      if (handler.isRam()) {
        begin(handler, kind);
        ram(new RamRecord.Mark(RamRecord.Kind.END_OF_SECTION, 0));
        end(handler);
      }
    }
  }

  private void ram(RamRecord record) {
    items.add(new StreamItem.Ram(record));
  }

  // ---- devices

  /// {@return why the save ends here, if it does}
  private Optional<Outcome> device(Handler handler) {
    if (!machine.isNeeded(handler)) {
      return Optional.empty();
    }
    String device = handler.device().orElseThrow();
    try {
      SectionSaver.Saved saved =
          SectionSaver.save(
              handler.section().orElseThrow(),
              machine.state(device),
              machine.bindings(device),
              machine.release().family(),
              after -> machine.state(device, after));
      begin(handler, Kind.FULL);
      bodies.add(new Extent(handler, items.size()));
      items.add(new StreamItem.Device(saved.body(), StreamItem.Source.DESCRIBED));
      end(handler);
      described.add(
          new Description.Section(handler.idstr(), handler.instanceId(), saved.body().layout()));
      return Optional.empty();
    } catch (RefusedException e) {
      return Optional.of(failed(handler, e.refusal()));
    }
  }

  /// A save that fails its validation, or meets memory that is not there, ends the process.
  private static Outcome failed(Handler handler, Refusal inside) {
    Refusal refusal =
        new Refusal(inside.offset(), handler.idstr() + "/" + inside.path(), inside.reason());
    boolean dies =
        inside.reason() instanceof Refusal.ValidationFailed
            || inside.reason() instanceof Refusal.OutOfBounds;
    return dies
        ? new Outcome.Died(Side.SOURCE, "Output state validation failed: " + refusal.path())
        : new Outcome.Refused(Side.SOURCE, Phase.DEVICE, refusal, Optional.empty());
  }

  private void begin(Handler handler, Kind kind) {
    items.add(
        new StreamItem.SectionHeader(
            kind, handler.sectionId(), handler.idstr(), handler.instanceId(), handler.versionId()));
  }

  private void end(Handler handler) {
    if (machine.migrates(MigrationObject.SEND_SECTION_FOOTER)) {
      items.add(new StreamItem.Footer(handler.sectionId()));
    }
  }
}
