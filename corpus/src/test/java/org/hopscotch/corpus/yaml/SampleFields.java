package org.hopscotch.corpus.yaml;

import java.util.Optional;
import java.util.stream.Stream;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;

/// Fields of every type, in every way to exist and to have several.
final class SampleFields {
  private static final Section INNER =
      new Section("inner", 3, 1, Families.scalar("x", ScalarType.UINT16).since(2));
  private static final Section EMPTY = new Section("", 0, 0);

  private SampleFields() {}

  static Stream<Field> all() {
    return Stream.concat(
        elements().flatMap(SampleFields::ways),
        Stream.of(
            Families.validate("words: some", Expression.of("a")),
            Families.validate("name", Expression.FALSE)));
  }

  private static Stream<Field> ways(Element element) {
    return Stream.of(
        new Field("m", element),
        new Field("unused", element).since(2),
        new Field("tmp", element).since(-1),
        new Field("0x10", element).test("version >= 2"),
        new Field("m", element).test("0"),
        Families.array("m", element, 0),
        Families.subArray("m", element, 2, 3).since(1),
        Families.varray("m", element, new Count.OfMember("ring.num[1]", -4)),
        Families.varrayAlloc("m", element, Count.of("version")),
        Families.arrayOfPointer("m", element, Count.of("odd name")).test("a ? b : c"),
        Families.arrayOfPointerAutoAlloc("tmp", element, Count.of(4)));
  }

  private static Stream<Element> elements() {
    return Stream.of(
        new FieldType.Scalar(ScalarType.INT32_EQUAL),
        new FieldType.Buffer(Count.of(16), 0, Storage.KEPT),
        new FieldType.Buffer(Count.of("n"), 4, Storage.ALLOCATED),
        new FieldType.Unused(4),
        new FieldType.Bitmap(Count.of("bits")),
        new FieldType.Struct(INNER),
        new FieldType.Struct(EMPTY),
        new FieldType.VStruct(INNER, 2),
        new FieldType.WithTmp(INNER),
        new FieldType.List(FieldType.ListKind.QTAILQ, INNER),
        new FieldType.List(FieldType.ListKind.QLIST, INNER),
        new FieldType.Tree(Optional.of(EMPTY), INNER),
        new FieldType.Tree(Optional.empty(), INNER),
        new FieldType.Fd(),
        new FieldType.PciConfig(256),
        new FieldType.PciIrqState(),
        new FieldType.MsixState(),
        new FieldType.Custom("uint8", Count.of("n")));
  }
}
