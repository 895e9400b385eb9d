package org.hopscotch.model.migration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.Description;

/// A host that was started: devices with their memory, and the handlers that save and load them.
///
/// It does what QEMU does with the same schemas, and no more. Its guest never runs: state changes
/// by loading, by hooks, by a reset, or by {@link #enter}.
public final class VirtualMachine {
  private final Blueprint blueprint;
  private final long leftover;
  private final Map<String, DeviceState> states;
  private Optional<RamBlocks> ram = Optional.empty();

  VirtualMachine(Blueprint blueprint, long leftover) {
    this.blueprint = blueprint;
    this.leftover = leftover;
    this.states = new LinkedHashMap<>(blueprint.fresh(leftover));
  }

  private VirtualMachine(VirtualMachine like) {
    this.blueprint = like.blueprint;
    this.leftover = like.leftover;
    this.states = new LinkedHashMap<>(like.states);
    this.ram = like.ram.map(RamBlocks::new);
  }

  /// What came of a start.
  public sealed interface Start {}

  /// The host runs.
  public record Started(VirtualMachine machine) implements Start {}

  /// It does not.
  public record DidNotStart(StartFailure failure) implements Start {}

  /// What came of a save.
  public sealed interface Save {}

  /// The guest as a stream. Its VMDESCRIPTION, which costs more than all before it, is printed when
  /// somebody wants the stream.
  public static final class Saved implements Save {
    private final byte[] undescribed;
    private final List<Extent> sections;
    private final Supplier<byte[]> description;
    private Optional<byte[]> stream = Optional.empty();

    /// @param undescribed the stream up to its end mark
    /// @param description what follows that
    Saved(byte[] undescribed, List<Extent> sections, Supplier<byte[]> description) {
      this.undescribed = undescribed;
      this.sections = List.copyOf(sections);
      this.description = description;
    }

    public byte[] stream() {
      if (stream.isEmpty()) {
        byte[] behind = description.get();
        byte[] all = Arrays.copyOf(undescribed, undescribed.length + behind.length);
        System.arraycopy(behind, 0, all, undescribed.length, behind.length);
        stream = Optional.of(all);
      }
      return stream.get();
    }

    /// {@return where the body of each device's section lies in the bytes}
    public List<Extent> sections() {
      return sections;
    }

    /// {@return the bytes of one of those bodies}
    public byte[] body(Extent section) {
      return Arrays.copyOfRange(undescribed, section.from(), section.to());
    }
  }

  /// It was not saved: {@link Outcome.Blocked}, {@link Outcome.Refused} or {@link Outcome.Died}.
  public record NotSaved(Outcome outcome) implements Save {}

  /// The body of one section in a stream.
  ///
  /// @param device whose section it is
  /// @param from offset of its first byte
  /// @param to offset behind its last
  public record Extent(String device, String idstr, long instanceId, int from, int to) {}

  /// {@return a host's machine, with all devices reset}
  public static Start start(Host host) {
    return Blueprint.of(host).start(host.leftover());
  }

  /// Saves the guest, which stays as it is but for what `pre_save` and `post_save` change.
  ///
  /// @param describing prints the VMDESCRIPTION
  public Save save(Function<Description, byte[]> describing) {
    return new Outgoing(this, describing).save();
  }

  /// {@return a machine like this one now, to be saved whenever one likes; empty where a save
  /// changes the guest, so that it matters when there is one}
  public Optional<VirtualMachine> frozen() {
    return blueprint.changesWhenSaved() ? Optional.empty() : Optional.of(new VirtualMachine(this));
  }

  /// Loads a stream. After anything but {@link Outcome.Arrived} a real process would have ended.
  public Outcome load(byte[] stream) {
    return new Incoming(this, stream).load();
  }

  /// Resets all devices, as a guest's reboot does.
  public void reset() {
    for (ResolvedDevice device : resolved().devices()) {
      String id = device.device().id();
      DeviceMemory memory = new DeviceMemory(device.bindings(), leftover);
      states.put(id, memory.reset(release().members(device.type()), state(id)));
    }
  }

  /// {@return the members of all devices}
  public GuestState look() {
    Map<String, DeviceState> guest = new LinkedHashMap<>(states);
    guest.remove(GlobalState.NAME);
    return new GuestState(guest);
  }

  /// Gives members of devices other values, as if the guest had run. Of an array that
  /// its type declares, as many elements as the device has.
  ///
  /// @throws IllegalArgumentException for a device that is not here
  public void enter(GuestState guest) {
    guest
        .devices()
        .forEach((id, state) -> {
          if (blueprint.device(id).isEmpty()) {
            throw new IllegalArgumentException("no device " + id + " on " + host());
          }
          DeviceState changed = state(id);
          for (Map.Entry<String, Value> member : state.members().entrySet()) {
            Value value =
                changed
                    .find(member.getKey())
                    .filter(_ -> isDeclared(id, member.getKey()))
                    .map(before -> DeviceMemory.entered(before, member.getValue()))
                    .orElse(member.getValue());
            changed = changed.with(member.getKey(), value);
          }
          states.put(id, changed);
        });
  }

  private boolean isDeclared(String device, String member) {
    return release().lineage(device(device).type()).stream()
        .flatMap(type -> type.members().stream())
        .anyMatch(one -> one.name().equals(member));
  }

  /// {@return the devices with the values of their properties}
  public Resolution.Resolved resolved() {
    return blueprint.resolution().orElseThrow();
  }

  /// {@return the host that was started}
  public Host host() {
    Host host = blueprint.host();
    return host.leftover() == leftover ? host : host.withLeftover(leftover);
  }

  // ---- for saving and loading

  /// Sets the run state after a load: that of the stream, else `paused`.
  void runState(Optional<DeviceState> received) {
    states.put(GlobalState.NAME, GlobalState.after(release().family(), received));
  }

  Release release() {
    return blueprint.host().release();
  }

  MachineType machine() {
    return resolved().machine();
  }

  List<Handler> handlers() {
    return blueprint.handlers();
  }

  /// {@return the first handler that a received section is for}
  Optional<Handler> handler(String idstr, long instance) {
    for (Handler handler : handlers()) {
      if (handler.answersTo(idstr, instance)) {
        return Optional.of(handler);
      }
    }
    return Optional.empty();
  }

  RamBlocks ram() {
    if (ram.isEmpty()) {
      ram = Optional.of(new RamBlocks(release(), resolved()));
    }
    return ram.get();
  }

  DeviceState state(String device) {
    return states.get(device);
  }

  void state(String device, DeviceState state) {
    states.put(device, state);
  }

  Bindings bindings(String device) {
    return blueprint.device(device).map(ResolvedDevice::bindings).orElse(Bindings.NONE);
  }

  /// {@return whether a property of the `migration` object is on; one that the release lacks is
  /// not}
  boolean migrates(String property) {
    return blueprint.migrates(property);
  }

  /// {@return the section name of a device that may not migrate, if there is one}
  Optional<String> unmigratable() {
    for (Handler handler : handlers()) {
      Optional<ResolvedDevice> device = handler.device().flatMap(blueprint::device);
      if (device.isPresent() && isUnmigratable(device.get())) {
        return Optional.of(handler.idstr());
      }
    }
    return Optional.empty();
  }

  private ResolvedDevice device(String id) {
    return blueprint.device(id).orElseThrow();
  }

  private boolean isUnmigratable(ResolvedDevice device) {
    return DeviceExpressions.holds(
        blueprint.registration(device.device().id()).unmigratable(),
        state(device.device().id()),
        device.bindings());
  }

  /// {@return whether a handler sends its section now}
  boolean isNeeded(Handler handler) {
    String id = handler.device().orElse("");
    if (id.equals(GlobalState.NAME)) {
      return migrates(MigrationObject.STORE_GLOBAL_STATE);
    }
    Optional<ResolvedDevice> device = blueprint.device(id);
    return device.isEmpty()
        || DeviceExpressions.holds(
            blueprint.registration(id).needed(), state(id), device.get().bindings());
  }
}
