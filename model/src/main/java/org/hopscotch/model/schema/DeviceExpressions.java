package org.hopscotch.model.schema;

import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// Evaluates expressions outside any save or load: over a device's properties, and its members
/// where it has them.
public final class DeviceExpressions {
  private static final Section NOTHING = new Section("", 0, 0);

  private DeviceExpressions() {}

  /// {@return the value of an expression over properties; one of `host.` or `machine.` that nobody
  /// gave is 0}
  ///
  /// @throws IllegalArgumentException when another property has no value
  public static Value value(Expression expression, DeviceState state, Bindings bindings) {
    if (expression instanceof Expression.Constant(long value)) {
      return Value.of(value);
    }
    return new Scope(NOTHING, state, bindings).value(expression);
  }

  /// {@return the number that an expression over properties alone stands for}
  public static long number(Expression expression, Bindings bindings) {
    return switch (value(expression, DeviceState.EMPTY, bindings)) {
      case Value.Number(long number) -> number;
      case Value.Numbers _, Value.Bytes _, Value.Struct _, Value.Elements _, Value.Null _ ->
          throw new IllegalArgumentException("not a number: " + ExpressionText.print(expression));
    };
  }

  /// {@return whether a condition holds for a device}
  public static boolean holds(Expression condition, DeviceState state, Bindings bindings) {
    if (condition instanceof Expression.Constant(long value)) {
      return value != 0;
    }
    return new Scope(NOTHING, state, bindings).holds(condition, 0);
  }
}
