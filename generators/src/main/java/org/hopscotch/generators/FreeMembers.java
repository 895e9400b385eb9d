package org.hopscotch.generators;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// Which members of a struct a guest can give other values than a reset does: not what the device
/// computes, compares with its own or takes from its configuration, nor what this configuration has
/// switched off.
final class FreeMembers {
  private FreeMembers() {}

  /// {@return whether a guest can give a member other values here}
  static boolean isFree(Member member, StructUse use, Bindings host, DeviceState reset) {
    String name = member.name();
    FieldUse fields = use.fields();
    List<FieldUse.Sent> sent = fields.sent(name);
    if (fields.isMade(name) || fields.isMask(name)) {
      return false;
    }
    if (sent.isEmpty()) {
      return fields.isTaken(name)
          || (member.visible() && !fields.isDerived(name) && (isTold(member) || isOwn(member)));
    }
    if (!member.visible() && fields.isDerived(name)) {
      return false;
    }
    return (!isSwitchedOff(sent, host) || fields.isTaken(name))
        && !sent.stream().allMatch(one -> isCompared(one.type()))
        && (isTold(member) || !isFull(name, use, reset));
  }

  /// {@return whether a guest would give a member other values, by all that its section says of it}
  static boolean isExpected(Member member, StructUse use) {
    String name = member.name();
    FieldUse fields = use.fields();
    List<FieldUse.Sent> sent = fields.sent(name);
    return member.visible()
        && !fields.isMade(name)
        && !fields.isMask(name)
        && !fields.isDerived(name)
        && !sent.isEmpty()
        && !sent.stream().allMatch(one -> isCompared(one.type()));
  }

  /// Who says which values a guest can give a member says that it can.
  private static boolean isTold(Member member) {
    return !member.legal().equals(Expression.TRUE);
  }

  /// What nobody sends, and a reset sets to something or takes from the configuration, is how the
  /// device is made.
  private static boolean isOwn(Member member) {
    return member.reset().stream().allMatch(Expression.FALSE::equals);
  }

  /// {@return whether properties keep a member at home: then this guest does not have the feature
  /// that it belongs to}
  private static boolean isSwitchedOff(List<FieldUse.Sent> sent, Bindings host) {
    return sent.stream()
        .allMatch(one ->
            one.conditions().stream()
                .anyMatch(condition ->
                    !(condition instanceof Expression.Constant)
                        && !ExpressionParts.properties(condition).isEmpty()
                        && Known.never(condition, host)));
  }

  /// {@return whether the loader takes nothing but its own value, or what is no number of ours}
  private static boolean isCompared(FieldType type) {
    return switch (type) {
      case FieldType.Scalar(ScalarType scalar) -> isEqual(scalar);
      case FieldType.Array(FieldType.Scalar(ScalarType scalar), _, _, _) -> isEqual(scalar);
      case FieldType.Fd _ -> true;
      case FieldType.Element _, FieldType.Array _, FieldType.PointerArray _ -> false;
      case FieldType.Validate _ -> false;
    };
  }

  private static boolean isEqual(ScalarType type) {
    return switch (type) {
      case UINT8_EQUAL, UINT16_EQUAL, INT32_EQUAL, UINT32_EQUAL, UINT64_EQUAL -> true;
      case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> false;
      case INT32_POSITIVE_LE, TIMER, CPU_DOUBLE, FLOAT64 -> false;
    };
  }

  /// {@return whether a member counts all of an array from the reset on: then it says how large the
  /// device is}
  private static boolean isFull(String counter, StructUse use, DeviceState reset) {
    OptionalLong most = most(counter, use, reset);
    return most.isPresent()
        && most.getAsLong() > 0
        && reset.find(counter).equals(Optional.of(Value.of(most.getAsLong())));
  }

  /// {@return the largest count that keeps within its arrays; empty for what counts nothing}
  static OptionalLong most(String counter, StructUse use, DeviceState reset) {
    return use.fields().countedBy(counter).stream()
        .mapToLong(one -> one.most(reset.find(one.array()).map(FreeMembers::length).orElse(0)))
        .min();
  }

  private static int length(Value value) {
    return switch (value) {
      case Value.Numbers(long[] numbers) -> numbers.length;
      case Value.Bytes(byte[] bytes) -> bytes.length;
      case Value.Elements(List<Value> elements) -> elements.size();
      case Value.Number _, Value.Struct _, Value.Null _ -> 0;
    };
  }
}
