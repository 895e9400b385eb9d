package org.hopscotch.harness.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

class SameGuestTest {
  private static final MemberType BYTE = new MemberType.Scalar(ScalarType.UINT8);
  private static final Member SEEN = new Member("seen", BYTE);
  private static final Member HIDDEN =
      new Member("hidden", BYTE, SEEN.reset(), false, Expression.TRUE, SEEN.implied());
  private static final Member SOMETIMES =
      new Member("sometimes", BYTE, SEEN.reset(), true, Expression.of("seen != 0"), SEEN.implied());

  private static Stop stop() {
    Member slots =
        new Member(
            "slots",
            new MemberType.Structs(
                List.of(SEEN, HIDDEN, SOMETIMES), new Expression.Constant(1), Expression.TRUE));
    DeviceType type = new DeviceType("type", List.of(), List.of(slots), new Section("dev", 1, 1));
    Release release =
        new Release(
            "5.2",
            Optional.empty(),
            LoaderFamily.UP_TO_9_1,
            List.of(type),
            List.of(),
            List.of(new MachineType("m", "5.2", "m")));
    Configuration one = Configuration.BARE.withDevices(List.of(new Device("d", "type")));
    return new Stop(release, "m", one, Surroundings.PLAIN, false);
  }

  private static GuestState guest(long seen, long hidden, long sometimes) {
    Value slot =
        new Value.Struct(
            DeviceState.EMPTY
                .with("seen", seen)
                .with("hidden", hidden)
                .with("sometimes", sometimes));
    return new GuestState(Map.of("d", DeviceState.EMPTY.with("slots", new Value.Elements(slot))));
  }

  private static List<String> differences(GuestState one, GuestState other) {
    return SameGuest.differences(stop(), one, stop(), other).stream()
        .map(SameGuest.Difference::path)
        .toList();
  }

  @Test
  void whatTheGuestSeesInsideAStructIsCompared() {
    assertThat(differences(guest(1, 0, 2), guest(3, 0, 4)))
        .containsExactly("slots[0].seen", "slots[0].sometimes");
  }

  @Test
  void whatItDoesNotSeeThereIsNot() {
    assertThat(differences(guest(1, 5, 0), guest(1, 6, 0))).isEmpty();
  }

  @Test
  void garbageThatMeansNothingThereIsNone() {
    assertThat(differences(guest(0, 0, 7), guest(0, 0, 8))).isEmpty();
  }
}
