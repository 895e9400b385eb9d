package org.hopscotch.harness.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.harness.rules.RulesProperties.FailedException;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;

/// A host that was started by the rules: its devices' memory, and what saves and loads it. It is to
/// the rules what `VirtualMachine` is to the engine.
public final class RulesHost {
  static final String MIGRATION = "migration";

  private static final Section NOTHING = new Section("", 0, 0);

  private final Host host;
  private final MachineType machine;
  private final List<Device> devices;
  private final List<Entry> entries;
  private final Map<String, Map<String, Long>> properties;
  private final Map<String, Map<String, Cell>> memory = new LinkedHashMap<>();
  private final Map<String, Long> ramLengths = new LinkedHashMap<>();
  private String runState = RunState.PRELAUNCH;

  private RulesHost(
      Host host,
      MachineType machine,
      List<Device> devices,
      List<Entry> entries,
      Map<String, Map<String, Long>> properties) {
    this.host = host;
    this.machine = machine;
    this.devices = devices;
    this.entries = entries;
    this.properties = properties;
    devices.forEach(device -> memory.put(device.id(), new LinkedHashMap<>()));
    reset();
    RamLoad.blocks(this).forEach(block -> ramLengths.put(block.name(), block.length()));
  }

  /// What comes of a start.
  public sealed interface Start {}

  /// The host runs.
  public record Started(RulesHost host) implements Start {}

  /// It does not.
  public record DidNotStart(StartFailure failure) implements Start {}

  /// What comes of a save.
  ///
  /// @param stream up to the end mark, without the VMDESCRIPTION; nothing unless it is done
  public record Saved(RulesOutcome outcome, byte[] stream) {}

  /// {@return a host's machine with all devices reset}
  public static Start start(Host host) {
    Optional<MachineType> machine =
        host.release().machines().stream()
            .filter(type ->
                type.name().equals(host.machine()) || type.aliases().contains(host.machine()))
            .findFirst();
    if (machine.isEmpty()) {
      return new DidNotStart(new StartFailure.UnknownMachine(host.machine()));
    }
    List<Device> devices = new ArrayList<>();
    devices.add(new Device(MIGRATION, MIGRATION));
    devices.addAll(machine.get().devices());
    devices.addAll(host.configuration().devices());
    try {
      Map<String, Map<String, Long>> properties = new LinkedHashMap<>();
      List<CompatTable> tables = RulesProperties.tables(host.release(), machine.get());
      for (Device device : devices) {
        properties.put(device.id(), RulesProperties.of(host, machine.get(), tables, device));
      }
      List<Entry> entries = Entry.inOrder(Entry.all(host.release(), devices, properties));
      return new Started(new RulesHost(host, machine.get(), devices, entries, properties));
    } catch (FailedException e) {
      return new DidNotStart(e.failure());
    }
  }

  /// Saves the guest, which stays as it is but for what hooks change.
  public Saved save() {
    return new StreamSave(this).save();
  }

  /// Loads a stream. After anything but {@link RulesOutcome.Done} the process has ended, and what
  /// its memory holds is of no meaning.
  public RulesOutcome load(byte[] stream) {
    return new StreamLoad(this, stream).load();
  }

  /// Resets all devices.
  public void reset() {
    for (Device device : devices) {
      new RulesMemory(properties(device.id()), host.leftover())
          .reset(memory(device.id()), members(device));
    }
  }

  /// {@return a copy of the members of all devices}
  public GuestState look() {
    Map<String, DeviceState> states = new LinkedHashMap<>();
    memory.forEach((id, members) -> states.put(id, Cell.state(members)));
    return new GuestState(states);
  }

  /// Gives members of devices other values, as if the guest had run.
  ///
  /// @throws IllegalArgumentException for a device that is not here
  public void enter(GuestState guest) {
    guest
        .devices()
        .forEach((id, state) -> {
          if (!memory.containsKey(id)) {
            throw new IllegalArgumentException("no device " + id);
          }
          memory(id).putAll(Cell.members(state));
        });
  }

  /// {@return the properties of a device as its expressions see them, with `machine.` and `host.`}
  public Map<String, Long> properties(String device) {
    return properties.get(device);
  }

  private List<Member> members(Device device) {
    return host.release().members(host.release().type(device.type()).orElseThrow());
  }

  // ---- for saving and loading

  Host host() {
    return host;
  }

  MachineType machine() {
    return machine;
  }

  List<Device> devices() {
    return devices;
  }

  List<Entry> entries() {
    return entries;
  }

  Map<String, Cell> memory(String device) {
    return memory.get(device);
  }

  Map<String, Long> ramLengths() {
    return ramLengths;
  }

  String runState() {
    return runState;
  }

  void runState(String name) {
    runState = name;
  }

  /// {@return whether a switch of section 2.1 is on; one that the release lacks is off}
  boolean isOn(String migrationSwitch) {
    return properties(MIGRATION).getOrDefault(migrationSwitch, 0L) != 0;
  }

  boolean has(String capability) {
    return host.configuration().capabilities().contains(capability);
  }

  boolean holds(Expression condition, String device) {
    Opaque opaque = Opaque.device(NOTHING, memory(device), properties(device));
    return Meaning.holds(condition, opaque, 0);
  }

  /// {@return the first section of a device that may not migrate}
  Optional<String> unmigratable() {
    for (Entry entry : entries) {
      if (entry.device().isPresent()
          && holds(entry.registration().unmigratable(), entry.device().get())) {
        return Optional.of(entry.idstr());
      }
    }
    return Optional.empty();
  }
}
