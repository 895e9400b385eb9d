package org.hopscotch.model.wire;

/// Where encoded bytes go, in order.
@FunctionalInterface
public interface ByteSink {
  /// Takes `length` bytes from `from[offset]`; the array is reused after the call.
  ///
  /// @throws java.io.UncheckedIOException when the bytes cannot be stored
  void write(byte[] from, int offset, int length);
}
