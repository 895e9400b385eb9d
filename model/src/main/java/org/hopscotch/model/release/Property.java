package org.hopscotch.model.release;

import java.util.Optional;
import org.hopscotch.model.schema.Expression;

/// A property of a device type.
///
/// @param initial the default, as text
/// @param automatic how a value that means "choose" is replaced when the device is made
/// @param visible whether the guest sees its value, so that it must not change on the way
/// @param implied the value that a guest has which is older than the property, as text
public record Property(
    String name,
    PropertyKind kind,
    String initial,
    Optional<Automatic> automatic,
    boolean visible,
    Optional<String> implied) {

  /// A value that is chosen by the configuration or the surroundings.
  ///
  /// @param trigger the text of the value that asks for it (`auto`, `65535`)
  /// @param value over other properties of the device, `machine.cpus` and other numbers of the
  ///     machine and its configuration, and `host.x` of the surroundings
  public record Automatic(String trigger, Expression value) {}

  /// @throws IllegalArgumentException when a text is none of the kind's
  public Property {
    requireText(name, kind, initial);
    automatic.ifPresent(choice -> requireText(name, kind, choice.trigger()));
    implied.ifPresent(text -> requireText(name, kind, text));
  }

  /// A property whose default is what it says.
  public Property(String name, PropertyKind kind, String initial) {
    this(name, kind, initial, Optional.empty(), false, Optional.empty());
  }

  /// {@return this property as one whose value the guest sees}
  public Property visibleToGuest() {
    return new Property(name, kind, initial, automatic, true, implied);
  }

  /// {@return this property with the value of a guest that is older than it}
  public Property implied(String value) {
    return new Property(name, kind, initial, automatic, visible, Optional.of(value));
  }

  /// {@return this property as one whose value is chosen where a text asks for it}
  ///
  /// @param when the text
  /// @param value what is chosen then, as in {@link Automatic}
  public Property automatic(String when, String value) {
    Automatic choice = new Automatic(when, Expression.of(value));
    return new Property(name, kind, initial, Optional.of(choice), visible, implied);
  }

  /// {@return the value of one of the kind's texts}
  ///
  /// @throws IllegalArgumentException when it is none
  public PropertyValue value(String text) {
    return requireText(name, kind, text);
  }

  private static PropertyValue requireText(String name, PropertyKind kind, String text) {
    return switch (kind.parse(name, text)) {
      case PropertyKind.Accepted(PropertyValue value) -> value;
      case PropertyKind.Refused(String words) -> throw new IllegalArgumentException(words);
    };
  }
}
