package org.hopscotch.reports;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.state.Value;

/// Values of members in one line. A number is decimal up to five digits, and hexadecimal beyond,
/// where it is likelier an address or a mask; the same in streams.
public final class ValueText {
  private static final long LEAST_HEX = 100_000;
  private static final int BYTES_SHOWN = 32;
  private static final int PARTS_SHOWN = 8;
  private static final int DEEPEST = 3;

  private ValueText() {}

  /// {@return a number; one of few digits below zero has a sign}
  public static String number(long number) {
    return number > -LEAST_HEX && number < LEAST_HEX
        ? Long.toString(number)
        : "0x" + Long.toHexString(number);
  }

  /// {@return a value, cut where it is long}
  public static String of(Value value) {
    return of(value, 0);
  }

  private static String of(Value value, int depth) {
    return switch (value) {
      case Value.Number(long number) -> number(number);
      case Value.Numbers(long[] numbers) -> numbers(numbers);
      case Value.Bytes(byte[] bytes) -> bytes(bytes);
      case Value.Struct(var state) -> struct(state.members(), depth);
      case Value.Elements(List<Value> elements) -> elements(elements, depth);
      case Value.Null _ -> "NULL";
    };
  }

  private static String numbers(long[] numbers) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < Math.min(numbers.length, PARTS_SHOWN); i++) {
      text.append(i == 0 ? "" : ", ").append(number(numbers[i]));
    }
    return text + (numbers.length > PARTS_SHOWN ? "… (%d)]".formatted(numbers.length) : "]");
  }

  /// {@return the first bytes as hex digits, and how many there are}
  public static String bytes(byte[] bytes) {
    String shown = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, BYTES_SHOWN));
    return bytes.length <= BYTES_SHOWN ? shown : shown + "… (" + bytes.length + " bytes)";
  }

  private static String struct(Map<String, Value> members, int depth) {
    if (depth == DEEPEST) {
      return "{…}";
    }
    StringBuilder text = new StringBuilder("{");
    Iterator<Map.Entry<String, Value>> all = members.entrySet().iterator();
    for (int i = 0; i < PARTS_SHOWN && all.hasNext(); i++) {
      Map.Entry<String, Value> member = all.next();
      text.append(i == 0 ? "" : ", ")
          .append(member.getKey())
          .append(" = ")
          .append(of(member.getValue(), depth + 1));
    }
    return text + (all.hasNext() ? "… (%d)}".formatted(members.size()) : "}");
  }

  private static String elements(List<Value> elements, int depth) {
    if (elements.isEmpty()) {
      return "no elements";
    }
    if (depth == DEEPEST) {
      return "[…]";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < Math.min(elements.size(), PARTS_SHOWN); i++) {
      text.append(i == 0 ? "" : ", ").append(of(elements.get(i), depth + 1));
    }
    return text + (elements.size() > PARTS_SHOWN ? "… (%d)]".formatted(elements.size()) : "]");
  }
}
