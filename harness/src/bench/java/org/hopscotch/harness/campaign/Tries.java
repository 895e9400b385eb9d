package org.hopscotch.harness.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.migration.Blueprint;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// The tries that {@link TryBenchmark} measures: scenarios over a history written by hand, the same
/// ones in every run, and what each of them makes the engine do.
final class Tries {
  static final int COUNT = 1 << 10;

  private static final long SEED = 1;
  private static final int FEWEST_STOPS = 3;
  private static final String HISTORY = "/try-history.yaml";

  private final GivenScenarios scenarios;
  private final List<Try> all = new ArrayList<>();

  /// A try.
  ///
  /// @param number of its choices
  record Try(long number, Scenario scenario, Work work) {}

  Tries() {
    Subject engine = new EngineSubject();
    GivenHistory given = history();
    scenarios = new GivenScenarios(given, _ -> engine);
    for (long number = 0; all.size() < COUNT; number++) {
      Scenario scenario = scenarios.draw(Choices.seeded(SEED, number));
      if (scenario.route().size() >= FEWEST_STOPS) {
        Work work = new Work();
        new GivenScenarios(given, _ -> work).judge(scenario);
        all.add(new Try(number, scenario, work));
      }
    }
  }

  private static GivenHistory history() {
    try (InputStream yaml = Tries.class.getResourceAsStream(HISTORY)) {
      return HistoryYaml.read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CaseException e) {
      throw new IllegalStateException(HISTORY, e);
    }
  }

  /// {@return all promises' judgements of one try, drawn anew}
  Object full(int index) {
    Scenario drawn = scenarios.draw(Choices.seeded(SEED, all.get(index).number()));
    return scenarios.judge(drawn);
  }

  /// {@return what the saves and loads of one try come to, without whatever is around them}
  Object bare(int index) {
    return all.get(index).work().again();
  }

  /// {@return medians of what was drawn, and of what the engine does for it}
  String counts() {
    return ("medians of a try: %d releases, %d devices, %d leaves, %d hops;"
            + " %d starts, %d saves, %d loads")
        .formatted(
            median(one -> one.scenario().history().releases().size()),
            median(one -> guest(one.scenario()).devices().size() - 1),
            median(one -> leaves(guest(one.scenario()))),
            median(one -> one.scenario().route().size() - 1),
            median(one -> one.work().starts()),
            median(one -> one.work().saves()),
            median(one -> one.work().loads()));
  }

  private int median(ToIntFunction<Try> of) {
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

  /// An array of numbers counts as one.
  private static int leaves(Value value) {
    return switch (value) {
      case Value.Number _, Value.Numbers _, Value.Bytes _ -> 1;
      case Value.Struct(DeviceState state) -> leaves(state);
      case Value.Elements(List<Value> values) -> values.stream().mapToInt(Tries::leaves).sum();
      case Value.Null _ -> 0;
    };
  }
}
