package org.hopscotch.model.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.junit.jupiter.api.Test;

class SectionDifferencesTest {
  private static final Field A = Families.scalar("a", ScalarType.UINT8);
  private static final Field B = Families.scalar("b", ScalarType.UINT8);
  private static final Section OLD = new Section("ring", 1, 1, A);
  private static final Section NEW = new Section("ring", 1, 1, A, B);

  private static List<Change> told(Section from, Section to) {
    return Between.toldOfTypes(
        List.of(DeviceType.named("disk").withSection(from), DeviceType.named("nic")),
        List.of(DeviceType.named("disk").withSection(to), DeviceType.named("nic")));
  }

  private static Section disk(Field... fields) {
    return new Section("disk", 1, 1, fields);
  }

  private static Field struct(String name, Section section) {
    return new Field(name, new FieldType.Struct(section));
  }

  private static Change addB() {
    return new Change.AddField("disk", "ring", B, Optional.empty());
  }

  @Test
  void findsSectionsInsideEveryKindOfField() {
    List<FieldType.Element> old = elements(OLD);
    List<FieldType.Element> now = elements(NEW);
    for (int i = 0; i < old.size(); i++) {
      assertThat(told(disk(new Field("r", old.get(i))), disk(new Field("r", now.get(i)))))
          .containsExactly(addB());
      assertThat(told(disk(array(old.get(i))), disk(array(now.get(i))))).containsExactly(addB());
      assertThat(told(disk(pointers(old.get(i))), disk(pointers(now.get(i)))))
          .containsExactly(addB());
    }
  }

  private static List<FieldType.Element> elements(Section section) {
    return List.of(
        new FieldType.Struct(section),
        new FieldType.VStruct(section, 1),
        new FieldType.WithTmp(section),
        new FieldType.List(FieldType.ListKind.QLIST, section),
        new FieldType.Tree(Optional.empty(), section),
        new FieldType.Tree(Optional.of(section), new Section("value", 1, 1)));
  }

  private static Field array(FieldType.Element element) {
    return new Field("r", new FieldType.Array(element, Count.of(2), 0, FieldType.Storage.KEPT));
  }

  private static Field pointers(FieldType.Element element) {
    return new Field(
        "r", new FieldType.PointerArray(element, Count.of(2), FieldType.Markers.FOR_NULL));
  }

  @Test
  void tellsOnceOfAStructThatTwoFieldsHave() {
    assertThat(
            told(
                disk(struct("rx", OLD), struct("tx", OLD)),
                disk(struct("rx", NEW), struct("tx", NEW))))
        .containsExactly(addB());
  }

  @Test
  void replacesFieldsWhoseStructsOfOneNameDoNotBecomeTheSame() {
    Section other = OLD.withVersions(2, 2);
    assertThat(
            told(
                disk(struct("rx", OLD), struct("tx", OLD)),
                disk(struct("rx", NEW), struct("tx", other))))
        .containsExactly(
            new Change.ReplaceField("disk", "disk", "rx", struct("rx", NEW)),
            new Change.ReplaceField("disk", "disk", "tx", struct("tx", other)));
  }

  @Test
  void replacesAFieldWhoseStructStaysElsewhere() {
    assertThat(
            told(
                disk(struct("rx", OLD), struct("tx", OLD)),
                disk(struct("rx", NEW), struct("tx", OLD))))
        .containsExactly(new Change.ReplaceField("disk", "disk", "rx", struct("rx", NEW)));
  }

  @Test
  void replacesAFieldWhoseStructIsNamedLikeTheSectionAround() {
    Field now = struct("d", disk(A, B));
    assertThat(told(disk(struct("d", disk(A))), disk(now)))
        .containsExactly(new Change.ReplaceField("disk", "disk", "d", now));
  }

  @Test
  void tellsOfTheOtherStructsBesideThem() {
    Field queue = struct("q", new Section("queue", 1, 1, A));
    Field longer = struct("q", new Section("queue", 1, 1, A, B));
    Change inside = new Change.AddField("disk", "queue", B, Optional.empty());
    assertThat(
            told(
                disk(struct("rx", OLD), struct("tx", OLD.withVersions(2, 1)), queue),
                disk(struct("rx", NEW), struct("tx", NEW.withVersions(2, 1)), longer)))
        .containsExactly(
            inside,
            new Change.ReplaceField("disk", "disk", "rx", struct("rx", NEW)),
            new Change.ReplaceField("disk", "disk", "tx", struct("tx", NEW.withVersions(2, 1))));
    assertThat(told(disk(struct("d", disk(A)), queue), disk(struct("d", disk(A, B)), longer)))
        .containsExactly(
            inside, new Change.ReplaceField("disk", "disk", "d", struct("d", disk(A, B))));
  }

  @Test
  void replacesAStructByAField() {
    assertThat(told(disk(struct("a", OLD)), disk(A)))
        .containsExactly(new Change.ReplaceField("disk", "disk", "a", A));
  }

  @Test
  void renamesOneOfTwoSubsections() {
    Subsection x = new Subsection(new Section("disk/x", 1, 1, A));
    Subsection y = new Subsection(new Section("disk/y", 1, 1, A));
    Subsection z = new Subsection(new Section("disk/z", 1, 1, A));
    assertThat(told(disk(A).with(x, y), disk(A).with(z)))
        .containsExactly(
            new Change.RenameSection("disk", "disk/x", "disk/z"),
            new Change.RemoveSubsection("disk", "disk", "disk/y"));
    assertThat(told(disk(A).with(x, y), disk(A).with(y)))
        .containsExactly(new Change.RemoveSubsection("disk", "disk", "disk/x"));
  }

  @Test
  void replacesAFieldWhoseStructLosesItsOldLoader() {
    Section loader = OLD.with(new LoadStateOld(0, List.of(), Hook.NONE));
    assertThat(told(disk(struct("r", loader)), disk(struct("r", OLD))))
        .containsExactly(new Change.ReplaceField("disk", "disk", "r", struct("r", OLD)));
  }

  @Test
  void setsASectionThatLosesItsOldLoader() {
    Section loader = disk(A).with(new LoadStateOld(0, List.of(), Hook.NONE));
    assertThat(told(loader, disk(A, B))).containsExactly(new Change.SetSection("disk", disk(A, B)));
  }

  @Test
  void setsASectionOfTwoSubsectionsOfOneName() {
    Subsection x = new Subsection(new Section("disk/x", 1, 1, A));
    Subsection other = new Subsection(new Section("disk/x", 1, 1, B));
    assertThat(told(disk(A).with(x, other), disk(A).with(x)))
        .containsExactly(new Change.SetSection("disk", disk(A).with(x)));
  }

  @Test
  void addsASubsectionThatMovesBehindAnother() {
    Subsection x = new Subsection(new Section("disk/x", 1, 1, A));
    Subsection y = new Subsection(new Section("disk/y", 1, 1, A), Expression.of("a"));
    assertThat(told(disk(A).with(x, y), disk(A).with(y, x)))
        .containsExactly(
            new Change.RemoveSubsection("disk", "disk", "disk/x"),
            new Change.AddSubsection("disk", "disk", x));
  }

  @Test
  void tellsOfSubsectionsInsideARenamedSection() {
    Subsection x = new Subsection(new Section("disk/x", 1, 1, A));
    Section ide = new Section("ide", 1, 1, A).with(new Subsection(new Section("ide/x", 2, 1, A)));
    assertThat(told(disk(A).with(x), ide))
        .containsExactly(
            new Change.RenameSection("disk", "disk", "ide"),
            new Change.SetVersions("disk", "ide/x", 2, 1));
  }

  @Test
  void everySectionOfSharedStructsBecomesEveryOther() {
    List<Section> inner = List.of(OLD, NEW, OLD.withVersions(2, 1), new Section("other", 1, 1, A));
    List<Section> all = new ArrayList<>(List.of(disk()));
    for (Section one : inner) {
      all.add(disk(struct("r", one)));
      for (Section two : inner) {
        Section nested = new Section("disk/x", 1, 1, struct("r", two));
        all.add(disk(struct("r", one), struct("s", two)));
        all.add(disk(struct("r", new Section("ring", 1, 1, struct("s", two)))));
        all.add(disk(struct("r", one)).with(new Subsection(nested)));
        all.add(disk(A).with(new Subsection(one), new Subsection(nested)));
      }
    }
    for (Section from : all) {
      for (Section to : all) {
        assertThat(told(from, to)).as("%s to %s", from, to).hasSizeLessThanOrEqualTo(6);
      }
    }
  }
}
