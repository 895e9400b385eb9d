package org.hopscotch.harness.planted;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.migration.GlobalState;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// A host of a {@link DefectiveSubject}.
///
/// The guest is held here. A machine of the release as it is says what a start, a reset and the
/// guest's own doing make of its memory; each load and each save has a machine of its own.
final class DefectiveInstance implements Instance {
  /// What members are called that other schemas need and the release does not have.
  static final String OWN = "planted:";

  private static final byte[] NOTHING = {};
  private static final int FOOTER = 0x7e;
  private static final int FOOTER_BYTES = 5;
  private static final int HEADER_BYTES = 14;
  private static final int MOST_AMENDMENTS = 64;

  private final Distortions distortions;
  private final VirtualMachine home;
  private GuestState guest;

  /// What a load leaves beside the devices: run state and lengths of RAM blocks.
  private Optional<byte[]> frame = Optional.empty();

  private int saves;

  DefectiveInstance(Distortions distortions, VirtualMachine home) {
    this.distortions = distortions;
    this.home = home;
    this.guest = home.look();
  }

  @Override
  public boolean enter(GuestState given) {
    home.enter(guest);
    home.enter(given);
    guest = home.look();
    return true;
  }

  @Override
  public void reset() {
    home.enter(guest);
    home.reset();
    guest = distortions.reset(home.host(), guest, home.look());
  }

  @Override
  public Optional<GuestState> look() {
    return Optional.of(guest);
  }

  @Override
  public void close() {
    // Nothing outside memory is held.
  }

  // ---- loading

  @Override
  public Outcome load(byte[] stream) {
    byte[] taken = distortions.received(stream);
    VirtualMachine loader = carried(distortions.loading(home.host()));
    Outcome outcome = loaded(loader, taken);
    for (int i = 0; i < MOST_AMENDMENTS && outcome instanceof Outcome.Refused refused; i++) {
      Optional<byte[]> amended = distortions.amended(taken, refused);
      if (amended.isEmpty()) {
        break;
      }
      taken = amended.get();
      loader = carried(distortions.loading(home.host()));
      outcome = loaded(loader, taken);
    }
    Outcome said = distortions.said(outcome);
    GuestState after = guest(loader);
    guest = said.arrived() ? distortions.loaded(home.host(), guest, after) : after;
    frame = said.arrived() ? frame(loader) : frame;
    return said;
  }

  /// A process that is led where no right one goes may end there.
  private static Outcome loaded(VirtualMachine loader, byte[] stream) {
    try {
      return loader.load(stream);
    } catch (IllegalArgumentException e) {
      return new Outcome.Died(Side.DESTINATION, e.toString());
    }
  }

  // ---- saving

  @Override
  public Save save() {
    VirtualMachine saver = carried(distortions.saving(home.host()));
    Save save = saved(saver);
    guest = guest(saver);
    return save instanceof Saved saved ? distortions.sent(saved, saves++) : save;
  }

  private static Save saved(VirtualMachine saver) {
    try {
      return switch (saver.save(DescriptionJson::print)) {
        case VirtualMachine.Saved one ->
            new Saved(
                one::stream, one.sections().stream().map(extent -> body(one, extent)).toList());
        case VirtualMachine.NotSaved(Outcome outcome) -> new NotSaved(outcome);
      };
    } catch (IllegalArgumentException e) {
      return new NotSaved(new Outcome.Died(Side.SOURCE, e.toString()));
    }
  }

  private static SectionBody body(VirtualMachine.Saved saved, VirtualMachine.Extent extent) {
    return new SectionBody(extent.idstr(), extent.instanceId(), saved.body(extent));
  }

  // ---- carrying

  /// {@return a machine of other schemas with the guest on it}
  private VirtualMachine carried(Host host) {
    VirtualMachine machine =
        switch (VirtualMachine.start(host)) {
          case VirtualMachine.Started(VirtualMachine started) -> started;
          case VirtualMachine.DidNotStart(var failure) ->
              throw new IllegalStateException("other schemas keep it from starting: " + failure);
        };
    machine.enter(guest);
    frame.ifPresent(machine::load);
    return machine;
  }

  /// {@return the guest as a machine of other schemas left it}
  private static GuestState guest(VirtualMachine machine) {
    Map<String, DeviceState> devices = new LinkedHashMap<>();
    machine.look().devices().forEach((id, state) -> devices.put(id, withoutOwn(state)));
    return new GuestState(devices);
  }

  private static DeviceState withoutOwn(DeviceState state) {
    if (state.members().keySet().stream().noneMatch(name -> name.startsWith(OWN))) {
      return state;
    }
    Map<String, Value> members = new LinkedHashMap<>(state.members());
    members.keySet().removeIf(name -> name.startsWith(OWN));
    return new DeviceState(members);
  }

  /// {@return a stream of what a machine's next save holds beside its devices}
  private static Optional<byte[]> frame(VirtualMachine loader) {
    try {
      return loader.save(_ -> NOTHING) instanceof VirtualMachine.Saved saved
          ? Optional.of(frame(saved.stream(), saved.sections()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // A guest that cannot be saved leaves no trace of its run state either.
      return Optional.empty();
    }
  }

  private static byte[] frame(byte[] stream, List<VirtualMachine.Extent> sections) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(stream.length);
    int from = 0;
    for (VirtualMachine.Extent section : sections) {
      if (!section.device().equals(GlobalState.NAME)) {
        frame.write(stream, from, section.from() - HEADER_BYTES - section.idstr().length() - from);
        boolean footer = (stream[section.to()] & 0xff) == FOOTER;
        from = section.to() + (footer ? FOOTER_BYTES : 0);
      }
    }
    frame.write(stream, from, stream.length - from);
    return frame.toByteArray();
  }
}
