package org.hopscotch.harness.repair;

import java.util.Optional;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.Section;

/// A device on the newer release and, where it is there, the same one on an older.
///
/// @param device on the newer release, resolved
/// @param before on the older one, where that starts with it
record Pair(Release older, Release newer, ResolvedDevice device, Optional<ResolvedDevice> before) {

  DeviceType type() {
    return device.type();
  }

  /// {@return the type that the older release has under this name}
  Optional<DeviceType> oldType() {
    return older.type(type().name());
  }

  Optional<Section> section() {
    return newer.section(type());
  }

  Optional<Section> oldSection() {
    return oldType().flatMap(older::section);
  }

  /// {@return the type that declares the section, or the device's own type}
  String owner() {
    return newer.lineage(type()).stream()
        .filter(one -> one.section().isPresent())
        .map(DeviceType::name)
        .findFirst()
        .orElse(type().name());
  }

  /// {@return the type that declares a property, or the device's own type}
  String declaring(String property) {
    return newer.lineage(type()).stream()
        .filter(one -> one.properties().stream().anyMatch(p -> p.name().equals(property)))
        .map(DeviceType::name)
        .findFirst()
        .orElse(type().name());
  }

  /// {@return the type that declares a member, if one does}
  Optional<String> declaringMember(String member) {
    return newer.lineage(type()).stream()
        .filter(one -> one.members().stream().anyMatch(m -> m.name().equals(member)))
        .map(DeviceType::name)
        .findFirst();
  }
}
