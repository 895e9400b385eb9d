package org.hopscotch.model.release;

import org.hopscotch.model.schema.Expression;

/// A block of guest memory (wire-format section 7.1).
///
/// @param name below the device's path, if it has one
/// @param usedLength in bytes, over the properties of its device and machine
/// @param maxLength in bytes, to which it can be resized; 0 for a block of fixed length
public record RamBlock(String name, Expression usedLength, long maxLength) {}
