package org.hopscotch.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hopscotch.model.migration.GlobalState;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.RefusedException;
import org.hopscotch.model.wire.StreamItem;

/// A real host, as far as a stream that it saved tells: a release with one device type for each
/// section, the machine type, RAM blocks, and the state that the devices were in.
///
/// A host that was started the same way is in the same state, so this is what a real destination
/// compares with. What {@link DescribedSection} says is not known is not known here either; beside
/// it, RAM blocks count as of fixed length, but for those that QEMU can always resize.
///
/// @param state to {@link org.hopscotch.model.migration.VirtualMachine#enter enter} after a start
public record ImportedHost(Host host, GuestState state) {
  private static final int HELD_BYTES = 1 << 28;
  private static final int SMALLEST_CONFIG_BYTES = 256;

  /// {@return the host that saved a stream}
  ///
  /// @param release its name
  /// @param dump of the same release, {@link VmstateDump#NONE} where there is none
  /// @throws IOException when the file cannot be read
  /// @throws RefusedException when it is no whole stream
  public static ImportedHost of(
      String release, LoaderFamily family, StreamFile stream, VmstateDump dump) throws IOException {
    Import importing = new Import(new DumpedSections(dump));
    Optional<Refusal> refusal = stream.read(Likenesses.none(), HELD_BYTES, importing::item);
    if (refusal.isPresent()) {
      throw new RefusedException(refusal.get());
    }
    return importing.host(release, family);
  }

  /// Collects what goes by.
  private static final class Import {
    private final DumpedSections dumped;
    private final List<DeviceType> types = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final Map<String, DeviceState> states = new LinkedHashMap<>();
    private final Map<String, Boolean> unknown = new HashMap<>();
    private final List<RamBlock> ram = new ArrayList<>();
    private String machine = "";
    private Optional<StreamItem.SectionHeader> section = Optional.empty();

    Import(DumpedSections dumped) {
      this.dumped = dumped;
    }

    void item(long offset, StreamItem item) {
      switch (item) {
        case StreamItem.Configuration configuration -> machine = configuration.machine();
        case StreamItem.SectionHeader header -> section = Optional.of(header);
        case StreamItem.Ram(RamRecord.Block block) -> ram.add(block(block));
        case StreamItem.Device device -> device(section.orElseThrow(), device);
        default -> {}
      }
    }

    /// The tables that firmware reads can grow, and so can its own files.
    private static RamBlock block(RamRecord.Block block) {
      boolean resizable = block.idstr().startsWith("/rom@etc/");
      return new RamBlock(
          block.idstr(),
          new Expression.Constant(block.usedLength()),
          resizable ? Math.max(block.usedLength(), 1 << 21) : 0);
    }

    private void device(StreamItem.SectionHeader header, StreamItem.Device item) {
      if (header.idstr().equals(GlobalState.NAME)) {
        return;
      }
      DescribedSection described = DescribedSection.of(item.body());
      String id = header.idstr() + "#" + header.instanceId();
      int slash = header.idstr().lastIndexOf("/" + described.section().name());
      Optional<String> path =
          slash < 0 ? Optional.empty() : Optional.of(header.idstr().substring(0, slash));
      types.add(
          new DeviceType(
              id,
              Optional.empty(),
              Set.of(),
              false,
              List.of(),
              List.of(),
              Optional.of(dumped.merged(described.section())),
              new Registration(
                  0,
                  path.isPresent()
                      ? OptionalInt.empty()
                      : OptionalInt.of((int) header.instanceId()),
                  OptionalInt.empty(),
                  Expression.TRUE,
                  Expression.FALSE,
                  false),
              List.of()));
      devices.add(new Device(id, id, path, Map.of()));
      states.put(id, masked(described.state()));
      unknown.putAll(described.bindings().unknown());
    }

    /// Gives each PCI device inside its masks.
    private static DeviceState masked(DeviceState state) {
      DeviceState all = state;
      for (Map.Entry<String, Value> member : state.members().entrySet()) {
        if (member.getValue() instanceof Value.Struct(DeviceState inner)) {
          all = all.with(member.getKey(), new Value.Struct(masked(inner)));
        }
      }
      return config(state).map(bytes -> PciMasks.added(state, bytes)).orElse(all);
    }

    /// A description tells the two declared sizes of `config` apart by an index in the name.
    private static Optional<byte[]> config(DeviceState state) {
      return state.members().entrySet().stream()
          .filter(_ -> state.members().containsKey("irq_state"))
          .filter(member -> member.getKey().startsWith("config"))
          .map(Map.Entry::getValue)
          .filter(Value.Bytes.class::isInstance)
          .map(value -> ((Value.Bytes) value).bytes())
          .filter(bytes -> bytes.length >= SMALLEST_CONFIG_BYTES)
          .findFirst();
    }

    ImportedHost host(String release, LoaderFamily family) {
      MachineType type =
          new MachineType(
              machine, Optional.empty(), machine, List.of(), false, devices, ram, Map.of());
      Release imported =
          new Release(release, Optional.empty(), family, types, List.of(), List.of(type));
      return new ImportedHost(
          new Host(imported, machine, Configuration.BARE, new Surroundings(Map.of(), unknown), 0),
          new GuestState(states));
    }
  }
}
