package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// One way to make a scenario simpler without its choices: what minimising ends with. The releases
/// stay as they are.
public enum ScenarioPass {
  /// Leaves out one stop.
  DROP_STOP {
    @Override
    List<Scenario> simpler(Scenario of) {
      List<Scenario> all = new ArrayList<>();
      for (int i = 0; of.route().size() > 1 && i < of.route().size(); i++) {
        List<Stop> route = new ArrayList<>(of.route());
        route.remove(i);
        all.add(new Scenario(of.history(), of.guest(), route));
      }
      return all;
    }
  },
  /// Goes to a release nearer to the one before or after it on the way.
  NEARER_STOP {
    @Override
    List<Scenario> simpler(Scenario of) {
      List<Scenario> all = new ArrayList<>();
      List<Release> releases = of.history().releases();
      for (int i = 0; i + 1 < of.route().size(); i++) {
        int from = releases.indexOf(of.route().get(i).release());
        int to = releases.indexOf(of.route().get(i + 1).release());
        for (int distance = 1; distance < Math.abs(to - from); distance++) {
          int step = to > from ? distance : -distance;
          all.add(moved(of, i + 1, releases.get(from + step)));
          all.add(moved(of, i, releases.get(to - step)));
        }
      }
      return all.stream().filter(one -> isShorter(one, of)).toList();
    }

    private static Scenario moved(Scenario of, int at, Release to) {
      List<Stop> route = new ArrayList<>(of.route());
      Stop stop = route.get(at);
      if (to.machine(stop.machine()).isPresent()) {
        route.set(at, stop.with(to));
      }
      return new Scenario(of.history(), of.guest(), route);
    }

    private static boolean isShorter(Scenario one, Scenario other) {
      return length(one) < length(other);
    }

    private static int length(Scenario of) {
      List<Release> releases = of.history().releases();
      int length = 0;
      for (int i = 0; i + 1 < of.route().size(); i++) {
        length +=
            Math.abs(
                releases.indexOf(of.route().get(i + 1).release())
                    - releases.indexOf(of.route().get(i).release()));
      }
      return length;
    }
  },
  /// Leaves out a guest's reboot.
  DROP_RESET {
    @Override
    List<Scenario> simpler(Scenario of) {
      return each(
          of.route().size(),
          at -> {
            List<Stop> route = new ArrayList<>(of.route());
            Stop stop = route.get(at);
            route.set(
                at,
                new Stop(
                    stop.release(),
                    stop.machine(),
                    stop.configuration(),
                    stop.surroundings(),
                    false));
            return new Scenario(of.history(), of.guest(), route);
          });
    }
  },
  /// Leaves out a device, with what the guest did to it.
  DROP_DEVICE {
    @Override
    List<Scenario> simpler(Scenario of) {
      return ids(of).stream()
          .map(id -> configured(without(of, id), one -> dropped(one, id)))
          .toList();
    }

    private static Configuration dropped(Configuration one, String id) {
      return one.withDevices(
          one.devices().stream().filter(device -> !device.id().equals(id)).toList());
    }

    private static Scenario without(Scenario of, String id) {
      Map<String, DeviceState> devices = new LinkedHashMap<>(of.guest().devices());
      devices.remove(id);
      return new Scenario(of.history(), new GuestState(devices), of.route());
    }
  },
  /// Leaves a member as a reset does.
  RESET_MEMBER {
    @Override
    List<Scenario> simpler(Scenario of) {
      List<Scenario> all = new ArrayList<>();
      of.guest()
          .devices()
          .forEach((id, state) ->
              state
                  .members()
                  .keySet()
                  .forEach(name -> {
                    Map<String, Value> members = new LinkedHashMap<>(state.members());
                    members.remove(name);
                    all.add(with(of, id, new DeviceState(members)));
                  }));
      return all;
    }
  },
  /// One vCPU.
  ONE_CPU {
    @Override
    List<Scenario> simpler(Scenario of) {
      return List.of(configured(of, one -> one.with("cpus", 1)));
    }
  },
  /// Leaves out a number of the machine, what is set by hand on a device, or its path.
  DROP_SETTING {
    @Override
    List<Scenario> simpler(Scenario of) {
      List<Scenario> all = new ArrayList<>();
      Configuration first = of.route().getFirst().configuration();
      for (String number : first.numbers().keySet()) {
        if (!number.equals("cpus")) {
          all.add(configured(of, one -> without(one, number)));
        }
      }
      for (Device device : first.devices()) {
        String id = device.id();
        all.add(changed(of, id, d -> new Device(id, d.type(), Optional.empty(), d.properties())));
      }
      for (Stop stop : of.route()) {
        for (Device device : stop.configuration().devices()) {
          for (String property : device.properties().keySet()) {
            all.add(changed(of, device.id(), one -> without(one, property)));
          }
        }
      }
      all.add(configured(of, one -> one.withGlobals(List.of())));
      return all;
    }

    private static Device without(Device one, String property) {
      Map<String, String> properties = new LinkedHashMap<>(one.properties());
      properties.remove(property);
      return new Device(one.id(), one.type(), one.path(), properties);
    }

    private static Configuration without(Configuration one, String number) {
      Map<String, Long> numbers = new LinkedHashMap<>(one.numbers());
      numbers.remove(number);
      return new Configuration(
          numbers, one.devices(), one.globals(), one.capabilities(), one.uuid());
    }
  },
  /// Leaves out a feature of all hosts.
  DROP_FEATURE {
    @Override
    List<Scenario> simpler(Scenario of) {
      return of.route().getFirst().surroundings().features().keySet().stream()
          .map(name -> stops(of, stop -> without(stop, name)))
          .toList();
    }

    private static Stop without(Stop stop, String feature) {
      Map<String, Long> features = new LinkedHashMap<>(stop.surroundings().features());
      features.remove(feature);
      return new Stop(
          stop.release(),
          stop.machine(),
          stop.configuration(),
          new Surroundings(features, stop.surroundings().unknown()),
          stop.reset());
    }
  };

  /// {@return scenarios that are simpler by one step, or equal}
  abstract List<Scenario> simpler(Scenario of);

  /// {@return a scenario to which no pass can be made any more}
  ///
  /// @param keeps whether one still shows what was found
  public static Scenario simplest(Scenario found, Predicate<Scenario> keeps) {
    Scenario small = found;
    boolean again = true;
    while (again) {
      Scenario before = small;
      for (ScenarioPass pass : values()) {
        small = pass.made(small, keeps);
      }
      again = !small.equals(before);
    }
    return small;
  }

  private Scenario made(Scenario found, Predicate<Scenario> keeps) {
    Scenario small = found;
    boolean again = true;
    while (again) {
      Scenario before = small;
      small =
          simpler(before).stream()
              .filter(one -> !one.equals(before) && ByHand.isFair(one.route()))
              .filter(keeps)
              .findFirst()
              .orElse(before);
      again = !small.equals(before);
    }
    return small;
  }

  // ---- edits

  private interface At {
    Scenario of(int index);
  }

  private static List<Scenario> each(int count, At edit) {
    List<Scenario> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(edit.of(i));
    }
    return all;
  }

  private static List<String> ids(Scenario of) {
    return of.route().getFirst().configuration().devices().stream().map(Device::id).toList();
  }

  private static Scenario with(Scenario of, String id, DeviceState state) {
    Map<String, DeviceState> devices = new LinkedHashMap<>(of.guest().devices());
    devices.put(id, state);
    devices.values().removeIf(one -> one.members().isEmpty());
    return new Scenario(of.history(), new GuestState(devices), of.route());
  }

  private static Scenario stops(Scenario of, UnaryOperator<Stop> change) {
    return new Scenario(of.history(), of.guest(), of.route().stream().map(change).toList());
  }

  private static Scenario configured(Scenario of, UnaryOperator<Configuration> change) {
    return stops(
        of,
        stop ->
            new Stop(
                stop.release(),
                stop.machine(),
                change.apply(stop.configuration()),
                stop.surroundings(),
                stop.reset()));
  }

  private static Scenario changed(Scenario of, String id, UnaryOperator<Device> change) {
    return configured(
        of,
        one ->
            one.withDevices(
                one.devices().stream()
                    .map(device -> device.id().equals(id) ? change.apply(device) : device)
                    .toList()));
  }
}
