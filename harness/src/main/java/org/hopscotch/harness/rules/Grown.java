package org.hopscotch.harness.rules;

import java.util.Arrays;
import java.util.List;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.state.Value;

/// Arrays in memory: of numbers, or of anything else.
final class Grown {
  private Grown() {}

  /// {@return an array of at least a length, with zeros behind what it had}
  static Cell to(int length, Cell array, FieldType.Element element) {
    if (array instanceof Cell.Elements(List<Cell> cells)) {
      while (cells.size() < length) {
        cells.add(Zeros.element(element));
      }
      return array;
    }
    long[] numbers = array.numbers();
    return numbers.length >= length
        ? array
        : new Cell.Leaf(new Value.Numbers(Arrays.copyOf(numbers, length)));
  }

  static Cell get(Cell array, int index) {
    return array instanceof Cell.Elements(List<Cell> cells)
        ? cells.get(index)
        : Cell.of(array.numbers()[index]);
  }

  static void set(Cell array, int index, Cell to) {
    switch (array) {
      case Cell.Elements(List<Cell> cells) -> cells.set(index, to);
      case Cell.Leaf(Value.Numbers(long[] numbers)) -> numbers[index] = to.number();
      case Cell.Leaf _, Cell.Struct _ ->
          throw new IllegalArgumentException("not an array: " + array.value());
    }
  }
}
