package org.hopscotch.model.wire;

import java.util.List;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// A value as the kind that its field needs; only a state that does not belong to its schema has
/// another.
final class Kinds {
  private Kinds() {}

  static long number(Value value) {
    if (value instanceof Value.Number number) {
      return number.value();
    }
    throw wrong("a number", value);
  }

  static long[] numbers(Value value) {
    if (value instanceof Value.Numbers numbers) {
      return numbers.values();
    }
    throw wrong("numbers", value);
  }

  static byte[] bytes(Value value) {
    return switch (value) {
      case Value.Bytes bytes -> bytes.bytes();
      case Value.Null _ -> new byte[0];
      case Value.Number _, Value.Numbers _, Value.Struct _, Value.Elements _ ->
          throw wrong("bytes", value);
    };
  }

  static DeviceState struct(Value value) {
    if (value instanceof Value.Struct struct) {
      return struct.state();
    }
    throw wrong("a struct", value);
  }

  static List<Value> elements(Value value) {
    if (value instanceof Value.Elements elements) {
      return elements.values();
    }
    throw wrong("elements", value);
  }

  static Value member(DeviceState struct, String name) {
    return struct
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException("no member " + name + " in " + struct));
  }

  /// {@return a tree node}
  static Value node(Value key, Value value) {
    return new Value.Struct(DeviceState.EMPTY.with("key", key).with("value", value));
  }

  private static IllegalArgumentException wrong(String due, Value value) {
    return new IllegalArgumentException("%s where %s is due".formatted(value, due));
  }
}
