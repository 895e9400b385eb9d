package org.hopscotch.model.migration;

import java.util.Optional;
import java.util.OptionalLong;
import org.hopscotch.model.schema.Section;

/// One registered entry that saves and loads a section (wire-format section 3.1).
///
/// @param device the id of the device whose state it is; empty for `ram`
/// @param section what it saves; empty for `ram`
/// @param sectionId the running number that its sections carry
/// @param compat name and instance under which it is found without its path
/// @param aliasId a further instance id under which it is found
record Handler(
    Optional<String> device,
    Optional<Section> section,
    String idstr,
    long instanceId,
    long versionId,
    long sectionId,
    Optional<Compat> compat,
    OptionalLong aliasId,
    int priority,
    boolean earlySetup) {

  static final String RAM = "ram";

  /// A name without device path.
  record Compat(String name, long instanceId) {}

  /// {@return whether a received section is this handler's (wire-format section 3.2)}
  ///
  /// Names are compared as C does, up to a NUL. A handler without alias id has -1 there, which an
  /// instance id of all ones is equal to.
  boolean answersTo(String received, long instance) {
    int end = received.indexOf('\0');
    String name = end < 0 ? received : received.substring(0, end);
    boolean alias = instance == (aliasId.orElse(-1) & 0xffff_ffffL);
    if (name.equals(idstr) && (instance == instanceId || alias)) {
      return true;
    }
    return compat.isPresent()
        && idstr.contains(name)
        && name.equals(compat.get().name())
        && (instance == compat.get().instanceId() || alias);
  }

  boolean isRam() {
    return device.isEmpty();
  }
}
