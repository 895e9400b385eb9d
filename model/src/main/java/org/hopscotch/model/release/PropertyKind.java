package org.hopscotch.model.release;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The `DEFINE_PROP_*` kinds, each with the text forms that it accepts (wire-format section 11.2).
public sealed interface PropertyKind {

  /// What came of parsing a text.
  sealed interface Parsed {}

  /// The text stands for a value.
  record Accepted(PropertyValue value) implements Parsed {}

  /// The text stands for nothing.
  ///
  /// @param words QEMU's
  record Refused(String words) implements Parsed {}

  /// `BOOL`, `BIT` and `BIT64`, which differ in where the value lies, not in what it can be.
  record Bool() implements PropertyKind {}

  /// `UINT8` to `UINT64`, `INT32` and `INT64`.
  ///
  /// @param bits 8, 16, 32 or 64
  record Int(int bits, boolean signed) implements PropertyKind {}

  /// `SIZE` and `SIZE32`: bytes, with a suffix for powers of 1024.
  record Size(int bits) implements PropertyKind {}

  /// `ON_OFF_AUTO`, link speeds and widths, and all other enums; the value is the member's
  /// position.
  record Enumeration(List<String> members) implements PropertyKind {
    public Enumeration {
      members = List.copyOf(members);
    }
  }

  /// `STRING`.
  record Text() implements PropertyKind {}

  /// `MACADDR`: six pairs of hexadecimal digits.
  record MacAddress() implements PropertyKind {}

  /// `PCI_DEVFN`: `slot.function` in hexadecimal, `slot`, or a number.
  record PciDevfn() implements PropertyKind {}

  /// `UUID`, or `auto`.
  record Uuid() implements PropertyKind {}

  /// `ARRAY`: elements separated by commas here.
  record Array(PropertyKind element) implements PropertyKind {}

  /// {@return whether a value of this kind says the same as one of another} A switch that becomes
  /// an `ON_OFF_AUTO` goes by its word, all else by value.
  default boolean isSame(PropertyValue value, PropertyKind otherKind, PropertyValue other) {
    Optional<String> own = word(value);
    Optional<String> others = otherKind.word(other);
    boolean words = own.isPresent() && others.isPresent();
    return words ? own.equals(others) : value.equals(other);
  }

  private Optional<String> word(PropertyValue value) {
    if (!(value instanceof PropertyValue.Scalar(long number))) {
      return Optional.empty();
    }
    return switch (this) {
      case Bool _ -> Optional.of(number != 0 ? "on" : "off");
      case Enumeration(List<String> members) ->
          members.stream().skip(Math.max(number, 0)).findFirst();
      case Int _, Size _, Text _, MacAddress _, PciDevfn _, Uuid _, Array _ -> Optional.empty();
    };
  }

  /// {@return a value as a text that stands for it}
  default String text(PropertyValue value) {
    return switch (value) {
      case PropertyValue.Scalar(long number) -> text(number);
      case PropertyValue.Text(String text) -> text;
      case PropertyValue.Elements(List<PropertyValue> values) ->
          values.stream()
              .map(one -> (this instanceof Array(PropertyKind element) ? element : this).text(one))
              .collect(Collectors.joining(","));
    };
  }

  private String text(long number) {
    return switch (this) {
      case Bool _ -> number == 0 ? "off" : "on";
      case Enumeration(List<String> members) when number >= 0 && number < members.size() ->
          members.get((int) number);
      case Int(int _, boolean signed) when !signed -> Long.toUnsignedString(number);
      case Size _ -> Long.toUnsignedString(number);
      case PciDevfn _ when number >= 0 && number < 256 ->
          "%02x.%x".formatted(number >> 3, number & 7);
      case Int _, Enumeration _, PciDevfn _ -> Long.toString(number);
      case Text _, MacAddress _, Uuid _, Array _ -> Long.toString(number);
    };
  }

  /// {@return what a text stands for}
  ///
  /// @param name of the property, for the words of a refusal
  default Parsed parse(String name, String text) {
    return switch (this) {
      case Bool _ -> Texts.bool(name, text);
      case Int(int bits, boolean signed) -> Texts.integer(name, text, bits, signed);
      case Size(int bits) -> Texts.size(name, text, bits);
      case Enumeration(List<String> members) ->
          members.contains(text)
              ? number(members.indexOf(text))
              : new Refused("Parameter '%s' does not accept value '%s'".formatted(name, text));
      case Text _ -> new Accepted(new PropertyValue.Text(text));
      case MacAddress _ -> Texts.form(name, text, Texts.MAC);
      case PciDevfn _ -> Texts.devfn(name, text);
      case Uuid _ -> Texts.form(name, text, Texts.UUID);
      case Array(PropertyKind element) -> {
        List<PropertyValue> values = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
          if (!(element.parse(name, part) instanceof Accepted(PropertyValue value))) {
            yield element.parse(name, part);
          }
          values.add(value);
        }
        yield new Accepted(new PropertyValue.Elements(values));
      }
    };
  }

  private static Accepted number(long value) {
    return new Accepted(new PropertyValue.Scalar(value));
  }

  /// The text forms that are not plain lists of words.
  final class Texts {
    private static final Pattern MAC = Pattern.compile("([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}");
    private static final Pattern UUID =
        Pattern.compile("auto|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SLOT = Pattern.compile("([0-9a-fA-F]{1,2})(?:\\.([0-7]))?");
    private static final Pattern INTEGER =
        Pattern.compile("\\s*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)");
    private static final Pattern SIZE =
        Pattern.compile("\\s*([0-9]+)(\\.[0-9]+)?([BKMGTPEbkmgtpe]?)|\\s*(0[xX][0-9a-fA-F]+)");
    private static final String SUFFIXES = "BKMGTPE";

    private Texts() {}

    private static Parsed bool(String name, String text) {
      return switch (text) {
        case "on", "yes", "true", "y" -> number(1);
        case "off", "no", "false", "n" -> number(0);
        default -> new Refused("Parameter '%s' expects 'on' or 'off'".formatted(name));
      };
    }

    private static Parsed integer(String name, String text, int bits, boolean signed) {
      Matcher matcher = INTEGER.matcher(text);
      if (!matcher.matches()) {
        return new Refused(
            "Parameter '%s' expects %s".formatted(name, signed ? "int64" : "uint64"));
      }
      BigInteger magnitude = magnitude(matcher.group(2));
      BigInteger value = matcher.group(1).equals("-") ? magnitude.negate() : magnitude;
      boolean fits =
          signed ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
      return fits
          ? number(value.longValue())
          : new Refused(
              "Parameter '%s' expects %sint%d_t".formatted(name, signed ? "" : "u", bits));
    }

    /// C's base-0 rules: `0x` for hexadecimal, a leading zero for octal.
    private static BigInteger magnitude(String digits) {
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        return new BigInteger(digits.substring(2), 16);
      }
      return new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
    }

    private static Parsed size(String name, String text, int bits) {
      Matcher matcher = SIZE.matcher(text);
      Optional<BigInteger> bytes = matcher.matches() ? bytes(matcher) : Optional.empty();
      if (bytes.isEmpty()) {
        return new Refused(
            "Parameter '%s' expects a non-negative number below 2^64".formatted(name));
      }
      return bytes.get().bitLength() <= bits
          ? number(bytes.get().longValue())
          : new Refused("Parameter '%s' expects a size below 2^%d".formatted(name, bits));
    }

    private static Optional<BigInteger> bytes(Matcher matcher) {
      if (matcher.group(4) != null) {
        return Optional.of(magnitude(matcher.group(4)));
      }
      String suffix = matcher.group(3).toUpperCase(Locale.ROOT);
      int shift = suffix.isEmpty() ? 0 : 10 * SUFFIXES.indexOf(suffix);
      BigInteger whole = new BigInteger(matcher.group(1)).shiftLeft(shift);
      String fraction = matcher.group(2);
      if (fraction == null) {
        return Optional.of(whole);
      }
      if (shift == 0) {
        return Optional.empty();
      }
      String digits = fraction.substring(1);
      BigInteger part =
          new BigInteger(digits).shiftLeft(shift).divide(BigInteger.TEN.pow(digits.length()));
      return Optional.of(whole.add(part));
    }

    private static Parsed devfn(String name, String text) {
      Matcher matcher = SLOT.matcher(text);
      if (matcher.matches()) {
        int slot = Integer.parseInt(matcher.group(1), 16);
        int function = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        if (slot < 32) {
          return number(slot << 3 | function);
        }
      }
      return new Refused("Property '%s' doesn't take value '%s'".formatted(name, text));
    }

    private static Parsed form(String name, String text, Pattern form) {
      return form.matcher(text).matches()
          ? new Accepted(new PropertyValue.Text(text.toLowerCase(Locale.ROOT)))
          : new Refused("Property '%s' doesn't take value '%s'".formatted(name, text));
    }
  }
}
