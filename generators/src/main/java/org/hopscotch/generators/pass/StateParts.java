package org.hopscotch.generators.pass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// A member of a device's state, wherever it is inside: in structs, and in all elements of lists.
final class StateParts {
  private StateParts() {}

  /// {@return a state in which each value of a member is another, or gone}
  ///
  /// @param member the way to it, as {@link Place#member} says it
  static DeviceState changed(
      DeviceState state, String member, Function<Value, Optional<Value>> change) {
    Map<String, Value> members = new LinkedHashMap<>();
    state
        .members()
        .forEach((name, value) ->
            changed(name, value, member, change).ifPresent(other -> members.put(name, other)));
    return new DeviceState(members);
  }

  private static Optional<Value> changed(
      String name, Value value, String member, Function<Value, Optional<Value>> change) {
    if (name.equals(member)) {
      return change.apply(value);
    }
    return member.startsWith(name + ".")
        ? Optional.of(inside(value, member.substring(name.length() + 1), change))
        : Optional.of(value);
  }

  private static Value inside(Value value, String member, Function<Value, Optional<Value>> change) {
    return switch (value) {
      case Value.Struct(DeviceState state) -> new Value.Struct(changed(state, member, change));
      case Value.Elements(List<Value> values) ->
          new Value.Elements(values.stream().map(one -> inside(one, member, change)).toList());
      case Value.Number _, Value.Numbers _, Value.Bytes _, Value.Null _ -> value;
    };
  }

  /// {@return the number that a member has, if it is one}
  static Optional<Long> number(DeviceState state, String member) {
    return state
        .find(member)
        .flatMap(
            value -> value instanceof Value.Number(long n) ? Optional.of(n) : Optional.empty());
  }
}
