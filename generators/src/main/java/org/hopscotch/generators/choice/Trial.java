package org.hopscotch.generators.choice;

/// What a {@link Pass} asks about each of its edits. A {@link Search} tries them; {@link Edits}
/// only wants to know which there are, and refuses all.
interface Trial {
  /// {@return what is to be edited; another one after an edit was accepted}
  Layout best();

  /// {@return whether the edit of {@link #best} was accepted}
  boolean accepts(Edit edit);

  /// {@return whether edits that seldom help are wanted too}
  boolean isThorough();

  /// {@return whether nothing is ever accepted, so that no edit may wait for another's success}
  boolean isSurvey();
}
