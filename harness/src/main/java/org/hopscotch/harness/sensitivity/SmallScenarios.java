package org.hopscotch.harness.sensitivity;

import static org.hopscotch.corpus.dsl.Telling.machine;
import static org.hopscotch.corpus.dsl.Telling.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hopscotch.corpus.dsl.FirstRelease;
import org.hopscotch.corpus.dsl.ToldDevice;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// Enumerates scenarios of one device type with one or two {@link Ingredients}, one or two devices
/// of it and one or two releases: what is the least that shows a defect is looked for among them,
/// and not by what makes cases small.
final class SmallScenarios {
  static final String FIRST = "5.1";
  static final String NEXT = "5.2";
  static final String MACHINE = "pc-5.1";

  private static final String TYPE = "dev";
  private static final List<String> SHORT = List.of("0", "00", "000");

  private SmallScenarios() {}

  /// {@return one release, or two that are alike, in no order}
  static List<Scenario> alike() {
    List<Scenario> all = new ArrayList<>();
    for (Function<String, Ingredient> one : Ingredients.all()) {
      add(all, one.apply("a"), 2, SmallRoute.over(1), SmallRoute.over(2));
    }
    List<SmallRoute> few = SHORT.stream().map(SmallRoute::read).toList();
    for (Function<String, Ingredient> one : Ingredients.all()) {
      for (Function<String, Ingredient> other : Ingredients.numbers().subList(0, 3)) {
        add(all, one.apply("a").and(other.apply("b")), 1, few, List.of());
        add(all, other.apply("b").and(one.apply("a")), 1, few, List.of());
      }
    }
    return all;
  }

  /// {@return two releases, of which one has another ingredient in place of the other's}
  static List<Scenario> unlike() {
    List<Scenario> all = new ArrayList<>();
    for (Function<String, Ingredient> one : Ingredients.all()) {
      for (Function<String, Ingredient> other : Ingredients.all()) {
        Ingredient before = one.apply("a");
        Optional<DeviceType> old = made(before);
        Optional<DeviceType> young = made(other.apply("a"));
        if (old.isPresent() && young.isPresent() && !old.equals(young)) {
          Release first = first(old.get());
          Release next = next(first, young.get());
          List<Release> releases = List.of(first, next);
          for (Map<String, Value> guest : guests(before)) {
            all.add(SmallRoute.read("01").taken(releases, MACHINE, devices(1), on("d0", guest)));
          }
          for (Map<String, Value> guest : guests(other.apply("a"))) {
            all.add(SmallRoute.read("10").taken(releases, MACHINE, devices(1), on("d0", guest)));
          }
        }
      }
    }
    return all;
  }

  private static void add(
      List<Scenario> all,
      Ingredient ingredient,
      int most,
      List<SmallRoute> stay,
      List<SmallRoute> go) {
    Optional<DeviceType> type = made(ingredient);
    if (type.isEmpty()) {
      return;
    }
    Release first = first(type.get());
    List<Release> both = List.of(first, next(first, type.get()));
    for (int count = 1; count <= most; count++) {
      for (Map<String, Value> guest : guests(ingredient)) {
        for (int i = 0; i < (guest.isEmpty() ? 1 : count); i++) {
          GuestState state = on("d" + i, guest);
          Configuration devices = devices(count);
          stay.forEach(route -> all.add(route.taken(List.of(first), MACHINE, devices, state)));
          go.forEach(route -> all.add(route.taken(both, MACHINE, devices, state)));
        }
      }
    }
  }

  /// {@return a type with an ingredient; empty where two of them do not go together}
  private static Optional<DeviceType> made(Ingredient ingredient) {
    try {
      return Optional.of(ingredient.made(TYPE).type());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Release first(DeviceType type) {
    FirstRelease bare = release(FIRST).machine(machine(MACHINE, FIRST, "pc").option("knob", 3));
    return bare.device(new ToldDevice(type)).release();
  }

  private static Release next(Release first, DeviceType type) {
    return Evolution.of(
        NEXT,
        first,
        Version.of(NEXT).family(),
        first.types().getFirst().equals(type)
            ? List.of()
            : List.of(new Change.RemoveType(TYPE), new Change.AddType(type)));
  }

  static Configuration devices(int count) {
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      devices.add(new Device("d" + i, TYPE));
    }
    return Configuration.BARE.withDevices(devices);
  }

  private static List<Map<String, Value>> guests(Ingredient ingredient) {
    List<Map<String, Value>> all = new ArrayList<>();
    all.add(Map.of());
    all.addAll(ingredient.guests());
    return all;
  }

  static GuestState on(String device, Map<String, Value> values) {
    return values.isEmpty()
        ? GuestState.EMPTY
        : new GuestState(Map.of(device, new DeviceState(new LinkedHashMap<>(values))));
  }
}
