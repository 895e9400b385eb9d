package org.hopscotch.model.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.junit.jupiter.api.Test;

class FieldDifferencesTest {
  private static final Field GAP = new Field("unused", new FieldType.Unused(1));
  private static final Field OTHER_GAP = new Field("unused", new FieldType.Unused(2));

  private static Field field(String name) {
    return Families.scalar(name, ScalarType.UINT8);
  }

  private static List<Field> fields(String names) {
    return Stream.of(names.split("")).map(FieldDifferencesTest::field).toList();
  }

  private static List<Change> told(List<Field> from, List<Field> to) {
    Section before = new Section("d", 1, 1).withFields(from);
    Section after = new Section("d", 1, 1).withFields(to);
    List<Change> told = FieldDifferences.between("disk", "d", from, to);
    DeviceType disk = DeviceType.named("disk");
    assertThat(TypeDifferences.lead(disk.withSection(before), told, disk.withSection(after)))
        .as("%s to %s by %s", from, to, told)
        .isTrue();
    return told;
  }

  private static Change remove(String name) {
    return new Change.RemoveField("disk", "d", name);
  }

  private static Change add(Field field, String before) {
    return new Change.AddField("disk", "d", field, Optional.of(before));
  }

  private static Change append(Field field) {
    return new Change.AddField("disk", "d", field, Optional.empty());
  }

  private static Change replace(String name, Field by) {
    return new Change.ReplaceField("disk", "d", name, by);
  }

  @Test
  void addsFieldsInTheirOrder() {
    assertThat(told(fields("am"), fields("axymz")))
        .containsExactly(add(field("x"), "m"), add(field("y"), "m"), append(field("z")));
  }

  @Test
  void replacesWhatGoesByWhatComesInItsPlace() {
    assertThat(told(fields("abc"), List.of(field("a"), GAP, field("c"))))
        .containsExactly(replace("b", GAP));
    assertThat(told(fields("abc"), List.of(GAP, field("c"))))
        .containsExactly(remove("b"), replace("a", GAP));
    assertThat(told(fields("akl"), fields("xkla")))
        .containsExactly(replace("a", field("x")), append(field("a")));
  }

  @Test
  void removesAndAddsWhatMoves() {
    assertThat(told(fields("abc"), fields("bca"))).containsExactly(remove("a"), append(field("a")));
    assertThat(told(fields("abc"), fields("cab")))
        .containsExactly(remove("c"), add(field("c"), "a"));
  }

  @Test
  void keepsTheUnchangedOneOfSeveralOfOneName() {
    assertThat(told(List.of(field("a"), GAP), List.of(OTHER_GAP, GAP)))
        .containsExactly(replace("a", OTHER_GAP));
  }

  @Test
  void makesAllAnewOfANameThatHides() {
    assertThat(told(List.of(GAP, field("a"), GAP), List.of(GAP, field("a"), OTHER_GAP)))
        .containsExactly(remove("unused"), add(GAP, "a"), append(OTHER_GAP));
    assertThat(told(List.of(GAP, field("a"), GAP), List.of(GAP, field("a"))))
        .containsExactly(remove("unused"), add(GAP, "a"));
  }

  @Test
  void everyListBecomesEveryOther() {
    List<List<Field>> lists = Lists.of(List.of(field("a"), field("b").since(2), GAP, OTHER_GAP), 4);
    for (List<Field> from : lists) {
      for (List<Field> to : lists) {
        assertThat(told(from, to)).hasSizeLessThanOrEqualTo(from.size() + to.size());
      }
    }
  }
}
