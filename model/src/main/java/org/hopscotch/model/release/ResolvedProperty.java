package org.hopscotch.model.release;

/// A property of one device on one host.
///
/// @param text as it was set, before an automatic choice
/// @param value after it
public record ResolvedProperty(Property property, String text, PropertyValue value, Origin origin) {

  /// {@return the value as expressions see it; texts and arrays count as their length}
  public long number() {
    return switch (value) {
      case PropertyValue.Scalar(long number) -> number;
      case PropertyValue.Text(String string) -> string.length();
      case PropertyValue.Elements elements -> elements.values().size();
    };
  }
}
