package org.hopscotch.model.schema;

import java.util.Optional;
import org.hopscotch.model.schema.FieldType.Array;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.FieldType.PointerArray;
import org.hopscotch.model.schema.FieldType.Storage;

/// Every family of `VMSTATE_*` macros, by name, and what it is made of (wire-format section 5).
///
/// A macro's `_V` form is {@link Field#since}, its `_TEST` form {@link Field#test}. `_UNSAFE`,
/// `_POINTER` and `_KNOWN` forms say how C finds the memory, which no byte shows; they are the same
/// field here. Structs of their own that have a macro (`CLOCK`, `FIFO8`, `PCI_DEVICE` ...) are in
/// {@link Compounds}.
public final class Families {
  private Families() {}

  /// `BOOL`, `INT8` to `INT64`, `UINT8` to `UINT64`, `U8` to `U64`, `UINTTL` (64 bits on x86_64);
  /// `INT32_EQUAL`, `UINT8_EQUAL` to `UINT64_EQUAL`; `INT32_POSITIVE_LE`; `TIMER`, `TIMER_PTR`;
  /// `CPU_DOUBLE_U`; `FLOAT64`; also `SINGLE` and `POINTER` with a VMStateInfo of these.
  public static Field scalar(String name, ScalarType type) {
    return new Field(name, new FieldType.Scalar(type));
  }

  /// `BOOL_ARRAY`, `UINT8_ARRAY` and so on, `TIMER_ARRAY`, `CPUDOUBLE_ARRAY`, `FLOAT64_ARRAY`;
  /// `ARRAY`, `STRUCT_ARRAY`, `VSTRUCT_ARRAY`, `STRUCT_VARRAY_POINTER_KNOWN` (an array behind a
  /// pointer); `2DARRAY` (`STRUCT_2DARRAY`, `UINT8_2DARRAY` ...) with rows times columns elements.
  public static Field array(String name, Element element, int count) {
    return new Field(name, new Array(element, Count.of(count), 0, Storage.KEPT));
  }

  /// An array of scalars; see {@link #array(String, Element, int)}.
  public static Field array(String name, ScalarType type, int count) {
    return array(name, new FieldType.Scalar(type), count);
  }

  /// `SUB_ARRAY`, `UINT8_SUB_ARRAY` and so on, `STRUCT_SUB_ARRAY`: `count` elements from `start`
  /// on.
  public static Field subArray(String name, Element element, int start, int count) {
    return new Field(name, new Array(element, Count.of(count), start, Storage.KEPT));
  }

  /// `VARRAY_INT32`, `VARRAY_UINT32`, `VARRAY_UINT16_UNSAFE`; `VARRAY_MULTIPLY`, whose count is a
  /// member times a constant; `STRUCT_VARRAY_UINT8`, `STRUCT_VARRAY_INT32`, `STRUCT_VARRAY_UINT32`,
  /// `STRUCT_VARRAY_POINTER_INT32`, `STRUCT_VARRAY_POINTER_UINT32`, `STRUCT_VARRAY_POINTER_UINT16`,
  /// `VSTRUCT_VARRAY_UINT8`.
  public static Field varray(String name, Element element, Count count) {
    return new Field(name, new Array(element, count, 0, Storage.KEPT));
  }

  /// `VARRAY_UINT32_ALLOC`, `VARRAY_UINT16_ALLOC`, `STRUCT_VARRAY_ALLOC`.
  public static Field varrayAlloc(String name, Element element, Count count) {
    return new Field(name, new Array(element, count, 0, Storage.ALLOCATED));
  }

  /// `ARRAY_OF_POINTER`, `TIMER_PTR_ARRAY`, `ARRAY_OF_POINTER_TO_STRUCT`.
  public static Field arrayOfPointer(String name, Element element, Count count) {
    return new Field(name, new PointerArray(element, count, Markers.FOR_NULL));
  }

  /// QEMU 11's pointer arrays that allocate (`VMS_ARRAY_OF_POINTER_AUTO_ALLOC`).
  public static Field arrayOfPointerAutoAlloc(String name, Element element, Count count) {
    return new Field(name, new PointerArray(element, count, Markers.FOR_EACH));
  }

  /// `BUFFER`, `STATIC_BUFFER`, `BUFFER_UNSAFE`, `BUFFER_POINTER_UNSAFE`; `PARTIAL_BUFFER`, with
  /// fewer bytes than the member has.
  public static Field buffer(String name, int length) {
    return new Field(name, new FieldType.Buffer(Count.of(length), 0, Storage.KEPT));
  }

  /// `BUFFER_START_MIDDLE`: from byte `start` to the end of a member of `size` bytes.
  public static Field bufferStartMiddle(String name, int size, int start) {
    return new Field(name, new FieldType.Buffer(Count.of(size - start), start, Storage.KEPT));
  }

  /// `VBUFFER`, `VBUFFER_UINT32`, `PARTIAL_VBUFFER`, `PARTIAL_VBUFFER_UINT32`; `VBUFFER_MULTIPLY`,
  /// whose length is a member times a constant.
  public static Field vbuffer(String name, Count length) {
    return new Field(name, new FieldType.Buffer(length, 0, Storage.KEPT));
  }

  /// `VBUFFER_ALLOC_UINT32`.
  public static Field vbufferAlloc(String name, Count length) {
    return new Field(name, new FieldType.Buffer(length, 0, Storage.ALLOCATED));
  }

  /// `UNUSED`, `UNUSED_V`, `UNUSED_TEST`, `UNUSED_BUFFER`.
  public static Field unused(int bytes) {
    return new Field("unused", new FieldType.Unused(bytes));
  }

  /// `UNUSED_VARRAY_UINT32`: as many times `bytes` as a member says.
  public static Field unusedVarray(Count count, int bytes) {
    return new Field("unused", new Array(new FieldType.Unused(bytes), count, 0, Storage.KEPT));
  }

  /// `BITMAP`: of as many bits as a member says.
  public static Field bitmap(String name, Count bits) {
    return new Field(name, new FieldType.Bitmap(bits));
  }

  /// `STRUCT`, `STRUCT_POINTER`.
  public static Field struct(String name, Section section) {
    return new Field(name, new FieldType.Struct(section));
  }

  /// `VSTRUCT`, `VSTRUCT_POINTER`.
  public static Field vstruct(String name, Section section, int structVersion) {
    return new Field(name, new FieldType.VStruct(section, structVersion));
  }

  /// `WITH_TMP`.
  public static Field withTmp(Section scratch) {
    return new Field("tmp", new FieldType.WithTmp(scratch));
  }

  /// `QTAILQ_V`.
  public static Field qtailq(String name, int version, Section node) {
    return new Field(name, new FieldType.List(FieldType.ListKind.QTAILQ, node)).since(version);
  }

  /// `QLIST_V`.
  public static Field qlist(String name, int version, Section node) {
    return new Field(name, new FieldType.List(FieldType.ListKind.QLIST, node)).since(version);
  }

  /// `GTREE_V`.
  public static Field gtree(String name, int version, Section key, Section value) {
    return new Field(name, new FieldType.Tree(Optional.of(key), value)).since(version);
  }

  /// `GTREE_DIRECT_KEY_V`.
  public static Field gtreeDirectKey(String name, int version, Section value) {
    return new Field(name, new FieldType.Tree(Optional.empty(), value)).since(version);
  }

  /// `FD`.
  public static Field fd(String name) {
    return new Field(name, new FieldType.Fd());
  }

  /// `VALIDATE`: fails save and load unless the test holds.
  public static Field validate(String words, Expression test) {
    return new Field(words, new FieldType.Validate(), new Existence.Test(test));
  }

  /// `VIRTIO_DEVICE` and other fields with a VMStateInfo of their own; only their length is known.
  public static Field custom(String name, String info, Count length) {
    return new Field(name, new FieldType.Custom(info, length));
  }
}
