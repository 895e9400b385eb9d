package org.hopscotch.generators.history;

import java.util.function.Predicate;

/// A way in which a release can become the next one. By what {@link #soundness} says, a guest that
/// goes between the two arrives.
///
/// @param id by which counts and options name it
/// @param line what it does, for people
/// @param needsMachines whether it is for releases only that have machine types of their own
/// @param taken changes a release; false where there is nothing that could be changed so
record Step(
    String id, String line, Soundness soundness, boolean needsMachines, Predicate<Growing> taken) {

  /// What can be said of a step by its construction alone.
  enum Soundness {
    /// All promises are kept.
    SOUND,
    /// They are kept by guests that do not use what the step brought; see {@link Caution}.
    WHILE_UNUSED
  }

  /// {@return a sound step that leaves older machine types as they are by rows}
  static Step pinned(String id, String line, Predicate<Growing> taken) {
    return new Step(id, line, Soundness.SOUND, true, taken);
  }

  /// {@return a sound step that every release can make}
  static Step sound(String id, String line, Predicate<Growing> taken) {
    return new Step(id, line, Soundness.SOUND, false, taken);
  }
}
