package org.hopscotch.model.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The property kinds by the names of QEMU's macros, in lower case.
public final class PropertyKinds {
  /// `ON_OFF_AUTO`, in the order of QEMU's enum.
  public static final PropertyKind ON_OFF_AUTO =
      new PropertyKind.Enumeration(List.of("auto", "on", "off"));

  private static final Map<String, PropertyKind> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("bool", new PropertyKind.Bool());
    BY_NAME.put("bit", new PropertyKind.Bool());
    BY_NAME.put("bit64", new PropertyKind.Bool());
    for (int bits = 8; bits <= 64; bits *= 2) {
      BY_NAME.put("uint" + bits, new PropertyKind.Int(bits, false));
    }
    BY_NAME.put("int32", new PropertyKind.Int(32, true));
    BY_NAME.put("int64", new PropertyKind.Int(64, true));
    BY_NAME.put("size", new PropertyKind.Size(64));
    BY_NAME.put("size32", new PropertyKind.Size(32));
    BY_NAME.put("on_off_auto", ON_OFF_AUTO);
    BY_NAME.put(
        "pcie_link_speed",
        new PropertyKind.Enumeration(List.of("2_5", "5", "8", "16", "32", "64")));
    BY_NAME.put(
        "pcie_link_width",
        new PropertyKind.Enumeration(List.of("1", "2", "4", "8", "12", "16", "32")));
    BY_NAME.put("string", new PropertyKind.Text());
    BY_NAME.put("macaddr", new PropertyKind.MacAddress());
    BY_NAME.put("pci_devfn", new PropertyKind.PciDevfn());
    BY_NAME.put("uuid", new PropertyKind.Uuid());
  }

  private PropertyKinds() {}

  /// {@return the names, in the order of QEMU's documentation}
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /// {@return the kind of a name; empty for an unknown one. Enums of a device's own and arrays are
  /// built from their members instead}
  public static Optional<PropertyKind> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /// {@return the name of a kind; for kinds with several the first}
  public static Optional<String> nameOf(PropertyKind kind) {
    return BY_NAME.entrySet().stream()
        .filter(entry -> entry.getValue().equals(kind))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
