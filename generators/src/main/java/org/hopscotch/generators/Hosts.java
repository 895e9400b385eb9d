package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.schema.Section;

/// Draws what a user asks for beside the machine type, the same at all stops: devices, vCPUs, and
/// the features of the surroundings of which a release's expressions speak.
final class Hosts {
  private static final List<Long> CPUS = List.of(1L, 2L, 4L, 8L);
  private static final int MOST_DEVICES = 3;
  private static final String CPUS_NUMBER = "cpus";

  private final Optional<Configuration> given;
  private final Surroundings around;
  private final HostMentions mentions;

  /// @param given a configuration to vary; else one is drawn
  /// @param around features that every host has
  Hosts(Optional<Configuration> given, Surroundings around, HostMentions mentions) {
    this.given = given;
    this.around = around;
    this.mentions = mentions;
  }

  /// {@return a configuration of a machine that begins its life on a release}
  ///
  /// @param oldest of the releases on the route: what it lacks, no such guest has
  /// @param swarm which devices may be drawn
  Configuration configuration(Choices choices, Release oldest, String machine, long swarm) {
    Configuration configuration =
        given
            .map(one -> varied(one, oldest, swarm))
            .orElseGet(
                () -> Configuration.BARE.withDevices(devices(choices, oldest, machine, swarm)));
    long own = configuration.numbers().getOrDefault(CPUS_NUMBER, 1L);
    boolean other = choices.chance(given.isPresent() ? 1 : 2, 3);
    configuration = configuration.with(CPUS_NUMBER, other ? choices.oneOf(CPUS) : own);
    for (Map.Entry<String, List<Long>> number : mentions.numbers().entrySet()) {
      if (!configuration.numbers().containsKey(number.getKey()) && choices.chance(1, 4)) {
        configuration = configuration.with(number.getKey(), choices.oneOf(number.getValue()));
      }
    }
    return configuration;
  }

  private static Configuration varied(Configuration one, Release oldest, long swarm) {
    List<Device> known =
        one.devices().stream().filter(device -> oldest.type(device.type()).isPresent()).toList();
    List<Device> kept = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      if (isOn(swarm, i)) {
        kept.add(known.get(i));
      }
    }
    return one.withDevices(kept.isEmpty() ? known : kept);
  }

  private static boolean isOn(long swarm, int place) {
    return (swarm >>> (place % Scenarios.DEVICE_SWARM) & 1) != 0;
  }

  // ---- devices

  private List<Device> devices(Choices choices, Release oldest, String machine, long swarm) {
    List<DeviceType> all = oldest.types().stream().filter(type -> isPlain(oldest, type)).toList();
    List<DeviceType> types = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (isOn(swarm, i)) {
        types.add(all.get(i));
      }
    }
    if (types.isEmpty()) {
      types.addAll(all);
    }
    List<Device> devices = new ArrayList<>();
    if (!types.isEmpty()) {
      List<Device> builtIn = oldest.machine(machine).orElseThrow().devices();
      choices.list(
          "device",
          builtIn.isEmpty() ? 1 : 0,
          MOST_DEVICES,
          _ -> add(choices, oldest, choices.oneOf(types), builtIn, devices));
    }
    return devices;
  }

  /// {@return whether there can be a device of a type, and anything to see of it}
  static boolean isPlain(Release release, DeviceType type) {
    return !type.isAbstract()
        && (release.section(type).isPresent()
            || !release.properties(type).isEmpty()
            || !release.members(type).isEmpty()
            || !type.ram().isEmpty());
  }

  private static boolean add(
      Choices choices,
      Release release,
      DeviceType type,
      List<Device> builtIn,
      List<Device> devices) {
    boolean path = choices.chance(1, 4);
    List<Device> others = new ArrayList<>(builtIn);
    others.addAll(devices);
    Optional<Device> alike =
        others.stream()
            .filter(device ->
                release
                    .type(device.type())
                    .filter(other -> sharesName(release, type, other))
                    .isPresent())
            .findFirst();
    boolean counted = release.lineage(type).stream().allMatch(Hosts::isCounted);
    if (alike.isPresent() && !counted) {
      return false;
    }
    // What is on a bus is so always; a name without path would be taken for an old form of one
    // with.
    path = alike.map(device -> device.path().isPresent()).orElse(path);
    int number = devices.size();
    String id = "dev" + number;
    while (isTaken(id, others)) {
      id = "dev" + ++number;
    }
    devices.add(
        path
            ? new Device(
                id,
                type.name(),
                Optional.of("0000:00:" + Integer.toHexString(0x10 + number) + ".0"),
                Map.of())
            : new Device(id, type.name()));
    return true;
  }

  private static boolean isTaken(String id, List<Device> others) {
    return others.stream().anyMatch(device -> device.id().equals(id));
  }

  private static boolean sharesName(Release release, DeviceType one, DeviceType other) {
    Optional<String> name = release.section(one).map(Section::name);
    return name.isPresent() && name.equals(release.section(other).map(Section::name));
  }

  /// {@return whether devices of a type get instance ids one after the other}
  private static boolean isCounted(DeviceType type) {
    Registration registration = type.registration();
    return registration.instanceId().isEmpty()
        && registration.aliasId().isEmpty()
        && type.ram().isEmpty();
  }

  // ---- surroundings

  Surroundings surroundings(Choices choices) {
    Map<String, Long> features = new LinkedHashMap<>(around.features());
    mentions
        .features()
        .forEach((name, values) -> {
          if (!features.containsKey(name) || choices.chance(1, 4)) {
            features.put(name, choices.oneOf(values));
          }
        });
    return new Surroundings(features, around.unknown());
  }
}
