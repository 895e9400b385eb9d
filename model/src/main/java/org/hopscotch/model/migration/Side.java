package org.hopscotch.model.migration;

/// The two ends of a hop.
public enum Side {
  SOURCE("source"),
  DESTINATION("destination");

  private final String words;

  Side(String words) {
    this.words = words;
  }

  /// {@return the side as reports name it}
  public String words() {
    return words;
  }
}
