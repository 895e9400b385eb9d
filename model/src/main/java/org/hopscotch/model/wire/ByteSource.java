package org.hopscotch.model.wire;

/// Where a stream's bytes come from, in order and once: a file, a pipe, an array.
@FunctionalInterface
public interface ByteSource {
  /// Reads between 1 and `length` bytes.
  ///
  /// @return how many bytes were put at `into[offset]`, or -1 at the end
  /// @throws java.io.UncheckedIOException when the bytes cannot be had
  int read(byte[] into, int offset, int length);

  /// {@return a source of these bytes}
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      private int position;

      @Override
      public int read(byte[] into, int offset, int length) {
        if (position == bytes.length) {
          return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count;
      }
    };
  }
}
