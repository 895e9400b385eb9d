package org.hopscotch.model.release;

/// Why a host does not start.
public sealed interface StartFailure {

  /// The release does not offer the machine type.
  record UnknownMachine(String machine) implements StartFailure {}

  /// A device of a type that the release does not have.
  record UnknownType(String device, String type) implements StartFailure {}

  /// A device of a type that exists for others to build on.
  record CannotBeMade(String device, String type) implements StartFailure {}

  /// A value for a property that the device does not have: QEMU aborts.
  ///
  /// @param origin where the value came from
  record UnknownProperty(String device, String type, String property, Origin origin)
      implements StartFailure {}

  /// A value that is none of the property's.
  ///
  /// @param words QEMU's
  record BadValue(String device, String property, String value, Origin origin, String words)
      implements StartFailure {}

  /// A device that does not want to be made with the properties that it has.
  ///
  /// @param words the device's own
  record NotRealized(String device, String type, String words) implements StartFailure {}

  /// Two devices with one section name and instance id (fatal since 8.2, silent before).
  record DuplicateSection(String idstr, long instanceId) implements StartFailure {}

  /// What a QEMU that is not ours said.
  record Reported(String words) implements StartFailure {}

  /// A section name longer than 255 characters.
  record PathTooLong(String idstr) implements StartFailure {}
}
