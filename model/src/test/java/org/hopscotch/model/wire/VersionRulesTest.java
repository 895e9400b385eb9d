package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hopscotch.model.schema.ScalarType.UINT8;
import static org.hopscotch.model.wire.Bench.refusal;
import static org.hopscotch.model.wire.Bench.state;
import static org.hopscotch.model.wire.Bench.struct;

import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.junit.jupiter.api.Test;

/// Wire-format sections 4.2, 4.3 and 4.5.
class VersionRulesTest {
  private static final Section THREE =
      new Section(
          "three",
          3,
          2,
          Families.scalar("a", UINT8),
          Families.scalar("b", UINT8).since(3),
          Families.scalar("c", UINT8).since(4));

  private static DeviceState load(Section section, int version, String hex, DeviceState local) {
    return Bench.load(section, version, hex, local, LoaderFamily.UP_TO_9_1);
  }

  @Test
  void takesVersionsFromMinimumToOwn() {
    DeviceState local = state("a", 0, "b", 9, "c", 9);
    assertThat(load(THREE, 2, "01", local)).isEqualTo(state("a", 1, "b", 9, "c", 9));
    assertThat(load(THREE, 3, "0102", local)).isEqualTo(state("a", 1, "b", 2, "c", 9));
    assertThat(refusal(THREE, 4, "010203", local).reason())
        .isEqualTo(new Refusal.TooNew("three", 4, 3));
    assertThat(refusal(THREE, 1, "01", local).reason())
        .isEqualTo(new Refusal.TooOld("three", 1, 2));
  }

  @Test
  void aFieldNewerThanItsSectionNeverTravels() {
    assertThat(Bench.saved(THREE, state("a", 1, "b", 2))).isEqualTo("0102");
  }

  @Test
  void aTestAloneDecides() {
    Section section =
        new Section("s", 2, 1, Families.scalar("a", UINT8).since(9).test("version >= 2 && on"));
    assertThat(Bench.saved(section, state("a", 1, "on", 1))).isEqualTo("01");
    assertThat(Bench.saved(section, state("a", 1, "on", 0))).isEmpty();
    assertThat(load(section, 1, "", state("a", 5, "on", 1))).isEqualTo(state("a", 5, "on", 1));
  }

  @Test
  void aTestSeesOnlyWhatIsLoadedSoFar() {
    Section section =
        Bench.section(Families.scalar("a", UINT8).test("on"), Families.scalar("on", UINT8));
    assertThat(Bench.saved(section, state("a", 7, "on", 1))).isEqualTo("0701");
    assertThat(Bench.load(section, "07", state("a", 0, "on", 0))).isEqualTo(state("a", 0, "on", 7));
  }

  @Test
  void aCountIsReadFromMemoryWhenItsArrayIsReached() {
    Section section =
        Bench.section(
            Families.varray("p", new FieldType.Scalar(UINT8), Count.of("n")),
            Families.scalar("n", UINT8));
    DeviceState loaded = Bench.load(section, "aa bb", state("n", 1, "p", new Value.Numbers(0, 0)));
    assertThat(loaded).isEqualTo(state("n", 0xbb, "p", new Value.Numbers(0xaa, 0)));
  }

  @Test
  void aStructIsAlwaysLoadedWithTheLocalVersion() {
    Section outer = new Section("outer", 2, 1, Families.struct("m", THREE));
    assertThat(load(outer, 1, "0102", state()))
        .isEqualTo(state("m", struct("a", 1, "b", 2, "c", 0)));
  }

  @Test
  void aVStructIsLoadedWithTheFieldsVersion() {
    Section outer = Bench.section(Families.vstruct("m", THREE, 2));
    DeviceState state = state("m", struct("a", 1, "b", 2, "c", 0));
    assertThat(Bench.saved(outer, state)).isEqualTo("01");
    assertThat(Bench.save(outer, state).body().layout().fields().getFirst().nested().getFirst())
        .extracting(Description.Vmsd::version)
        .isEqualTo(2);
    Section tooOld = Bench.section(Families.vstruct("m", THREE, 1));
    assertThat(refusal(tooOld, "01", state).reason()).isEqualTo(new Refusal.TooOld("three", 1, 2));
  }

  @Test
  void scratchSpaceIsSavedWithItsOwnVersionAndLoadedWithZero() {
    Section scratch =
        new Section(
            "t", 1, 0, Families.scalar("a", UINT8), Families.scalar("late", UINT8).since(1));
    Section outer = Bench.section(Families.withTmp(scratch), Families.scalar("z", UINT8));
    assertThat(Bench.saved(outer, state("z", 5))).isEqualTo("000005");
    assertThat(Bench.load(outer, "0005", state("z", 0))).isEqualTo(state("z", 5));
  }

  @Test
  void scratchSpaceWithAMinimumIsRefused() {
    Section outer =
        Bench.section(Families.withTmp(new Section("t", 1, 1, Families.scalar("a", UINT8))));
    assertThat(refusal(outer, "00", state()))
        .isEqualTo(new Refusal(0, "tmp", new Refusal.TooOld("t", 0, 1)));
  }

  @Test
  void listsAndTreesAreLoadedWithTheFieldsVersion() {
    Section queue = Bench.section(Families.qtailq("m", 0, THREE).since(1));
    assertThat(refusal(queue, "00", state()).reason()).isEqualTo(new Refusal.TooOld("three", 1, 2));
    Section tree = new Section("s", 4, 1, Families.gtreeDirectKey("m", 4, THREE));
    assertThat(refusal(tree, "00000000 00", state()).reason())
        .isEqualTo(new Refusal.TooNew("three", 4, 3));
    Section older = new Section("s", 2, 1, Families.qtailq("m", 2, THREE));
    assertThat(Bench.saved(older, state("m", new Value.Elements(struct("a", 1, "b", 2)))))
        .isEqualTo("01010200");
    assertThat(Bench.load(older, "010100", state("m", new Value.Elements())))
        .isEqualTo(state("m", new Value.Elements(struct("a", 1, "b", 0, "c", 0))));
  }
}
