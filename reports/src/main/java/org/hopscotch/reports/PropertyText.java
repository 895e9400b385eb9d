package org.hopscotch.reports;

import java.util.List;
import java.util.stream.Collectors;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.PropertyValue;

/// Values of properties in words, as QEMU takes them.
public final class PropertyText {
  private PropertyText() {}

  /// {@return a value as a text that its kind accepts}
  public static String value(PropertyKind kind, PropertyValue value) {
    return switch (value) {
      case PropertyValue.Scalar(long number) -> scalar(kind, number);
      case PropertyValue.Text(String text) -> "\"" + text + "\"";
      case PropertyValue.Elements(List<PropertyValue> values) ->
          values.stream()
              .map(one -> value(kind instanceof PropertyKind.Array(var of) ? of : kind, one))
              .collect(Collectors.joining(","));
    };
  }

  private static String scalar(PropertyKind kind, long number) {
    return switch (kind) {
      case PropertyKind.Bool _ -> number == 0 ? "off" : "on";
      case PropertyKind.Enumeration(List<String> members)
          when number >= 0 && number < members.size() ->
          members.get((int) number);
      case PropertyKind.Int(int _, boolean signed) ->
          signed ? Long.toString(number) : Long.toUnsignedString(number);
      case PropertyKind.Size _ -> Long.toUnsignedString(number);
      case PropertyKind.Enumeration _ -> Long.toString(number);
      case PropertyKind.Text _, PropertyKind.MacAddress _, PropertyKind.Uuid _ ->
          Long.toString(number);
      case PropertyKind.PciDevfn _, PropertyKind.Array _ -> Long.toString(number);
    };
  }
}
