package org.hopscotch.model.release;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A machine type: the virtual hardware under one name, whichever release offers it.
///
/// @param version of the release that introduced it; absent for one that is not kept compatible
/// @param family such as `pc-q35`, whose tables apply beside the common ones
/// @param aliases other names for it, in this release
/// @param deprecated whether it will be retired
/// @param devices built in, in order of creation
/// @param ram blocks of the machine itself
/// @param options numbers set by the machine type's own code, `machine.x` to expressions; they are
///     in no compat table
public record MachineType(
    String name,
    Optional<Version> version,
    String family,
    List<String> aliases,
    boolean deprecated,
    List<Device> devices,
    List<RamBlock> ram,
    Map<String, Long> options) {

  /// The option that leaves out the VMDESCRIPTION when it is not 0.
  public static final String SUPPRESS_VMDESC = "suppress-vmdesc";

  public MachineType {
    aliases = List.copyOf(aliases);
    devices = List.copyOf(devices);
    ram = List.copyOf(ram);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /// A machine type of some version without anything built in.
  public MachineType(String name, String version, String family) {
    this(
        name,
        Optional.of(Version.of(version)),
        family,
        List.of(),
        false,
        List.of(),
        List.of(),
        Map.of());
  }

  /// {@return this machine type under other aliases}
  public MachineType withAliases(List<String> others) {
    return new MachineType(name, version, family, others, deprecated, devices, ram, options);
  }

  /// {@return this machine type with other devices built in}
  public MachineType withDevices(List<Device> others) {
    return new MachineType(name, version, family, aliases, deprecated, others, ram, options);
  }

  /// {@return this machine type with other RAM blocks}
  public MachineType withRam(List<RamBlock> others) {
    return new MachineType(name, version, family, aliases, deprecated, devices, others, options);
  }
}
