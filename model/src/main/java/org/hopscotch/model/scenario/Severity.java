package org.hopscotch.model.scenario;

/// How bad a broken promise is, from the least to the worst.
public enum Severity {
  /// The guest did not leave or arrive, and everybody knows.
  REFUSED("refused"),
  /// Something the guest had is gone, and a default is in its place.
  LOST("lost"),
  /// Something the guest sees has another value, which nobody was told.
  CHANGED("silently changed");

  private final String words;

  Severity(String words) {
    this.words = words;
  }

  /// {@return the severity as reports write it}
  public String words() {
    return words;
  }
}
