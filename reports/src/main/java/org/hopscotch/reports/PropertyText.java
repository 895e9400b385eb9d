package org.hopscotch.reports;

import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.PropertyValue;

/// Values of properties in words: as QEMU takes them, texts in quotes.
public final class PropertyText {
  private PropertyText() {}

  /// {@return a value as people read it}
  public static String value(PropertyKind kind, PropertyValue value) {
    String text = kind.text(value);
    return value instanceof PropertyValue.Text ? "\"" + text + "\"" : text;
  }
}
