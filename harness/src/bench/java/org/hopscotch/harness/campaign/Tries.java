package org.hopscotch.harness.campaign;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.history.DrawnScenario;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.migration.Blueprint;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// The tries that {@link TryBenchmark} measures: drawn histories of at least so much, the same ones
/// in every run, and what each of them makes the engine do.
final class Tries {
  static final int COUNT = 1 << 8;

  private static final long SEED = 1;
  private static final Size LEAST = new Size(3, 3, 60, 3);

  private final DrawnHistories histories;
  private final List<Try> all = new ArrayList<>();
  private final List<Size> drawn = new ArrayList<>();

  /// How much there is in a scenario.
  ///
  /// @param leaves of the guest's members; an array of numbers counts as one
  private record Size(int releases, int devices, int leaves, int hops) {
    static Size of(Scenario scenario) {
      GuestState guest = guest(scenario);
      return new Size(
          scenario.history().releases().size(),
          Math.max(0, guest.devices().size() - 1),
          Tries.leaves(guest),
          scenario.route().size() - 1);
    }

    boolean isAtLeast(Size other) {
      return releases >= other.releases
          && devices >= other.devices
          && leaves >= other.leaves
          && hops >= other.hops;
    }
  }

  /// A try.
  ///
  /// @param number of its choices
  private record Try(long number, Size size, Work work) {}

  Tries() {
    Subject engine = new EngineSubject();
    Set<InvariantId> promises = EnumSet.allOf(InvariantId.class);
    histories = DrawnHistories.sound(_ -> engine, promises);
    for (long number = 0; all.size() < COUNT; number++) {
      DrawnScenario one = draw(number);
      Size size = Size.of(one.scenario());
      drawn.add(size);
      if (size.isAtLeast(LEAST)) {
        Work work = new Work();
        DrawnHistories.sound(_ -> work, promises).judge(one, (_, _) -> {});
        all.add(new Try(number, size, work));
      }
    }
  }

  private DrawnScenario draw(long number) {
    return histories.draw(Choices.unrecorded(SEED, number));
  }

  /// {@return all promises' judgements of one try, drawn anew}
  Object full(int index) {
    return histories.judge(draw(all.get(index).number()), (_, _) -> {});
  }

  /// {@return what the saves and loads of one try come to, without whatever is around them}
  Object bare(int index) {
    return all.get(index).work().again();
  }

  /// {@return medians of what was drawn, and of what the engine does for it}
  String counts() {
    List<Size> sizes = all.stream().map(Try::size).toList();
    return "medians of a try: %s; %d starts, %d saves, %d loads; of all %d drawn: %s"
        .formatted(
            medians(sizes),
            median(all, one -> one.work().starts()),
            median(all, one -> one.work().saves()),
            median(all, one -> one.work().loads()),
            drawn.size(),
            medians(drawn));
  }

  private static String medians(List<Size> sizes) {
    return "%d releases, %d devices, %d leaves, %d hops"
        .formatted(
            median(sizes, Size::releases),
            median(sizes, Size::devices),
            median(sizes, Size::leaves),
            median(sizes, Size::hops));
  }

  private static <T> int median(List<T> all, ToIntFunction<T> of) {
    int[] sorted = all.stream().mapToInt(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /// The guest at home; the `migration` object is none of its devices.
  private static GuestState guest(Scenario scenario) {
    Host home = scenario.route().getFirst().host(0);
    return Blueprint.of(home).start(0) instanceof VirtualMachine.Started(VirtualMachine machine)
        ? machine.look()
        : GuestState.EMPTY;
  }

  private static int leaves(GuestState guest) {
    return guest.devices().values().stream().mapToInt(Tries::leaves).sum();
  }

  private static int leaves(DeviceState state) {
    return state.members().values().stream().mapToInt(Tries::leaves).sum();
  }

  private static int leaves(Value value) {
    return switch (value) {
      case Value.Number _, Value.Numbers _, Value.Bytes _ -> 1;
      case Value.Struct(DeviceState state) -> leaves(state);
      case Value.Elements(List<Value> values) -> values.stream().mapToInt(Tries::leaves).sum();
      case Value.Null _ -> 0;
    };
  }
}
