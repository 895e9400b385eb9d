package org.hopscotch.model.schema;

/// One step of a {@link Hook}.
public sealed interface Statement {

  /// Sets a member; the value wraps to the member's type, and a number fills an array.
  record Assignment(String member, Expression value) implements Statement {}

  /// Fails the save or load while a condition holds.
  ///
  /// @param words what is said then
  record Refuse(String words, Expression when) implements Statement {

    /// @throws IllegalArgumentException for words that cannot stand between quotes
    public Refuse {
      if (words.indexOf('"') >= 0 || words.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("not one line without quotes: " + words);
      }
    }
  }

  /// Ends the hook with a positive result, which up to QEMU 10.0 fails nothing but ends what comes
  /// after it in an enclosing section (wire-format section 4.2).
  record Return(int code, Expression when) implements Statement {

    /// @throws IllegalArgumentException when not positive: refusing has its own statement
    public Return {
      if (code <= 0) {
        throw new IllegalArgumentException("not a positive result: " + code);
      }
    }
  }
}
