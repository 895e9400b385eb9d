package org.hopscotch.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final Release FIRST =
      new Release(
          "1.0",
          Optional.empty(),
          LoaderFamily.UP_TO_9_1,
          List.of(DeviceType.named("disk")),
          List.of(),
          List.of());

  private static final List<Change> NIC = List.of(new Change.AddType(DeviceType.named("nic")));

  private static Release next(String name, Release parent, List<Change> changes) {
    return Evolution.of(name, parent, LoaderFamily.FROM_9_2, changes);
  }

  @Test
  void tellsChildrenByTheirChanges() {
    Release second = next("2.0", FIRST, NIC);
    Release stable = next("1.1", FIRST, List.of());
    assertThat(Told.likeParents(new History(List.of(FIRST, second, stable))))
        .containsExactly(
            new Told.Whole(FIRST),
            new Told.Like("2.0", "1.0", LoaderFamily.FROM_9_2, NIC),
            new Told.Like("1.1", "1.0", LoaderFamily.FROM_9_2, List.of()));
  }

  @Test
  void tellsParentsBeforeChildren() {
    Release second = next("2.0", FIRST, NIC);
    Release third = next("3.0", second, List.of());
    List<Told> told = Told.likeParents(new History(List.of(third, second, FIRST)));
    assertThat(told).extracting(Told::name).containsExactly("1.0", "2.0", "3.0");
    assertThat(Told.history(told)).isEqualTo(new History(List.of(FIRST, second, third)));
  }

  @Test
  void tellsWholeWhatNoChangesTell() {
    CompatTable table = new CompatTable("common", Optional.empty(), Optional.of("pc"), List.of());
    Release second =
        new Release(
            "2.0",
            Optional.of("1.0"),
            LoaderFamily.UP_TO_9_1,
            List.of(),
            List.of(table, table),
            List.of());
    assertThat(Told.likeParents(new History(List.of(FIRST, second))))
        .containsExactly(new Told.Whole(FIRST), new Told.Whole(second));
  }
}
