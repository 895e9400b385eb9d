package org.hopscotch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.Trail;
import org.junit.jupiter.api.Test;

class LoaderWordsTest {
  private static final Section TIMER =
      new Section("timer", 2, 1, Families.scalar("ticks", ScalarType.UINT64));

  private static Outcome.Refused refused(Phase phase, Refusal.Reason reason, Trail.Step... trail) {
    return new Outcome.Refused(
        Side.DESTINATION,
        phase,
        new Refusal(7, "timer", reason),
        Optional.of(
            new Outcome.Place(
                "timer", 0, 5, 2, true, List.of(trail), Optional.of(new Trail.Loading(TIMER, 2)))));
  }

  @Test
  void upTo10EachLevelHasItsLine() {
    Outcome.Refused equal =
        refused(
            Phase.DEVICE,
            new Refusal.NotEqual(8, 9),
            new Trail.InField("inner", "nirq"),
            new Trail.InField("timer", "bus"));
    assertThat(LoaderWords.of(equal, LoaderFamily.UP_TO_9_1))
        .containsExactly(
            "8 != 9",
            "Failed to load inner:nirq",
            "Failed to load timer:bus",
            "error while loading state for instance 0x0 of device 'timer'",
            "load of migration failed: Invalid argument");
  }

  @Test
  void from11TheLastLineHasTheReasonAndNoField() {
    Outcome.Refused equal =
        refused(Phase.DEVICE, new Refusal.NotEqual(8, 9), new Trail.InField("timer", "nirq"));
    assertThat(LoaderWords.of(equal, LoaderFamily.FROM_11_0))
        .containsExactly(
            "load of migration failed: Invalid argument: error while loading state for instance"
                + " 0x0 of device 'timer': 8 != 9");
  }

  @Test
  void anUnknownSubsectionIsNamedFrom11OnOnly() {
    Outcome.Refused unknown =
        refused(
            Phase.DEVICE,
            new Refusal.UnknownSubsection("timer/x"),
            new Trail.InSubsection("timer/x", "timer"));
    assertThat(LoaderWords.of(unknown, LoaderFamily.FROM_9_2))
        .containsExactly(
            "error while loading state for instance 0x0 of device 'timer'",
            "load of migration failed: No such file or directory");
    assertThat(LoaderWords.of(unknown, LoaderFamily.FROM_11_0))
        .containsExactly(
            "load of migration failed: Invalid argument: error while loading state for instance"
                + " 0x0 of device 'timer': VM subsection 'timer/x' in 'timer' does not exist");
  }

  @Test
  void someReasonsAreOurOwnAndHaveNoWordsOfQemu() {
    assertThat(
            LoaderWords.of(refused(Phase.DEVICE, new Refusal.TooDeep(64)), LoaderFamily.FROM_9_2))
        .isEmpty();
  }
}
