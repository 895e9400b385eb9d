package org.hopscotch.corpus.dsl;

import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;

/// The `VMSTATE_*` macros of numbers and arrays of them, for static import through {@link Fields}.
sealed class ScalarFields permits Fields {
  ScalarFields() {}

  // ---- one number

  /// `VMSTATE_BOOL`.
  public static Field bool(String name) {
    return Families.scalar(name, ScalarType.BOOL);
  }

  /// `VMSTATE_INT8`.
  public static Field int8(String name) {
    return Families.scalar(name, ScalarType.INT8);
  }

  /// `VMSTATE_INT16`.
  public static Field int16(String name) {
    return Families.scalar(name, ScalarType.INT16);
  }

  /// `VMSTATE_INT32`.
  public static Field int32(String name) {
    return Families.scalar(name, ScalarType.INT32);
  }

  /// `VMSTATE_INT64`.
  public static Field int64(String name) {
    return Families.scalar(name, ScalarType.INT64);
  }

  /// `VMSTATE_UINT8`.
  public static Field uint8(String name) {
    return Families.scalar(name, ScalarType.UINT8);
  }

  /// `VMSTATE_UINT16`.
  public static Field uint16(String name) {
    return Families.scalar(name, ScalarType.UINT16);
  }

  /// `VMSTATE_UINT32`.
  public static Field uint32(String name) {
    return Families.scalar(name, ScalarType.UINT32);
  }

  /// `VMSTATE_UINT64`.
  public static Field uint64(String name) {
    return Families.scalar(name, ScalarType.UINT64);
  }

  /// `VMSTATE_UINT8_EQUAL`.
  public static Field uint8Equal(String name) {
    return Families.scalar(name, ScalarType.UINT8_EQUAL);
  }

  /// `VMSTATE_UINT16_EQUAL`.
  public static Field uint16Equal(String name) {
    return Families.scalar(name, ScalarType.UINT16_EQUAL);
  }

  /// `VMSTATE_INT32_EQUAL`.
  public static Field int32Equal(String name) {
    return Families.scalar(name, ScalarType.INT32_EQUAL);
  }

  /// `VMSTATE_UINT32_EQUAL`.
  public static Field uint32Equal(String name) {
    return Families.scalar(name, ScalarType.UINT32_EQUAL);
  }

  /// `VMSTATE_UINT64_EQUAL`.
  public static Field uint64Equal(String name) {
    return Families.scalar(name, ScalarType.UINT64_EQUAL);
  }

  /// `VMSTATE_INT32_POSITIVE_LE`.
  public static Field int32PositiveLe(String name) {
    return Families.scalar(name, ScalarType.INT32_POSITIVE_LE);
  }

  /// `VMSTATE_TIMER`, `VMSTATE_TIMER_PTR`.
  public static Field timer(String name) {
    return Families.scalar(name, ScalarType.TIMER);
  }

  /// `VMSTATE_CPU_DOUBLE_U`.
  public static Field cpuDouble(String name) {
    return Families.scalar(name, ScalarType.CPU_DOUBLE);
  }

  /// `VMSTATE_FLOAT64`.
  public static Field float64(String name) {
    return Families.scalar(name, ScalarType.FLOAT64);
  }

  // ---- several numbers

  /// `VMSTATE_BOOL_ARRAY`.
  public static Field boolArray(String name, int count) {
    return Families.array(name, ScalarType.BOOL, count);
  }

  /// `VMSTATE_INT8_ARRAY`.
  public static Field int8Array(String name, int count) {
    return Families.array(name, ScalarType.INT8, count);
  }

  /// `VMSTATE_INT16_ARRAY`.
  public static Field int16Array(String name, int count) {
    return Families.array(name, ScalarType.INT16, count);
  }

  /// `VMSTATE_INT32_ARRAY`.
  public static Field int32Array(String name, int count) {
    return Families.array(name, ScalarType.INT32, count);
  }

  /// `VMSTATE_INT64_ARRAY`.
  public static Field int64Array(String name, int count) {
    return Families.array(name, ScalarType.INT64, count);
  }

  /// `VMSTATE_UINT8_ARRAY`.
  public static Field uint8Array(String name, int count) {
    return Families.array(name, ScalarType.UINT8, count);
  }

  /// `VMSTATE_UINT16_ARRAY`.
  public static Field uint16Array(String name, int count) {
    return Families.array(name, ScalarType.UINT16, count);
  }

  /// `VMSTATE_UINT32_ARRAY`.
  public static Field uint32Array(String name, int count) {
    return Families.array(name, ScalarType.UINT32, count);
  }

  /// `VMSTATE_UINT64_ARRAY`.
  public static Field uint64Array(String name, int count) {
    return Families.array(name, ScalarType.UINT64, count);
  }

  /// `VMSTATE_TIMER_ARRAY`.
  public static Field timerArray(String name, int count) {
    return Families.array(name, ScalarType.TIMER, count);
  }

  /// `VMSTATE_CPUDOUBLE_ARRAY`.
  public static Field cpuDoubleArray(String name, int count) {
    return Families.array(name, ScalarType.CPU_DOUBLE, count);
  }

  /// `VMSTATE_FLOAT64_ARRAY`.
  public static Field float64Array(String name, int count) {
    return Families.array(name, ScalarType.FLOAT64, count);
  }

  /// `VMSTATE_VARRAY_INT32`, `VMSTATE_VARRAY_UINT32` and so on.
  public static Field varray(String name, ScalarType type, String count) {
    return Families.varray(name, new FieldType.Scalar(type), Words.count(name, count));
  }

  /// `VMSTATE_VARRAY_UINT32_ALLOC`, `VMSTATE_VARRAY_UINT16_ALLOC`.
  public static Field varrayAlloc(String name, ScalarType type, String count) {
    return Families.varrayAlloc(name, new FieldType.Scalar(type), Words.count(name, count));
  }

  /// `VMSTATE_UINT8_SUB_ARRAY`, `VMSTATE_SUB_ARRAY` and so on: `count` numbers from `start` on.
  public static Field subArray(String name, ScalarType type, int start, int count) {
    return Families.subArray(name, new FieldType.Scalar(type), start, count);
  }
}
