package org.hopscotch.harness.rules;

import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.state.Value;

/// Finds members as C writes them: `a`, `a.b`, `a[2].b`. Of members whose own names look like the
/// beginning of such a path, the longest is meant.
final class Paths {
  private Paths() {}

  static Optional<Cell> find(Map<String, Cell> members, String path) {
    String name = name(members, path);
    return name.isEmpty()
        ? Optional.empty()
        : below(members.get(name), path.substring(name.length()));
  }

  /// Puts a cell where a path leads; a path that begins with no member is a new member's name.
  static void put(Map<String, Cell> members, String path, Cell cell) {
    String name = name(members, path);
    if (name.isEmpty() || name.equals(path)) {
      members.put(path, cell);
    } else {
      putBelow(members.get(name), path.substring(name.length()), path, cell);
    }
  }

  private static String name(Map<String, Cell> members, String path) {
    for (int end = path.length(); end > 0; end--) {
      boolean whole = end == path.length() || path.charAt(end) == '.' || path.charAt(end) == '[';
      if (whole && members.containsKey(path.substring(0, end))) {
        return path.substring(0, end);
      }
    }
    return "";
  }

  private static Optional<Cell> below(Cell cell, String rest) {
    if (rest.isEmpty()) {
      return Optional.of(cell);
    }
    if (rest.startsWith(".")) {
      return cell instanceof Cell.Struct(Map<String, Cell> members)
          ? find(members, rest.substring(1))
          : Optional.empty();
    }
    return element(cell, index(rest)).flatMap(one -> below(one, behindIndex(rest)));
  }

  private static void putBelow(Cell cell, String rest, String path, Cell by) {
    if (rest.startsWith(".") && cell instanceof Cell.Struct(Map<String, Cell> members)) {
      put(members, rest.substring(1), by);
    } else if (rest.startsWith("[") && element(cell, index(rest)).isPresent()) {
      if (behindIndex(rest).isEmpty()) {
        putElement(cell, index(rest), by);
      } else {
        putBelow(element(cell, index(rest)).orElseThrow(), behindIndex(rest), path, by);
      }
    } else {
      throw new IllegalArgumentException("no member " + path);
    }
  }

  private static int index(String rest) {
    return Integer.parseUnsignedInt(rest.substring(1, rest.indexOf(']')));
  }

  private static String behindIndex(String rest) {
    return rest.substring(rest.indexOf(']') + 1);
  }

  private static Optional<Cell> element(Cell cell, int index) {
    return switch (cell) {
      case Cell.Elements e when index < e.cells().size() -> Optional.of(e.cells().get(index));
      case Cell.Leaf(Value.Numbers(long[] numbers)) when index < numbers.length ->
          Optional.of(Cell.of(numbers[index]));
      case Cell.Leaf(Value.Bytes(byte[] bytes)) when index < bytes.length ->
          Optional.of(Cell.of(bytes[index] & 0xff));
      case Cell.Elements _, Cell.Leaf _, Cell.Struct _ -> Optional.empty();
    };
  }

  private static void putElement(Cell cell, int index, Cell by) {
    switch (cell) {
      case Cell.Elements(var cells) -> cells.set(index, by);
      case Cell.Leaf(Value.Numbers(long[] numbers)) -> numbers[index] = by.number();
      case Cell.Leaf(Value.Bytes(byte[] bytes)) -> bytes[index] = (byte) by.number();
      case Cell.Leaf _, Cell.Struct _ ->
          throw new IllegalArgumentException("no elements: " + cell.value());
    }
  }
}
