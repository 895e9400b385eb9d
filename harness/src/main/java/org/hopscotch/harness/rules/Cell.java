package org.hopscotch.harness.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// A piece of a device's memory, which loading and hooks change where it is.
sealed interface Cell {

  /// A number, an array of numbers or bytes; or a NULL pointer.
  record Leaf(Value held) implements Cell {}

  /// A struct, embedded or pointed to.
  record Struct(Map<String, Cell> members) implements Cell {}

  /// An array, list or tree of structs.
  record Elements(List<Cell> cells) implements Cell {}

  /// {@return a NULL pointer}
  static Cell nothing() {
    return new Leaf(Value.NULL);
  }

  static Cell of(long number) {
    return new Leaf(Value.of(number));
  }

  /// {@return memory that holds a copy of a value}
  static Cell of(Value value) {
    return switch (value) {
      case Value.Number _, Value.Null _ -> new Leaf(value);
      case Value.Numbers(long[] numbers) -> new Leaf(new Value.Numbers(numbers.clone()));
      case Value.Bytes(byte[] bytes) -> new Leaf(new Value.Bytes(bytes.clone()));
      case Value.Struct(DeviceState state) -> new Struct(members(state));
      case Value.Elements(List<Value> values) -> {
        List<Cell> cells = new ArrayList<>();
        values.forEach(one -> cells.add(of(one)));
        yield new Elements(cells);
      }
    };
  }

  static Map<String, Cell> members(DeviceState state) {
    Map<String, Cell> members = new LinkedHashMap<>();
    state.members().forEach((name, value) -> members.put(name, of(value)));
    return members;
  }

  /// {@return a copy of what is in memory now}
  default Value value() {
    return switch (this) {
      case Leaf(Value.Numbers(long[] numbers)) -> new Value.Numbers(numbers.clone());
      case Leaf(Value.Bytes(byte[] bytes)) -> new Value.Bytes(bytes.clone());
      case Leaf(Value held) -> held;
      case Struct(Map<String, Cell> members) -> new Value.Struct(state(members));
      case Elements(List<Cell> cells) ->
          new Value.Elements(cells.stream().map(Cell::value).toList());
    };
  }

  static DeviceState state(Map<String, Cell> members) {
    Map<String, Value> values = new LinkedHashMap<>();
    members.forEach((name, cell) -> values.put(name, cell.value()));
    return new DeviceState(values);
  }

  default boolean isNull() {
    return this instanceof Leaf(Value held) && held.equals(Value.NULL);
  }

  /// {@return the number here}
  ///
  /// @throws IllegalArgumentException for anything else, as the ones below
  default long number() {
    if (this instanceof Leaf(Value.Number(long number))) {
      return number;
    }
    throw new IllegalArgumentException("not a number: " + value());
  }

  /// {@return the numbers here, which whoever changes them copies}
  default long[] numbers() {
    if (this instanceof Leaf(Value.Numbers(long[] numbers))) {
      return numbers;
    }
    throw new IllegalArgumentException("not numbers: " + value());
  }

  /// {@return the bytes here, which whoever changes them copies; there are none behind NULL}
  default byte[] bytes() {
    if (isNull()) {
      return new byte[0];
    }
    if (this instanceof Leaf(Value.Bytes(byte[] bytes))) {
      return bytes;
    }
    throw new IllegalArgumentException("not bytes: " + value());
  }

  /// {@return the members here, to be changed}
  default Map<String, Cell> struct() {
    if (this instanceof Struct(Map<String, Cell> members)) {
      return members;
    }
    throw new IllegalArgumentException("not a struct: " + value());
  }

  /// {@return the elements here, to be changed}
  default List<Cell> elements() {
    if (this instanceof Elements(List<Cell> cells)) {
      return cells;
    }
    throw new IllegalArgumentException("not elements: " + value());
  }
}
