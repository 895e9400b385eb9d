package org.hopscotch.corpus.dsl;

import java.util.Optional;
import org.hopscotch.model.schema.Compounds;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.FieldType.Storage;

/// The `VMSTATE_*` macros, for static import. The `_V` forms are {@link Field#since}, the `_TEST`
/// forms {@link Field#test(String)}; `arrayOf`, `varrayOf` and so on make several of any field.
///
/// A count in quotes is a member, `"num"`, or a member times a number, `"num * 4"`. How much memory
/// there is for what is counted is said by the device's members, as C's struct says it.
public final class Fields extends ScalarFields {
  private Fields() {}

  // ---- structs

  /// `VMSTATE_STRUCT`, `VMSTATE_STRUCT_POINTER`.
  public static Field struct(String name, VMState vmsd) {
    return Families.struct(name, vmsd.struct());
  }

  /// `VMSTATE_VSTRUCT`, `VMSTATE_VSTRUCT_POINTER`: of a version that this section fixes.
  public static Field vstruct(String name, VMState vmsd, int structVersion) {
    return Families.vstruct(name, vmsd.struct(), structVersion);
  }

  /// `VMSTATE_STRUCT_ARRAY`.
  public static Field structArray(String name, int count, VMState vmsd) {
    return arrayOf(struct(name, vmsd), count);
  }

  /// `VMSTATE_STRUCT_VARRAY_UINT8`, `VMSTATE_STRUCT_VARRAY_POINTER_INT32` and so on.
  public static Field structVarray(String name, String count, VMState vmsd) {
    return varrayOf(struct(name, vmsd), count);
  }

  /// `VMSTATE_STRUCT_VARRAY_ALLOC`.
  public static Field structVarrayAlloc(String name, String count, VMState vmsd) {
    return varrayAllocOf(struct(name, vmsd), count);
  }

  /// `VMSTATE_ARRAY_OF_POINTER_TO_STRUCT`.
  public static Field arrayOfPointerToStruct(String name, int count, VMState vmsd) {
    return arrayOfPointerTo(struct(name, vmsd), Integer.toString(count));
  }

  /// `VMSTATE_WITH_TMP`.
  public static Field withTmp(VMState vmsd) {
    return Families.withTmp(vmsd.struct());
  }

  /// `VMSTATE_QTAILQ_V`, without its version.
  public static Field qtailq(String name, VMState vmsd) {
    return new Field(name, new FieldType.List(FieldType.ListKind.QTAILQ, vmsd.struct()));
  }

  /// `VMSTATE_QLIST_V`, without its version.
  public static Field qlist(String name, VMState vmsd) {
    return new Field(name, new FieldType.List(FieldType.ListKind.QLIST, vmsd.struct()));
  }

  /// `VMSTATE_GTREE_V`, without its version.
  public static Field gtree(String name, VMState key, VMState value) {
    return new Field(name, new FieldType.Tree(Optional.of(key.struct()), value.struct()));
  }

  /// `VMSTATE_GTREE_DIRECT_KEY_V`, without its version.
  public static Field gtreeDirectKey(String name, VMState value) {
    return new Field(name, new FieldType.Tree(Optional.empty(), value.struct()));
  }

  // ---- bytes

  /// `VMSTATE_BUFFER`, `VMSTATE_PARTIAL_BUFFER`, `VMSTATE_BUFFER_UNSAFE` and so on.
  public static Field buffer(String name, int bytes) {
    return Families.buffer(name, bytes);
  }

  /// `VMSTATE_BUFFER_START_MIDDLE`: from byte `start` to the end of a member of `size` bytes.
  public static Field bufferStartMiddle(String name, int size, int start) {
    return Families.bufferStartMiddle(name, size, start);
  }

  /// `VMSTATE_VBUFFER`, `VMSTATE_VBUFFER_UINT32`, `VMSTATE_VBUFFER_MULTIPLY` and so on.
  public static Field vbuffer(String name, String bytes) {
    return Families.vbuffer(name, Words.count(name, bytes));
  }

  /// `VMSTATE_VBUFFER_ALLOC_UINT32`.
  public static Field vbufferAlloc(String name, String bytes) {
    return Families.vbufferAlloc(name, Words.count(name, bytes));
  }

  /// `VMSTATE_UNUSED`, `VMSTATE_UNUSED_BUFFER`.
  public static Field unused(int bytes) {
    return Families.unused(bytes);
  }

  /// `VMSTATE_UNUSED_VARRAY_UINT32`: as many times `bytes` as a member says.
  public static Field unusedVarray(String count, int bytes) {
    return Families.unusedVarray(Words.count("unused", count), bytes);
  }

  /// `VMSTATE_BITMAP`: of as many bits as a member says.
  public static Field bitmap(String name, String bits) {
    return Families.bitmap(name, Words.count(name, bits));
  }

  // ---- what has a macro or VMStateInfo of its own

  /// `VMSTATE_VALIDATE`: fails save and load unless the test holds.
  public static Field validate(String words, String test) {
    return Families.validate(words, Words.expression("validate " + words, test));
  }

  /// `VMSTATE_FD`.
  public static Field fd(String name) {
    return Families.fd(name);
  }

  /// `VMSTATE_CLOCK`, as a struct of the device's.
  public static Field clock(String name) {
    return Families.struct(name, Compounds.clock());
  }

  /// `VMSTATE_FIFO8`.
  ///
  /// @param capacity bytes of its data, which are configuration and never sent
  public static Field fifo8(String name, int capacity) {
    return Families.struct(name, Compounds.fifo8(Count.of(capacity)));
  }

  /// `VMSTATE_FIFO32`.
  ///
  /// @param capacity entries of four bytes, which are configuration and never sent
  public static Field fifo32(String name, int capacity) {
    return Families.struct(name, Compounds.fifo32(Count.of(capacity * Integer.BYTES)));
  }

  /// `VMSTATE_PCI_DEVICE`.
  public static Field pciDevice(String name) {
    return Families.struct(name, Compounds.pciDevice());
  }

  /// `VMSTATE_MSIX`.
  public static Field msix(String name) {
    return Families.struct(name, Compounds.msix());
  }

  /// `VMSTATE_CPU`.
  public static Field cpu(String name) {
    return Families.struct(name, Compounds.cpu());
  }

  /// The configuration space inside a `VMSTATE_PCI_DEVICE`.
  public static Field pciConfig(String name, int bytes) {
    return new Field(name, new FieldType.PciConfig(bytes));
  }

  /// The interrupt pins inside a `VMSTATE_PCI_DEVICE`.
  public static Field pciIrqState(String name) {
    return new Field(name, new FieldType.PciIrqState());
  }

  /// The table and pending bits inside a `VMSTATE_MSIX`.
  public static Field msixState(String name) {
    return new Field(name, new FieldType.MsixState());
  }

  /// A field with a VMStateInfo of the device's own, of which only the length is known.
  public static Field custom(String name, String info, String bytes) {
    return Families.custom(name, info, Words.count(name, bytes));
  }

  // ---- several of any field

  /// `VMSTATE_ARRAY`, `VMSTATE_VSTRUCT_ARRAY`, `VMSTATE_STRUCT_2DARRAY`: a fixed number of a field.
  public static Field arrayOf(Field one, int count) {
    return several(one, element -> new FieldType.Array(element, Count.of(count), 0, Storage.KEPT));
  }

  /// `VMSTATE_STRUCT_SUB_ARRAY`: `count` of a field, from element `start` of the member on.
  public static Field subArrayOf(Field one, int start, int count) {
    return several(
        one, element -> new FieldType.Array(element, Count.of(count), start, Storage.KEPT));
  }

  /// As many of a field as a member says.
  public static Field varrayOf(Field one, String count) {
    Count many = Words.count(one.name(), count);
    return several(one, element -> new FieldType.Array(element, many, 0, Storage.KEPT));
  }

  /// The same, into memory that loading allocates.
  public static Field varrayAllocOf(Field one, String count) {
    Count many = Words.count(one.name(), count);
    return several(one, element -> new FieldType.Array(element, many, 0, Storage.ALLOCATED));
  }

  /// `VMSTATE_ARRAY_OF_POINTER`, `VMSTATE_TIMER_PTR_ARRAY`.
  public static Field arrayOfPointerTo(Field one, String count) {
    Count many = Words.count(one.name(), count);
    return several(one, element -> new FieldType.PointerArray(element, many, Markers.FOR_NULL));
  }

  /// `VMSTATE_ARRAY_OF_POINTER_AUTO_ALLOC` of QEMU 11.
  public static Field arrayOfPointerAutoAllocTo(Field one, String count) {
    Count many = Words.count(one.name(), count);
    return several(one, element -> new FieldType.PointerArray(element, many, Markers.FOR_EACH));
  }

  private interface Several {
    FieldType of(Element element);
  }

  private static Field several(Field one, Several several) {
    if (!(one.type() instanceof Element element)) {
      throw new IllegalArgumentException("field %s is several already".formatted(one.name()));
    }
    return new Field(one.name(), several.of(element), one.existence());
  }
}
