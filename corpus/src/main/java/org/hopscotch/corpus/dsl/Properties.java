package org.hopscotch.corpus.dsl;

import java.util.Arrays;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.PropertyKinds;

/// The `DEFINE_PROP_*` macros, for static import: a name and the default, as text where QEMU takes
/// other forms (`"0x10"`). A property has `automatic`, `implied` and `visibleToGuest` to say more.
///
/// Each throws IllegalArgumentException for a default that is none of its kind's.
public final class Properties {
  private Properties() {}

  /// `DEFINE_PROP_BOOL`.
  public static Property propBool(String name, boolean initial) {
    return prop(name, "bool", onOff(initial));
  }

  /// `DEFINE_PROP_BIT`, `DEFINE_PROP_BIT64`.
  public static Property propBit(String name, boolean initial) {
    return prop(name, "bit", onOff(initial));
  }

  /// `DEFINE_PROP_UINT8`.
  public static Property propUint8(String name, long initial) {
    return prop(name, "uint8", initial);
  }

  /// `DEFINE_PROP_UINT16`.
  public static Property propUint16(String name, long initial) {
    return prop(name, "uint16", initial);
  }

  /// `DEFINE_PROP_UINT32`.
  public static Property propUint32(String name, long initial) {
    return prop(name, "uint32", initial);
  }

  /// `DEFINE_PROP_UINT64`.
  ///
  /// @param initial without sign
  public static Property propUint64(String name, long initial) {
    return prop(name, "uint64", Long.toUnsignedString(initial));
  }

  /// `DEFINE_PROP_INT32`.
  public static Property propInt32(String name, long initial) {
    return prop(name, "int32", initial);
  }

  /// `DEFINE_PROP_INT64`.
  public static Property propInt64(String name, long initial) {
    return prop(name, "int64", initial);
  }

  /// `DEFINE_PROP_SIZE`: bytes, as `"64K"`.
  public static Property propSize(String name, String initial) {
    return prop(name, "size", initial);
  }

  /// `DEFINE_PROP_SIZE32`.
  public static Property propSize32(String name, String initial) {
    return prop(name, "size32", initial);
  }

  /// `DEFINE_PROP_ON_OFF_AUTO`.
  public static Property propOnOffAuto(String name, String initial) {
    return prop(name, "on_off_auto", initial);
  }

  /// `DEFINE_PROP_PCIE_LINK_SPEED`.
  public static Property propPcieLinkSpeed(String name, String initial) {
    return prop(name, "pcie_link_speed", initial);
  }

  /// `DEFINE_PROP_PCIE_LINK_WIDTH`.
  public static Property propPcieLinkWidth(String name, String initial) {
    return prop(name, "pcie_link_width", initial);
  }

  /// `DEFINE_PROP_STRING`.
  public static Property propString(String name, String initial) {
    return prop(name, "string", initial);
  }

  /// `DEFINE_PROP_MACADDR`.
  public static Property propMacaddr(String name, String initial) {
    return prop(name, "macaddr", initial);
  }

  /// `DEFINE_PROP_PCI_DEVFN`.
  public static Property propPciDevfn(String name, String initial) {
    return prop(name, "pci_devfn", initial);
  }

  /// `DEFINE_PROP_UUID`.
  public static Property propUuid(String name, String initial) {
    return prop(name, "uuid", initial);
  }

  /// An enum of the device's own.
  public static Property propEnum(String name, String initial, String... words) {
    return new Property(name, new PropertyKind.Enumeration(Arrays.asList(words)), initial);
  }

  /// `DEFINE_PROP_ARRAY`.
  ///
  /// @param initial elements with commas between
  /// @param element a property of the elements' kind
  public static Property propArray(String name, String initial, Property element) {
    return new Property(name, new PropertyKind.Array(element.kind()), initial);
  }

  /// {@return a property of any kind that has a name}
  ///
  /// @param kind `DEFINE_PROP_*` in lower case: `uint16`, `on_off_auto`
  public static Property prop(String name, String kind, String initial) {
    return new Property(
        name,
        PropertyKinds.named(kind)
            .orElseThrow(() -> Words.none("kind of property", kind, "QEMU", PropertyKinds.names())),
        initial);
  }

  private static Property prop(String name, String kind, long initial) {
    return prop(name, kind, Long.toString(initial));
  }

  private static String onOff(boolean initial) {
    return initial ? "on" : "off";
  }
}
