package org.hopscotch.model.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Paths to members as C writes them: `a`, `a.b`, `a[2].b`. A member whose own name looks like a
/// path, as `regs.ctrl` does, wins over the parts of that name; the longest such name is taken.
public final class MemberPath {
  private MemberPath() {}

  /// {@return the value at `path`, empty when a part of it does not exist}
  public static Optional<Value> find(Map<String, Value> members, String path) {
    int end = headEnd(members, path);
    return end == 0 ? Optional.empty() : inside(members.get(path.substring(0, end)), path, end);
  }

  /// Puts a value at `path`. All but its last part must exist.
  ///
  /// @throws IllegalArgumentException when they do not
  public static void put(Map<String, Value> members, String path, Value value) {
    int end = headEnd(members, path);
    String head = end == 0 ? path : path.substring(0, end);
    members.put(head, end == 0 ? value : replaced(members.get(head), path, end, value));
  }

  static void put(Memory memory, String path, Value value) {
    Map<String, Value> members = memory.state().members();
    int end = headEnd(members, path);
    String head = end == 0 ? path : path.substring(0, end);
    memory.set(head, end == 0 ? value : replaced(members.get(head), path, end, value));
  }

  /// Where the longest prefix of `path` that names a member ends; 0 when there is none.
  private static int headEnd(Map<String, Value> members, String path) {
    int end = path.length();
    while (end > 0 && !members.containsKey(path.substring(0, end))) {
      end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1));
    }
    return Math.max(end, 0);
  }

  private static Optional<Value> inside(Value value, String path, int from) {
    if (from == path.length()) {
      return Optional.of(value);
    }
    if (path.charAt(from) == '.') {
      return value instanceof Value.Struct struct
          ? find(struct.state().members(), path.substring(from + 1))
          : Optional.empty();
    }
    return element(value, index(path, from))
        .flatMap(element -> inside(element, path, path.indexOf(']', from) + 1));
  }

  private static Value replaced(Value value, String path, int from, Value by) {
    if (from == path.length()) {
      return by;
    }
    if (path.charAt(from) == '.' && value instanceof Value.Struct struct) {
      Map<String, Value> members = new LinkedHashMap<>(struct.state().members());
      put(members, path.substring(from + 1), by);
      return new Value.Struct(new DeviceState(members));
    }
    if (path.charAt(from) == '[') {
      int index = index(path, from);
      Value old = element(value, index).orElseThrow(() -> nothingAt(path));
      return withElement(value, index, replaced(old, path, path.indexOf(']', from) + 1, by), path);
    }
    throw nothingAt(path);
  }

  private static Optional<Value> element(Value value, int index) {
    return switch (value) {
      case Value.Numbers n when index < n.values().length ->
          Optional.of(Value.of(n.values()[index]));
      case Value.Bytes b when index < b.bytes().length ->
          Optional.of(Value.of(b.bytes()[index] & 0xff));
      case Value.Elements e when index < e.values().size() -> Optional.of(e.values().get(index));
      case Value.Numbers _, Value.Bytes _, Value.Elements _ -> Optional.empty();
      case Value.Number _, Value.Struct _, Value.Null _ -> Optional.empty();
    };
  }

  private static Value withElement(Value value, int index, Value element, String path) {
    if (value instanceof Value.Elements elements) {
      List<Value> changed = new ArrayList<>(elements.values());
      changed.set(index, element);
      return new Value.Elements(changed);
    }
    if (!(element instanceof Value.Number number)) {
      throw nothingAt(path);
    }
    if (value instanceof Value.Bytes bytes) {
      byte[] changed = bytes.bytes().clone();
      changed[index] = (byte) number.value();
      return new Value.Bytes(changed);
    }
    if (value instanceof Value.Numbers numbers) {
      long[] changed = numbers.values().clone();
      changed[index] = number.value();
      return new Value.Numbers(changed);
    }
    throw nothingAt(path);
  }

  private static int index(String path, int from) {
    try {
      return Integer.parseUnsignedInt(path.substring(from + 1, path.indexOf(']', from)));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("not a member path: " + path, e);
    }
  }

  private static IllegalArgumentException nothingAt(String path) {
    return new IllegalArgumentException("nothing to assign to at " + path);
  }
}
