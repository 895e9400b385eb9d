package org.hopscotch.model.state;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/// The value of one member of a device's state.
///
/// Values are equal when their content is. The arrays inside are neither copied nor changed.
public sealed interface Value {

  /// A NULL pointer.
  Value NULL = new Null();

  /// {@return a number}
  static Value of(long value) {
    return Number.of(value);
  }

  /// An integer, a boolean (0 or 1), a timer's expiry, or the bits of a double; sign or zero
  /// extended as its type says.
  @SuppressWarnings("AvoidCommonTypeNames") // always written Value.Number
  record Number(long value) implements Value {
    /// Most registers hold small numbers.
    private static final Number[] SMALL = small();

    private static Number[] small() {
      Number[] small = new Number[256];
      Arrays.setAll(small, Number::new);
      return small;
    }

    private static Number of(long value) {
      return value >= 0 && value < SMALL.length ? SMALL[(int) value] : new Number(value);
    }
  }

  /// An array of numbers, or the 64-bit words of a bitmap.
  record Numbers(long... values) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Numbers n && Arrays.equals(values, n.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      return Arrays.toString(values);
    }
  }

  /// Raw bytes.
  record Bytes(byte... bytes) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes b && Arrays.equals(bytes, b.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return HexFormat.of().formatHex(bytes);
    }
  }

  /// A struct, embedded or behind a pointer.
  record Struct(DeviceState state) implements Value {}

  /// An array of structs, buffers or pointers; the elements of a list; the nodes of a tree.
  record Elements(List<Value> values) implements Value {
    public Elements {
      values = Collections.unmodifiableList(values);
    }

    public Elements(Value... values) {
      this(List.of(values));
    }
  }

  /// A NULL pointer.
  record Null() implements Value {}
}
