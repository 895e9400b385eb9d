package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hopscotch.model.scenario.Destination;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.GuestDiff;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.RefusedException;

/// `round-trip`: load(save(guest)) is the same guest, and saving it again gives the same bytes.
///
/// The guest is loaded into a {@link Destination}, which differs in all that travels. A guest that
/// cannot be saved, because a hook refuses or a file descriptor needs a socket, is none that the
/// promise is about.
public final class RoundTrip implements Invariant {
  /// The promise's id.
  public static final String ID = InvariantId.ROUND_TRIP.id();

  private final Codec codec;

  /// Judges the codec of this project.
  public RoundTrip() {
    this(ofThisProject());
  }

  /// {@return what `model.wire` saves and loads}
  public static Codec ofThisProject() {
    return new SectionCodec();
  }

  /// Judges `codec`.
  public RoundTrip(Codec codec) {
    this.codec = codec;
  }

  @Override
  public InvariantId id() {
    return InvariantId.ROUND_TRIP;
  }

  /// Judges each stop where the guest is: it is saved and loaded into another host like the one it
  /// is on.
  @Override
  public List<Judgement> judge(Journey journey) {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < journey.route().size(); i++) {
      Journey.Visit visit = journey.visit(i);
      if (visit.leaving().isPresent()) {
        judge(journey, visit.stop(), visit.leaving().get())
            .forEach(one -> judgements.add(one.between(visit.stop(), visit.stop())));
      }
    }
    return Judgement.orDoesNotApply(judgements, "the guest is on no host");
  }

  private static List<Judgement> judge(Journey journey, Stop stop, View guest) {
    if (guest.saved().isEmpty()) {
      return List.of(Judgement.doesNotApply("the guest is not saved on " + stop));
    }
    Journey.Visit loaded = journey.arrive(guest.saved().get().stream(), stop, 0);
    List<Judgement> judgements = Arrivals.ofVisit(journey, stop, guest, loaded);
    return judgements.equals(List.of(Judgement.holds()))
        ? Arrivals.nextSave(stop, guest, loaded.arrived().orElseThrow())
        : judgements;
  }

  /// Something that saves and loads the sections of guests.
  public interface Codec {
    /// {@return the bytes, and the source as its hooks left it}
    ///
    /// @throws RefusedException when the guest cannot be saved
    Saved save(Guest source);

    /// {@return the guest that `body` makes of `destination`, and how much of `body` was read}
    ///
    /// @throws RefusedException when it is not taken
    Loaded load(Guest destination, byte[] body);
  }

  /// What a save gave.
  public record Saved(byte[] body, DeviceState after) {}

  /// What a load gave.
  ///
  /// @param read bytes of the body
  public record Loaded(DeviceState state, long read) {}

  /// Judges one guest.
  public Judgement judge(Guest guest) {
    try {
      return saved(guest);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Judgement.violated(Thrown.name(e), e.toString());
    }
  }

  private Judgement saved(Guest guest) {
    try {
      return loaded(guest, codec.save(guest));
    } catch (RefusedException e) {
      return mayRefuse(e.refusal().reason())
          ? Judgement.doesNotApply("save refused: " + e.refusal().reason())
          : Judgement.violated("save refused: " + name(e), words(e));
    }
  }

  private static boolean mayRefuse(Refusal.Reason reason) {
    return reason instanceof Refusal.NeedsSocket
        || reason instanceof Refusal.HookRefused
        || reason instanceof Refusal.ValidationFailed;
  }

  private Judgement loaded(Guest guest, Saved saved) {
    Guest source = guest.with(saved.after());
    Guest destination = Destination.of(source);
    Loaded loaded;
    try {
      loaded = codec.load(destination, saved.body());
    } catch (RefusedException e) {
      return lost("load refused: " + words(e));
    } catch (IllegalArgumentException e) {
      // A count that was read wrong leads to elements that no host configured.
      return lost("load left its memory: " + e.getMessage());
    }
    if (loaded.read() != saved.body().length) {
      return lost("%d of %d bytes were read".formatted(loaded.read(), saved.body().length));
    }
    return GuestDiff.of(source, loaded.state())
        .map(RoundTrip::words)
        .map(RoundTrip::lost)
        .orElseGet(() -> savedAgain(destination.with(loaded.state()), saved.body()));
  }

  /// One class for all ways not to arrive: the same wrong byte is refused, left over or taken for
  /// another member, as what follows it has it.
  private static Judgement lost(String because) {
    return Judgement.violated("does not arrive", because);
  }

  private static String words(GuestDiff.Difference difference) {
    return "%s (%s): sent %s, arrived %s"
        .formatted(difference.path(), difference.type(), difference.sent(), difference.arrived());
  }

  private Judgement savedAgain(Guest arrived, byte[] body) {
    byte[] again = codec.save(arrived).body();
    int mismatch = Arrays.mismatch(body, again);
    return mismatch < 0
        ? Judgement.holds()
        : Judgement.violated("saves differently", "second save differs at offset " + mismatch);
  }

  private static String name(RefusedException refused) {
    return refused.refusal().reason().getClass().getSimpleName();
  }

  private static String words(RefusedException refused) {
    Refusal refusal = refused.refusal();
    return "%s at offset %d, in %s".formatted(refusal.reason(), refusal.offset(), refusal.path());
  }
}
