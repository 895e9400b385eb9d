package org.hopscotch.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hopscotch.corpus.known.Known;
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
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.BodyWriter;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.RefusedException;
import org.hopscotch.model.wire.SectionLoader;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.WireInput;

/// A real host, as far as a stream that it saved tells: a release with one device type for each
/// section, the machine type, RAM blocks, and the state that the devices were in.
///
/// A host that was started the same way is in the same state, so this is what a real destination
/// compares with. What is not described is known as far as `known-sections.yaml` tells; other RAM
/// blocks than those that it names count as of fixed length.
///
/// @param state to {@link org.hopscotch.model.migration.VirtualMachine#enter enter} after a start
public record ImportedHost(Host host, GuestState state) {
  private static final int HELD_BYTES = 1 << 28;

  /// {@return the host that saved a stream}
  ///
  /// @param release its name
  /// @param dump of the same release, {@link VmstateDump#NONE} where there is none
  /// @throws IOException when the file cannot be read
  /// @throws RefusedException when it is no whole stream
  public static ImportedHost of(
      String release, LoaderFamily family, StreamFile stream, VmstateDump dump) throws IOException {
    Version version = Version.of(release, family);
    Import importing = new Import(family, new DumpedSections(dump), KnownFile.SHIPPED.of(version));
    Optional<Refusal> refusal = stream.read(Likenesses.none(), HELD_BYTES, importing::item);
    if (refusal.isPresent()) {
      throw new RefusedException(refusal.get());
    }
    return importing.host(release, family);
  }

  /// Collects what goes by.
  private static final class Import {
    private final LoaderFamily family;
    private final DumpedSections dumped;
    private final Known known;
    private final List<DeviceType> types = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final Map<String, DeviceState> states = new LinkedHashMap<>();
    private final Map<String, Boolean> unknown = new HashMap<>();
    private final List<RamBlock> ram = new ArrayList<>();
    private String machine = "";
    private Optional<StreamItem.SectionHeader> section = Optional.empty();

    Import(LoaderFamily family, DumpedSections dumped, Known known) {
      this.family = family;
      this.dumped = dumped;
      this.known = known;
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

    private RamBlock block(RamRecord.Block block) {
      OptionalLong most = known.maxLength(block.idstr());
      return new RamBlock(
          block.idstr(),
          new Expression.Constant(block.usedLength()),
          most.isPresent() ? Math.max(block.usedLength(), most.getAsLong()) : 0);
    }

    private void device(StreamItem.SectionHeader header, StreamItem.Device item) {
      if (header.idstr().equals(GlobalState.NAME)) {
        return;
      }
      DescribedSection described = DescribedSection.opened(item.body());
      String id = header.idstr() + "#" + header.instanceId();
      int slash = header.idstr().lastIndexOf("/" + described.section().name());
      Optional<String> path =
          slash < 0 ? Optional.empty() : Optional.of(header.idstr().substring(0, slash));
      Section declared = dumped.merged(described.section());
      Section all = known.added(declared);
      DeviceState state = ImportedState.of(all, described.state(), known);
      boolean taken = takes(all, header.versionId(), item, state, described.bindings());
      types.add(
          new DeviceType(
              id,
              Optional.empty(),
              Set.of(),
              false,
              List.of(),
              List.of(),
              Optional.of(taken ? all : declared),
              new Registration(
                  0,
                  path.isPresent()
                      ? Optional.empty()
                      : Optional.of(new Expression.Constant((int) header.instanceId())),
                  known.alias(described.section().name(), header.instanceId()),
                  Expression.TRUE,
                  Expression.TRUE,
                  Expression.FALSE,
                  false),
              List.of(),
              List.of()));
      devices.add(new Device(id, id, path, Map.of()));
      states.put(id, taken ? state : ImportedState.of(declared, described.state(), known));
      unknown.putAll(described.bindings().unknown());
    }

    /// {@return whether the capture itself would be taken} If not, what is known is of another
    /// device.
    private boolean takes(
        Section section,
        long version,
        StreamItem.Device item,
        DeviceState state,
        Bindings bindings) {
      try {
        WireInput in = WireInput.of(BodyWriter.toBytes(item.body()));
        in.holdRest(HELD_BYTES);
        SectionLoader.load(section, version, in, state, bindings, family);
        return in.remaining() == 0;
      } catch (RefusedException | IllegalArgumentException _) {
        return false;
      }
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
