package org.hopscotch.harness.replay;

/// A case told in full, for people.
public final class CaseStory {
  private CaseStory() {}

  /// {@return the story, ending in a line break}
  public static String of(CaseReplay replay) {
    return replay.told().about() + "\n";
  }
}
