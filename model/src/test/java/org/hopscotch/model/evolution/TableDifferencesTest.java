package org.hopscotch.model.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Version;
import org.junit.jupiter.api.Test;

class TableDifferencesTest {
  private static final CompatTable.Row A = new CompatTable.Row("disk", "a", "1");
  private static final CompatTable.Row OTHER_A = new CompatTable.Row("disk", "a", "2");
  private static final CompatTable.Row B = new CompatTable.Row("disk", "b", "1");

  private static CompatTable table(String name, CompatTable.Row... rows) {
    return new CompatTable(name, Optional.of(Version.of("1.0")), Optional.empty(), List.of(rows));
  }

  @Test
  void addsRowsTogether() {
    assertThat(Between.toldOfTables(List.of(table("t", A)), List.of(table("t", A, B, OTHER_A))))
        .containsExactly(new Change.AddRow(table("t", B, OTHER_A)));
  }

  @Test
  void makesRowsAnewThatFollowAChangedOne() {
    assertThat(Between.toldOfTables(List.of(table("t", A, B)), List.of(table("t", OTHER_A, B))))
        .containsExactly(
            new Change.RemoveRow("t", "disk", "a"),
            new Change.RemoveRow("t", "disk", "b"),
            new Change.AddRow(table("t", OTHER_A, B)));
  }

  @Test
  void makesATableAnewThatGetsAnotherScope() {
    CompatTable family = new CompatTable("t", Optional.empty(), Optional.of("pc"), List.of(A));
    assertThat(
            Between.toldOfTables(List.of(table("s"), table("t", A)), List.of(table("s"), family)))
        .containsExactly(new Change.RemoveTable("t"), new Change.AddRow(family));
  }

  @Test
  void everyTableBecomesEveryOther() {
    List<List<CompatTable.Row>> all = Lists.of(List.of(A, OTHER_A, B), 4);
    for (List<CompatTable.Row> from : all) {
      for (List<CompatTable.Row> to : all) {
        assertThat(
                Between.toldOfTables(
                    List.of(table("t").withRows(from), table("u")),
                    List.of(table("t").withRows(to), table("u"))))
            .noneMatch(Change.RemoveTable.class::isInstance)
            .hasSizeLessThanOrEqualTo(3);
      }
    }
  }

  @Test
  void everyOrderOfTablesBecomesEveryOther() {
    List<List<CompatTable>> all =
        Lists.of(List.of(table("t", A), table("t"), table("u", B), table("v")), 3).stream()
            .filter(one -> one.stream().map(CompatTable::name).distinct().count() == one.size())
            .toList();
    for (List<CompatTable> from : all) {
      for (List<CompatTable> to : all) {
        assertThat(Between.toldOfTables(from, to))
            .hasSizeLessThanOrEqualTo(from.size() + to.size());
      }
    }
  }
}
