package org.hopscotch.model.migration;

/// How far a load has come.
public enum Phase {
  /// Before any byte was looked at.
  START("start"),
  HEADER("header"),
  CONFIGURATION("configuration"),
  /// Between sections, in a section's header or in a command.
  FRAMING("framing"),
  RAM("ram"),
  /// In the body of a device's section.
  DEVICE("device"),
  FOOTER("footer");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  /// {@return the phase as reports name it}
  public String words() {
    return words;
  }
}
