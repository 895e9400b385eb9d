package org.hopscotch.corpus.yaml;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What digits stand for; {@link Nodes} writes them.
final class Digits {
  private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]{1,16})");
  private static final Pattern WHITE = Pattern.compile("\\s+");

  private Digits() {}

  static boolean isHexadecimal(String text) {
    return HEXADECIMAL.matcher(text).matches();
  }

  /// {@return a number, empty when it needs more than 64 bits}
  static Optional<Long> number(String text) {
    Matcher hexadecimal = HEXADECIMAL.matcher(text);
    try {
      return Optional.of(
          hexadecimal.matches()
              ? Long.parseUnsignedLong(hexadecimal.group(1), 16)
              : text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// {@return bytes of two digits each, with space anywhere; empty when it is something else}
  static Optional<byte[]> bytes(String digits) {
    try {
      return Optional.of(HexFormat.of().parseHex(WHITE.matcher(digits).replaceAll("")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
