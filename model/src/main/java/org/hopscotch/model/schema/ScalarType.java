package org.hopscotch.model.schema;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The fixed-width field types: everything that VMState writes as one big-endian integer.
///
/// The constants carry the names that QEMU's `VMStateInfo` tables use, since these are the names a
/// VMDESCRIPTION gives (wire-format section 10.1). Types of equal bytes but different checks are
/// different constants: the check is a promise about what a destination accepts.
public enum ScalarType {
  /// One byte. The loader takes any non-zero byte as true.
  BOOL("bool", 1, false),
  INT8("int8", 1, true),
  INT16("int16", 2, true),
  INT32("int32", 4, true),
  INT64("int64", 8, true),
  UINT8("uint8", 1, false),
  UINT16("uint16", 2, false),
  UINT32("uint32", 4, false),
  UINT64("uint64", 8, false),
  /// The `_EQUAL` types: the loader refuses a value other than its own.
  UINT8_EQUAL("uint8 equal", 1, false),
  UINT16_EQUAL("uint16 equal", 2, false),
  INT32_EQUAL("int32 equal", 4, true),
  UINT32_EQUAL("uint32 equal", 4, false),
  /// QEMU's own name for the 64-bit check says `int64`; the value is unsigned.
  UINT64_EQUAL("int64 equal", 8, false),
  /// The loader takes 0 to its own value and then keeps what it received.
  INT32_POSITIVE_LE("int32 le", 4, true),
  /// Expiry in nanoseconds; all ones when the timer is not armed.
  TIMER("timer", 8, false),
  /// The bits of a double, upper half first, which is plain big-endian order.
  CPU_DOUBLE("CPU_Double_U", 8, false),
  FLOAT64("float64", 8, false);

  private static final Map<String, ScalarType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(ScalarType::wireName, Function.identity()));

  private final String wireName;
  private final int width;
  private final boolean signed;

  ScalarType(String wireName, int width, boolean signed) {
    this.wireName = wireName;
    this.width = width;
    this.signed = signed;
  }

  /// {@return the type with this VMDESCRIPTION name, empty for types that are not scalars}
  public static Optional<ScalarType> named(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /// {@return the name in a VMDESCRIPTION}
  public String wireName() {
    return wireName;
  }

  /// {@return bytes on the wire: 1, 2, 4 or 8}
  public int width() {
    return width;
  }

  /// {@return whether the top bit is a sign}
  public boolean signed() {
    return signed;
  }

  /// {@return the value that the low `width` bytes of `bits` stand for: sign or zero extended}
  public long normalise(long bits) {
    int unused = Long.SIZE - Byte.SIZE * width;
    return signed ? bits << unused >> unused : bits << unused >>> unused;
  }
}
