package org.hopscotch.harness.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.generators.Damage;
import org.hopscotch.generators.Damages;
import org.hopscotch.generators.Guests;
import org.hopscotch.generators.Landmarks;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Destination;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

/// The rules and the engine, which share no code, on the same drawn guests and streams.
class RulesAgainstEngineTest {
  private static final long SEED = 7;
  private static final int CASES = 2000;
  private static final int DAMAGED = 2;
  private static final String ID = "drawn0";

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private DeviceState stateBefore = DeviceState.EMPTY;
  private Host before =
      host(
          new Guest(
              new Section("Device", 3, 0),
              DeviceState.EMPTY,
              Bindings.NONE,
              LoaderFamily.UP_TO_9_1));

  @Test
  void agreeOnDrawnGuestsAndDamagedStreams() {
    for (int number = 0; number < CASES; number++) {
      Choices choices = Choices.unrecorded(SEED, number);
      Guest guest = Guests.draw(choices);
      if (guest.bindings().unknown().isEmpty()) {
        judge("case " + number, guest, choices);
      }
    }

    assertThat(disagreements).as("%s", counts).isEmpty();
    assertThat(counts.get("saved")).isGreaterThan(CASES * 8 / 10);
    assertThat(counts.get("loaded, arrived")).isGreaterThan(CASES * 8 / 10);
    assertThat(counts.get("over itself, arrived")).isGreaterThan(CASES * 8 / 10);
    assertThat(counts.get("other schema, arrived")).isGreaterThan(10);
    assertThat(counts.get("other schema, refused")).isGreaterThan(CASES / 2);
    assertThat(counts.get("damaged, arrived")).isGreaterThan(CASES);
    assertThat(counts.get("damaged, refused")).isGreaterThan(CASES);
    assertThat(counts.getOrDefault("outside memory", 0)).isLessThan(CASES / 20);
    assertThat(counts.get("saved again")).isGreaterThan(CASES);
  }

  private void judge(String name, Guest guest, Choices choices) {
    Host host = host(guest);
    Pair source = Pair.start(host).enter(ID, guest.state());
    Optional<byte[]> stream = saved(name, source);
    if (stream.isEmpty()) {
      return;
    }
    count("saved");
    DeviceState sent = source.engine().look().device(ID).orElseThrow();
    DeviceState other = Destination.of(guest.with(sent)).state();
    loaded(name + ", loaded", Pair.start(host).enter(ID, other), stream.get(), "loaded");
    // Marked pointers are known to differ where they point to something already.
    DeviceState full = guest.section().toString().contains("FOR_EACH") ? other : sent;
    loaded(name + ", over itself", Pair.start(host).enter(ID, full), stream.get(), "over itself");
    loaded(
        name + ", by the one before",
        Pair.start(before).enter(ID, stateBefore),
        stream.get(),
        "other schema");
    before = host;
    stateBefore = other;
    for (Damage damage : damages(choices, source, stream.get().length)) {
      byte[] bad = damage.applyTo(stream.get());
      loaded(name + ", " + damage.words(), Pair.start(host).enter(ID, full), bad, "damaged");
    }
  }

  /// {@return damages anywhere, and as many inside the device's body}
  private static List<Damage> damages(Choices choices, Pair source, int length) {
    VirtualMachine.Saved saved =
        (VirtualMachine.Saved) source.engine().save(DescriptionJson::print);
    VirtualMachine.Extent body = saved.sections().getLast();
    List<Landmarks.Place> places = new ArrayList<>(Landmarks.of(saved.stream()).places());
    places.removeIf(place -> place.offset() >= length);
    List<Damage> damages = new ArrayList<>();
    for (int i = 0; i < DAMAGED; i++) {
      damages.add(Damages.draw(choices, length, new Landmarks(places)).getFirst());
      int inside = choices.below(Math.max(body.to() - body.from(), 1));
      damages.add(new Damage.Flip(body.from() + inside, 1 << choices.below(Byte.SIZE)));
    }
    return damages;
  }

  private static Host host(Guest guest) {
    List<Property> properties = new ArrayList<>();
    guest
        .bindings()
        .properties()
        .forEach((name, value) ->
            properties.add(
                new Property(name, new PropertyKind.Int(64, false), Long.toUnsignedString(value))));
    DeviceType type = new DeviceType("drawn", properties, List.of(), guest.section());
    Release release =
        new Release(
            switch (guest.family()) {
              case UP_TO_9_1 -> "7.2";
              case FROM_9_2 -> "10.0";
              case FROM_11_0 -> "11.1";
            },
            Optional.empty(),
            guest.family(),
            List.of(type),
            List.of(),
            List.of(
                new MachineType("pc-5.2", "5.2", "pc")
                    .withRam(
                        List.of(
                            new RamBlock("pc.ram", new Expression.Constant(0x10000), 0),
                            new RamBlock("rom", new Expression.Constant(0x1000), 0x20000)))));
    Configuration configuration = Configuration.BARE.withDevices(List.of(new Device(ID, "drawn")));
    return new Host(release, "pc-5.2", configuration);
  }

  private Optional<byte[]> saved(String name, Pair pair) {
    Optional<RulesHost.Saved> rules = inMemory(() -> pair.rules().save());
    Optional<VirtualMachine.Save> engine =
        inMemory(() -> pair.engine().save(DescriptionJson::print));
    check(rules.isPresent() == engine.isPresent(), name + ": outside", engine, rules);
    if (rules.isEmpty() || engine.isEmpty()) {
      return Optional.empty();
    }
    return switch (engine.get()) {
      case VirtualMachine.NotSaved(Outcome outcome) -> {
        count("not saved");
        RulesOutcome ours = rules.get().outcome();
        check(ours.agrees(outcome), name + ": not saved", outcome, ours);
        yield Optional.empty();
      }
      case VirtualMachine.Saved saved -> {
        compare(name, saved.stream(), rules.get());
        check(pair.looksAlike(), name + ": after save", pair.engine().look(), pair.rules().look());
        yield Optional.of(rules.get().stream());
      }
    };
  }

  private void compare(String name, byte[] engine, RulesHost.Saved rules) {
    if (!(rules.outcome() instanceof RulesOutcome.Done)) {
      check(false, name, "saved", rules.outcome());
      return;
    }
    byte[] described = engine;
    int end = rules.stream().length;
    boolean equal = Arrays.mismatch(described, rules.stream()) == end && described[end] == 0x06;
    check(equal, name + ": bytes", described.length, end);
  }

  /// {@return what comes of something, empty when a schema asks for a member that memory lacks}
  private static <T> Optional<T> inMemory(Supplier<T> action) {
    try {
      return Optional.of(action.get());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void loaded(String name, Pair pair, byte[] stream, String how) {
    Optional<RulesOutcome> byRules = inMemory(() -> pair.rules().load(stream));
    Optional<Outcome> byEngine = inMemory(() -> pair.engine().load(stream));
    check(byRules.isPresent() == byEngine.isPresent(), name + ": outside", byEngine, byRules);
    if (byRules.isEmpty() || byEngine.isEmpty()) {
      count("outside memory");
      return;
    }
    RulesOutcome rules = byRules.get();
    Outcome engine = byEngine.get();
    check(rules.agrees(engine), name, engine, rules);
    count(how + (engine.arrived() ? ", arrived" : ", refused"));
    if (engine.arrived() && rules instanceof RulesOutcome.Done) {
      check(pair.looksAlike(), name + ": state", pair.engine().look(), pair.rules().look());
      if (saved(name + ", saved again", pair).isPresent()) {
        count("saved again");
      }
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private void check(boolean agrees, String where, Object engine, Object rules) {
    if (!agrees) {
      count("disagreements");
      if (disagreements.size() < 40) {
        disagreements.add("%s: engine %s, rules %s".formatted(where, engine, rules));
      }
    }
  }
}
