package org.hopscotch.model.scenario;

/// What a judgement is about; parts that do not apply are empty.
///
/// @param release in which it shows; for a hop `5.1 -> 5.2`
/// @param device the device's id, or its section's name
/// @param place field, member or property
public record Address(String release, String machine, String device, String place) {

  /// Nowhere in particular.
  public static final Address NONE = new Address("", "", "", "");
}
