package org.hopscotch.model.release;

import org.hopscotch.model.schema.Expression;

/// A block of guest memory (wire-format section 7.1).
///
/// @param name of the block
/// @param usedLength in bytes, over the properties of its device and machine
/// @param maxLength in bytes, to which it can be resized; 0 for a block of fixed length
/// @param present whether there is such a block at all, over the same properties
/// @param below whether the device's path, if it has one, stands before the name
public record RamBlock(
    String name, Expression usedLength, long maxLength, Expression present, Expression below) {

  /// A block that is always there, below its device's path.
  public RamBlock(String name, Expression usedLength, long maxLength) {
    this(name, usedLength, maxLength, Expression.TRUE, Expression.TRUE);
  }

  /// {@return this block as one that there is only while a condition holds}
  public RamBlock present(String condition) {
    return new RamBlock(name, usedLength, maxLength, Expression.of(condition), below);
  }

  /// {@return this block as one whose name follows the device's path while a condition holds}
  public RamBlock below(String condition) {
    return new RamBlock(name, usedLength, maxLength, present, Expression.of(condition));
  }
}
