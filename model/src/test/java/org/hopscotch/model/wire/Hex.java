package org.hopscotch.model.wire;

import java.util.HexFormat;

/// Bytes in tests: hex digits with blanks between, `'text'` for ASCII.
final class Hex {
  private Hex() {}

  static byte[] bytes(String text) {
    StringBuilder digits = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (quoted) {
        digits.append(HexFormat.of().toHexDigits((byte) c));
      } else if (!Character.isWhitespace(c)) {
        digits.append(c);
      }
    }
    return HexFormat.of().parseHex(digits);
  }

  static String text(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
