package org.hopscotch.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldKindsTest {
  private static final Section NODE =
      new Section("node", 1, 1, Families.scalar("size", ScalarType.UINT32));

  @Test
  void namesTypesOfNestedSectionsToo() {
    Section section =
        new Section(
                "device",
                1,
                1,
                Families.array("rows", new FieldType.Struct(NODE), 3),
                Families.qtailq("queue", 0, NODE),
                Families.scalar("late", ScalarType.BOOL).since(1))
            .with(
                new Subsection(
                    new Section("device/irq", 1, 1, Families.scalar("irq", ScalarType.INT8))))
            .with(Hooks.NONE.preLoad("irq = 0"));
    assertThat(FieldKinds.of(section))
        .containsExactly(
            "array",
            "bool",
            "int8",
            "pre_load",
            "qtailq",
            "since",
            "struct",
            "subsection",
            "uint32");
  }

  @Test
  void tellsTheWaysToHaveSeveralApart() {
    FieldType.Element element = new FieldType.Scalar(ScalarType.UINT8);
    assertThat(
            FieldKinds.of(
                new Section(
                    "device",
                    1,
                    1,
                    Families.subArray("a", element, 1, 2),
                    Families.varray("b", element, Count.of("n")),
                    Families.varrayAlloc("c", element, Count.of("n")),
                    Families.arrayOfPointer("d", element, Count.of(2)),
                    Families.arrayOfPointerAutoAlloc("e", element, Count.of(2)))))
        .containsExactly(
            "allocated varray", "marked pointers", "pointers", "sub array", "uint8", "varray");
  }
}
