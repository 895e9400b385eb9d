package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;

/// What is simpler than a field's type, the simplest first.
final class SimplerType {
  private static final Element BYTE = new FieldType.Scalar(ScalarType.UINT8);

  private SimplerType() {}

  static List<FieldType> of(FieldType type) {
    List<FieldType> all = new ArrayList<>();
    switch (type) {
      case Element element -> all.addAll(elements(element));
      case FieldType.Array(Element element, Count count, int start, Storage storage) -> {
        all.add(element);
        shorter(count).forEach(n -> all.add(new FieldType.Array(element, n, start, storage)));
        all.add(new FieldType.Array(element, count, 0, Storage.KEPT));
        elements(element).forEach(one -> all.add(new FieldType.Array(one, count, start, storage)));
      }
      case FieldType.PointerArray(Element element, Count count, var markers) -> {
        all.add(element);
        all.add(new FieldType.Array(element, count, 0, Storage.KEPT));
        shorter(count).forEach(n -> all.add(new FieldType.PointerArray(element, n, markers)));
      }
      case FieldType.Validate _ -> {}
    }
    all.removeIf(type::equals);
    return all;
  }

  private static List<Element> elements(Element element) {
    List<Element> all = new ArrayList<>();
    all.add(BYTE);
    switch (element) {
      case FieldType.Buffer(Count length, int start, Storage storage) -> {
        shorter(length).forEach(n -> all.add(new FieldType.Buffer(n, start, storage)));
        all.add(new FieldType.Buffer(length, 0, Storage.KEPT));
      }
      case FieldType.Unused _ -> all.set(0, new FieldType.Unused(1));
      case FieldType.Bitmap(Count bits) ->
          shorter(bits).forEach(n -> all.add(new FieldType.Bitmap(n)));
      case FieldType.Custom(String name, Count length) ->
          shorter(length).forEach(n -> all.add(new FieldType.Custom(name, n)));
      case FieldType.VStruct(Section section, _) -> all.add(new FieldType.Struct(section));
      case FieldType.List(_, Section node) -> all.add(new FieldType.Struct(node));
      case FieldType.Tree(_, Section value) -> all.add(new FieldType.Struct(value));
      case FieldType.Scalar _, FieldType.Struct _, FieldType.Fd _ -> {}
      case FieldType.PciConfig _, FieldType.PciIrqState _ -> {}
      case FieldType.MsixState _, FieldType.WithTmp _ -> {}
    }
    all.removeIf(element::equals);
    return all;
  }

  private static List<Count> shorter(Count count) {
    return count instanceof Count.Fixed(int n) && n > 1
        ? n > 3 ? List.of(Count.of(1), Count.of(n / 2)) : List.of(Count.of(1))
        : List.of();
  }
}
