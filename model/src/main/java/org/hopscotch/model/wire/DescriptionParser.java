package org.hopscotch.model.wire;

import java.io.Serial;

/// Reads the text of a VMDESCRIPTION.
@FunctionalInterface
public interface DescriptionParser {
  /// {@return the description that the UTF-8 text `json` is}
  ///
  /// @throws MalformedDescription when it is not JSON or not the JSON of wire-format section 10.1
  Description parse(byte[] json) throws MalformedDescription;

  /// Says what is wrong with a description's text.
  final class MalformedDescription extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final int offset;

    /// Says so without a stack trace: this is ordinary for damaged input.
    ///
    /// @param offset in the text, in bytes
    public MalformedDescription(int offset, String problem) {
      super(problem, null, false, false);
      this.offset = offset;
    }

    public int offset() {
      return offset;
    }
  }
}
