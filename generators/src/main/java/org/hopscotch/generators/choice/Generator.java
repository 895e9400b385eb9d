package org.hopscotch.generators.choice;

/// Makes a value out of choices: the same value from the same choices, and the simplest one when
/// all of them are 0.
@FunctionalInterface
public interface Generator<T> {
  /// {@return the value that the next choices stand for}
  T draw(Choices choices);
}
