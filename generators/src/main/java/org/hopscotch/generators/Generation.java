package org.hopscotch.generators;

/// What a seed draws. Cases are saved as they are and outlive it; a seed and a case number mean
/// something as long as {@link #VERSION} stays.
public final class Generation {
  /// Raised whenever some seed draws something else than before.
  public static final int VERSION = 1;

  private Generation() {}
}
