package org.hopscotch.model.wire;

import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.state.Value;

/// The place that one element is saved from: a member, or an element of an array.
sealed interface Slot {

  /// {@return what is there}
  ///
  /// @throws IllegalArgumentException when there is no such member
  Value value();

  /// Puts back a struct that hooks have changed.
  void change(Value value);

  /// A member of the struct at hand.
  record Member(Scope scope, String name) implements Slot {
    @Override
    public Value value() {
      return scope.get(name);
    }

    @Override
    public void change(Value value) {
      scope.set(name, value);
    }
  }

  /// An element that its array takes back later.
  final class Held implements Slot {
    private Value value;

    Held(Value value) {
      this.value = value;
    }

    @Override
    public Value value() {
      return value;
    }

    @Override
    public void change(Value changed) {
      value = changed;
    }
  }

  /// {@return how many elements an array holds; none behind NULL}
  static int length(Value array) {
    return switch (array) {
      case Value.Numbers n -> n.values().length;
      case Value.Elements e -> e.values().size();
      case Value.Null _ -> 0;
      case Value.Number _, Value.Bytes _, Value.Struct _ ->
          throw new IllegalArgumentException("not an array: " + array);
    };
  }

  /// {@return one element of an array}
  static Value at(Value array, int index) {
    return switch (array) {
      case Value.Numbers n -> Value.of(n.values()[index]);
      case Value.Elements e -> e.values().get(index);
      case Value.Number _, Value.Bytes _, Value.Struct _, Value.Null _ ->
          throw new IllegalArgumentException("not an array: " + array);
    };
  }
}
