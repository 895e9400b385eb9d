package org.hopscotch.harness.planted;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.StreamItem;

/// What is changed at one place on the way into a right engine or out of it. One or more of them
/// make a right engine a defective one.
public sealed interface Distortion {

  /// Another host is started than the one asked for.
  record Starting(UnaryOperator<Host> change) implements Distortion {}

  /// Streams are loaded by other schemas than the release has.
  record Loading(UnaryOperator<Release> change) implements Distortion {}

  /// Guests are saved by other schemas than the release has.
  record Saving(UnaryOperator<Release> change) implements Distortion {}

  /// The loader takes a stream for another.
  record Received(UnaryOperator<List<StreamItem>> change) implements Distortion {}

  /// The saver sends another stream.
  record Sent(UnaryOperator<List<StreamItem>> change) implements Distortion {}

  /// A load leaves something else in memory.
  record Loaded(Memory change) implements Distortion {}

  /// A reset leaves something else in memory.
  record Reset(Memory change) implements Distortion {}

  /// The loader takes what it should refuse for another stream.
  record Amended(Amendment change) implements Distortion {}

  /// The loader says something else of a load.
  record Said(UnaryOperator<Outcome> change) implements Distortion {}

  /// A guest that was saved before is saved otherwise.
  record SavedAgain(UnaryOperator<List<StreamItem>> change) implements Distortion {}

  /// What memory holds after something was done to it.
  @FunctionalInterface
  interface Memory {
    /// {@return what it holds}
    ///
    /// @param host whose memory it is
    /// @param before what it held before
    /// @param after what it holds where nothing is wrong
    GuestState after(Host host, GuestState before, GuestState after);
  }

  /// Another stream in the place of one that was refused.
  @FunctionalInterface
  interface Amendment {
    /// {@return the bytes that are loaded instead; empty where the refusal stands}
    Optional<byte[]> of(byte[] stream, Outcome.Refused refused);
  }
}
