package org.hopscotch.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldKinds;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.junit.jupiter.api.Test;

class SectionsTest {
  private static final int CASES = 4000;

  @Test
  void drawsTheSimplestSectionFromNothing() {
    assertThat(Sections.draw(Choices.recorded())).isEqualTo(new Section("Device", 0, 0));
  }

  /// Sections of a hundred that have something, at least.
  @Test
  void drawsEverythingOftenEnough() {
    Map<String, Integer> counts = new TreeMap<>();
    for (int number = 0; number < CASES; number++) {
      FieldKinds.of(Sections.draw(Choices.unrecorded(1, number)))
          .forEach(kind -> counts.merge(kind, 1, Integer::sum));
    }
    for (ScalarType type : ScalarType.values()) {
      assertFloor(counts, type.wireName(), 4);
    }
    Map<String, Integer> floors = new TreeMap<>();
    floors.put("buffer", 10);
    floors.put("bitmap", 8);
    floors.put("unused_buffer", 10);
    floors.put("struct", 10);
    floors.put("vstruct", 8);
    floors.put("qtailq", 8);
    floors.put("qlist", 8);
    floors.put("gtree", 8);
    floors.put("tmp", 4);
    floors.put("pci config", 4);
    floors.put("pci irq state", 8);
    floors.put("msix state", 4);
    floors.put("custom", 8);
    floors.put("validate", 4);
    floors.put("array", 4);
    floors.put("varray", 4);
    floors.put("sub array", 4);
    floors.put("allocated varray", 4);
    floors.put("pointers", 4);
    floors.put("marked pointers", 4);
    floors.put("since", 10);
    floors.put("test", 10);
    floors.put("subsection", 20);
    floors.put("pre_save", 4);
    floors.put("pre_load", 8);
    floors.put("post_load", 8);
    floors.put("post_save", 2);
    floors.forEach((kind, floor) -> assertFloor(counts, kind, floor));
    assertThat(counts.get("fd")).isPositive();
  }

  private static void assertFloor(Map<String, Integer> counts, String kind, int hundredths) {
    assertThat(counts.getOrDefault(kind, 0))
        .as("%s in %s", kind, counts)
        .isGreaterThanOrEqualTo(CASES * hundredths / 100);
  }

  @Test
  void drawsConditionsOfEveryKind() {
    Set<String> conditions = new TreeSet<>();
    for (int number = 0; number < CASES; number++) {
      for (Field field : Sections.draw(Choices.unrecorded(2, number)).fields()) {
        if (field.existence() instanceof Existence.Test(Expression test)) {
          conditions.add(ExpressionText.print(test).replaceAll("\\d+", "1"));
        }
      }
    }
    assertThat(conditions)
        .contains("property(x-p1)", "c1", "!c1", "version >= 1", "f1 != 1", "n1 > 1");
  }

  /// Or a loader would take one's subsections for the other's.
  @Test
  void givesNoSectionANameThatBeginsAnothersButItsSubsections() {
    for (int number = 0; number < CASES; number++) {
      Set<String> names = new TreeSet<>();
      Section section = Sections.draw(Choices.unrecorded(3, number));
      collect(section, names);
      for (String name : names) {
        assertThat(names)
            .filteredOn(other -> !other.equals(name) && other.startsWith(name))
            .allMatch(other -> other.startsWith(name + "/"));
      }
    }
  }

  private static void collect(Section section, Set<String> names) {
    names.add(section.name());
    for (Field field : section.fields()) {
      switch (field.type().elementType().orElse(new FieldType.Unused(0))) {
        case FieldType.Struct s -> collect(s.section(), names);
        case FieldType.VStruct s -> collect(s.section(), names);
        case FieldType.List list -> collect(list.node(), names);
        case FieldType.Tree tree -> collect(tree.value(), names);
        default -> {}
      }
    }
    section.subsections().stream()
        .map(Subsection::section)
        .forEach(subsection -> collect(subsection, names));
  }
}
