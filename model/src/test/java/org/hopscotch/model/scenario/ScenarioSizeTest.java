package org.hopscotch.model.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

class ScenarioSizeTest {
  private static final Field BYTE = Families.scalar("x", ScalarType.UINT8);

  private static Scenario scenario(int stops) {
    Section section =
        new Section("dev", 1, 1, BYTE, Families.struct("s", new Section("s", 1, 1, BYTE)))
            .with(
                new Subsection(
                    new Section("dev/sub", 1, 1, Families.scalar("y", ScalarType.BOOL))));
    Release first =
        new Release(
            "5.1",
            Optional.empty(),
            LoaderFamily.UP_TO_9_1,
            List.of(new DeviceType("dev", List.of(), List.of(), section)),
            List.of(table("a")),
            List.of(
                new MachineType("pc", "5.1", "pc")
                    .withDevices(List.of(new Device("built-in", "dev")))));
    Release second =
        Evolution.of("5.2", first, LoaderFamily.UP_TO_9_1, List.of(new Change.AddRow(table("b"))));
    Configuration configuration =
        Configuration.BARE.withDevices(List.of(new Device("dev0", "dev")));
    Stop stop = new Stop(first, "pc", configuration, new Surroundings(Map.of(), Map.of()), false);
    return new Scenario(
        new History(List.of(first, second)), GuestState.EMPTY, Collections.nCopies(stops, stop));
  }

  private static CompatTable table(String property) {
    return new CompatTable(
        "hw_compat_5_1",
        Optional.of(Version.of("5.1")),
        Optional.empty(),
        List.of(new CompatTable.Row("dev", property, "1")));
  }

  @Test
  void countsWhatIsThereOnce() {
    ScenarioSize size = ScenarioSize.of(scenario(3));
    assertThat(size).isEqualTo(new ScenarioSize(2, 2, 4, 2, 2));
    assertThat(size.total()).isEqualTo(12);
  }

  @Test
  void theTotalComparesFirst() {
    ScenarioSize few = new ScenarioSize(9, 0, 0, 0, 0);
    assertThat(few).isLessThan(new ScenarioSize(1, 9, 0, 0, 0));
    assertThat(new ScenarioSize(1, 1, 0, 0, 2)).isLessThan(new ScenarioSize(2, 1, 0, 0, 1));
    assertThat(few).isEqualByComparingTo(new ScenarioSize(9, 0, 0, 0, 0));
  }

  @Test
  void whatIsLeftIsSaidWithoutNames() {
    assertThat(ScenarioKinds.of(scenario(1)))
        .containsExactly("bool", "row added", "struct", "subsection", "uint8");
  }
}
