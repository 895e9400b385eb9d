package org.hopscotch.generators.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The binary heap of the shrinking challenge, with its wrong way to sort: what is below the head
/// is merged once, and then only listed.
sealed interface Heap {
  /// Heaps of a size from 0 to 20, which halves at each branch.
  Generator<Heap> GENERATOR = c -> drawn(c, 0, (int) c.integer(0, 20));

  /// {@return the numbers, those of the right branch before those of the left}
  Stream<Integer> numbers();

  /// {@return whether the wrong way happens to sort this one}
  boolean isRight();

  /// No heap.
  record None() implements Heap {
    @Override
    public Stream<Integer> numbers() {
      return Stream.of();
    }

    @Override
    public boolean isRight() {
      return true;
    }

    @Override
    public String toString() {
      return "None";
    }
  }

  /// A number and two heaps of no smaller ones.
  record Branch(int head, Heap left, Heap right) implements Heap {
    @Override
    public Stream<Integer> numbers() {
      return Stream.of(Stream.of(head), right.numbers(), left.numbers()).flatMap(all -> all);
    }

    @Override
    public boolean isRight() {
      List<Integer> listed = new ArrayList<>(List.of(head));
      listed.addAll(merged(left, right).numbers().toList());
      List<Integer> sorted = numbers().sorted().toList();
      return listed.equals(sorted);
    }

    @Override
    public String toString() {
      return "(" + head + ", " + left + ", " + right + ")";
    }
  }

  private static Heap merged(Heap one, Heap other) {
    if (!(one instanceof Branch(int head, Heap left, Heap right))) {
      return other;
    }
    if (other instanceof Branch second && second.head < head) {
      return new Branch(second.head, merged(second.right, one), second.left);
    }
    return other instanceof None ? one : new Branch(head, merged(right, other), left);
  }

  private static Heap drawn(Choices choices, int least, int size) {
    return choices.span(
        "heap",
        c -> {
          if (size <= 0 || c.below(8) == 0) {
            return new None();
          }
          int head = (int) c.integer(least, Integer.MAX_VALUE);
          return new Branch(head, drawn(c, head, size / 2), drawn(c, head, size / 2));
        });
  }
}
