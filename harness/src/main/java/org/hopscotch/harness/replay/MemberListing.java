package org.hopscotch.harness.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.reports.ValueText;

/// The members of a device at one stop, in one line: first what is not as it was at the stop
/// before, then what is not as a reset leaves it. Where there are few members, all of them.
final class MemberListing {
  private static final int FEW = 8;
  private static final int MOST = 24;
  private static final int LARGEST_ARRAY = 16;

  private MemberListing() {}

  /// {@return the members; empty for a device without any}
  ///
  /// @param before the same device as it left the stop before
  /// @param fresh the same device after a reset
  static String of(DeviceState now, Optional<DeviceState> before, Optional<DeviceState> fresh) {
    Map<String, Value> members = leaves(now);
    Map<String, Value> old = before.map(MemberListing::leaves).orElse(Map.of());
    Map<String, Value> reset = fresh.map(MemberListing::leaves).orElse(Map.of());
    List<String> moved = new ArrayList<>();
    List<String> others = new ArrayList<>();
    int left = 0;
    for (Map.Entry<String, Value> member : members.entrySet()) {
      String name = member.getKey();
      Value value = member.getValue();
      Optional<Value> was = Optional.ofNullable(old.get(name));
      if (before.isPresent() && !was.equals(Optional.of(value))) {
        moved.add(name + " = " + ValueText.of(value) + was(value, was));
      } else if (members.size() <= FEW || !value.equals(reset.get(name))) {
        others.add(name + " = " + ValueText.of(value));
      } else {
        left++;
      }
    }
    List<String> words = new ArrayList<>(moved);
    words.addAll(others);
    if (words.size() > MOST) {
      int more = words.size() - MOST;
      words.subList(MOST, words.size()).clear();
      words.add("and %d more".formatted(more));
    }
    if (left > 0) {
      words.add("%d as a reset leaves %s".formatted(left, left == 1 ? "it" : "them"));
    }
    return String.join(", ", words);
  }

  private static String was(Value value, Optional<Value> was) {
    if (was.isEmpty()) {
      return " (new)";
    }
    if (value instanceof Value.Bytes(byte[] now) && was.get() instanceof Value.Bytes(byte[] old)) {
      int at = Arrays.mismatch(now, old);
      if (at < Math.min(now.length, old.length)) {
        return " (byte 0x%x was %02x, is %02x)".formatted(at, old[at], now[at]);
      }
    }
    return " (was " + ValueText.of(was.get()) + ")";
  }

  /// Takes structs and arrays of structs apart.
  private static Map<String, Value> leaves(DeviceState state) {
    Map<String, Value> all = new LinkedHashMap<>();
    state.members().forEach((name, value) -> add(all, name, value));
    return all;
  }

  private static void add(Map<String, Value> all, String path, Value value) {
    switch (value) {
      case Value.Struct(DeviceState inside) ->
          inside.members().forEach((name, part) -> add(all, path + "." + name, part));
      case Value.Elements(List<Value> elements)
          when !elements.isEmpty() && elements.size() <= LARGEST_ARRAY -> {
        for (int i = 0; i < elements.size(); i++) {
          add(all, path + "[" + i + "]", elements.get(i));
        }
      }
      case Value.Elements _, Value.Number _, Value.Numbers _, Value.Bytes _, Value.Null _ ->
          all.put(path, value);
    }
  }
}
