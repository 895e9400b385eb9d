package org.hopscotch.model.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// The state of a struct that was just allocated: every member that a section mentions is zero,
/// NULL or empty. The loader meets it in new list elements, tree nodes and scratch space; QEMU
/// zeroes only tree nodes, and what it leaves in the others is anything, so zero is as good as any.
public final class ZeroedMemory {
  private ZeroedMemory() {}

  /// {@return the zeroed members of a section and its subsections}
  public static DeviceState of(Section section) {
    Map<String, Value> members = new LinkedHashMap<>();
    fill(members, section);
    return new DeviceState(members);
  }

  private static void fill(Map<String, Value> members, Section section) {
    for (Field field : section.fields()) {
      fill(members, field);
    }
    section.subsections().forEach(subsection -> fill(members, subsection.section()));
  }

  private static void fill(Map<String, Value> members, Field field) {
    switch (field.type()) {
      case FieldType.Validate _, FieldType.Unused _, FieldType.WithTmp _ -> {}
      case FieldType.MsixState _ -> {
        members.putIfAbsent("entries", Value.of(0));
        members.putIfAbsent("table", new Value.Bytes());
        members.putIfAbsent("pba", new Value.Bytes());
      }
      case FieldType.Element element -> members.putIfAbsent(field.name(), value(element));
      case FieldType.Array array when array.element() instanceof FieldType.Unused -> {}
      case FieldType.Array array -> members.putIfAbsent(field.name(), value(array));
      case FieldType.PointerArray pointers ->
          members.putIfAbsent(
              field.name(),
              new Value.Elements(Collections.nCopies(length(pointers.count()), Value.NULL)));
    }
  }

  private static Value value(FieldType.Array array) {
    int length = array.start() + length(array.count());
    return array.element() instanceof FieldType.Scalar
        ? new Value.Numbers(new long[length])
        : new Value.Elements(new ArrayList<>(Collections.nCopies(length, value(array.element()))));
  }

  /// {@return the zero value of an element; {@link Value#NULL} for one without member}
  public static Value value(FieldType.Element element) {
    return switch (element) {
      case FieldType.Scalar _, FieldType.Fd _ -> Value.of(0);
      case FieldType.Buffer b -> new Value.Bytes(new byte[b.start() + length(b.length())]);
      case FieldType.Bitmap b -> new Value.Numbers(new long[Math.ceilDiv(length(b.bits()), 64)]);
      case FieldType.Struct s -> new Value.Struct(of(s.section()));
      case FieldType.VStruct s -> new Value.Struct(of(s.section()));
      case FieldType.List _, FieldType.Tree _ -> new Value.Elements(List.of());
      case FieldType.PciConfig p -> new Value.Bytes(new byte[p.bytes()]);
      case FieldType.PciIrqState _ -> new Value.Numbers(new long[FieldType.PciIrqState.PINS]);
      case FieldType.Custom c -> new Value.Bytes(new byte[length(c.length())]);
      case FieldType.Unused _, FieldType.WithTmp _, FieldType.MsixState _ -> Value.NULL;
    };
  }

  private static int length(Count count) {
    return switch (count) {
      case Count.Fixed fixed -> fixed.n();
      case Count.OfMember _ -> 0;
    };
  }
}
