package org.hopscotch.harness.subject;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.state.GuestState;

/// A host that was started.
public interface Instance extends AutoCloseable {

  /// What came of a save.
  sealed interface Save {}

  /// The guest as a stream.
  final class Saved implements Save {
    private final Supplier<byte[]> stream;
    private final List<SectionBody> sections;

    /// A guest as a stream with the bodies of its devices' sections, in the order sent.
    public Saved(byte[] stream, List<SectionBody> sections) {
      this(() -> stream, sections);
    }

    /// A guest whose stream is made of what was saved when somebody wants it.
    public Saved(Supplier<byte[]> stream, List<SectionBody> sections) {
      this.stream = stream;
      this.sections = List.copyOf(sections);
    }

    public byte[] stream() {
      return stream.get();
    }

    /// {@return the bodies of the devices' sections, in the order sent}
    public List<SectionBody> sections() {
      return sections;
    }
  }

  /// It was not saved: {@link Outcome.Blocked}, {@link Outcome.Refused} or {@link Outcome.Died}.
  record NotSaved(Outcome outcome) implements Save {}

  /// The body of one section.
  record SectionBody(String idstr, long instanceId, byte[] bytes) {}

  /// Gives members of devices other values, as if the guest had run.
  ///
  /// @return whether that was possible; a black box takes guests only as streams
  boolean enter(GuestState guest);

  /// Saves the guest, which stays here.
  Save save();

  /// Loads a stream. After anything but {@link Outcome.Arrived} there may be no guest.
  Outcome load(byte[] stream);

  /// Resets all devices, as a reboot does.
  void reset();

  /// {@return the guest as it is now, to be saved whenever one likes, whatever becomes of this one;
  /// empty where that cannot be had}
  default Optional<Instance> frozen() {
    return Optional.empty();
  }

  /// {@return the members of all devices; empty for a black box}
  Optional<GuestState> look();

  @Override
  void close();
}
