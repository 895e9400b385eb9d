package org.hopscotch.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.pass.FairRoute;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private static final int DRAWS = 2000;
  private static final String YAML =
      """
      format: 1
      kind: history
      about: two releases
      releases:
      - release: "5.1"
        types:
          base: {abstract: true}
          disk:
            parent: base
            properties:
              queues: {kind: uint16, default: "2"}
              x-old: {kind: bool, default: "on"}
            members:
              len: {type: uint8, legal: len <= 16}
              fixed: {type: uint8, reset: property(queues)}
              n: {type: uint32}
              ring: {type: uint8, length: 4}
            section:
              name: disk
              version_id: 1
              minimum_version_id: 1
              fields:
              - {name: len, type: uint8}
              - {name: n, type: uint32}
              - {name: ring, type: uint8, array: n}
              - {name: gone, type: uint8, test: property(host.feature)}
          clock:
            section:
              name: clock
              version_id: 1
              minimum_version_id: 1
              fields:
              - {name: count, type: uint32}
        machines:
          pc-5.1: {version: "5.1", family: pc}
      - release: "5.2"
        like: "5.1"
        changes:
        - add-machine: {name: pc-5.2, version: "5.2", family: pc}
      """;

  private static List<Scenario> drawn() throws CaseException {
    GivenHistory given = HistoryYaml.read(YAML);
    Scenarios scenarios = Scenarios.over(given);
    return LongStream.range(0, DRAWS)
        .mapToObj(number -> scenarios.draw(Choices.unrecorded(5, number)))
        .toList();
  }

  private static List<DeviceState> disks(Scenario one) {
    List<Device> devices = one.route().getFirst().configuration().devices();
    return devices.stream()
        .filter(device -> device.type().equals("disk"))
        .flatMap(device -> one.guest().device(device.id()).stream())
        .toList();
  }

  @Test
  void drawsOnlyWhatAGuestCanHave() throws CaseException {
    Set<Long> lengths = new TreeSet<>();
    for (Scenario one : drawn()) {
      for (DeviceState disk : disks(one)) {
        disk.find("len").ifPresent(value -> lengths.add(((Value.Number) value).value()));
        assertThat(disk.members()).doesNotContainKey("fixed");
        long count = disk.find("n").map(value -> ((Value.Number) value).value()).orElse(0L);
        assertThat(count).isBetween(0L, 4L);
        if (disk.find("ring").orElse(Value.NULL) instanceof Value.Numbers(long[] ring)) {
          for (int i = (int) count; i < ring.length; i++) {
            assertThat(ring[i]).isZero();
          }
        }
        if (one.route().getFirst().surroundings().features().get("feature") == 0) {
          assertThat(disk.members()).doesNotContainKey("gone");
        }
      }
    }
    assertThat(lengths).contains(1L, 15L, 16L).allMatch(length -> length <= 16);
  }

  @Test
  void drawsTheRareOftenEnough() throws CaseException {
    Map<String, Integer> seen = new TreeMap<>();
    for (Scenario one : drawn()) {
      List<Stop> route = one.route();
      seen.merge(Routes.kind(one.history(), route), 1, Integer::sum);
      List<Device> devices = route.getFirst().configuration().devices();
      seen.merge(devices.size() + " devices", 1, Integer::sum);
      long types = devices.stream().map(Device::type).distinct().count();
      seen.merge(types < devices.size() ? "twins" : "no twins", 1, Integer::sum);
      seen.merge(route.stream().anyMatch(Stop::reset) ? "reset" : "none", 1, Integer::sum);
      for (Device device : devices) {
        device.properties().keySet().forEach(name -> seen.merge(name, 1, Integer::sum));
      }
      assertThat(devices).isNotEmpty().extracting(Device::type).doesNotContain("base");
      assertThat(route).hasSizeBetween(2, 5);
      assertThat(FairRoute.isFair(route)).isTrue();
    }
    assertThat(seen).doesNotContainKey("x-old");
    assertThat(seen)
        .containsKeys(
            "same release",
            "newer to older",
            "older to newer",
            "back and forth",
            "to a release without the machine type",
            "1 devices",
            "2 devices",
            "3 devices",
            "twins",
            "reset",
            "queues");
    assertThat(seen.get("newer to older")).isGreaterThan(DRAWS / 20);
    assertThat(seen.get("older to newer")).isGreaterThan(DRAWS / 20);
    assertThat(seen.get("queues")).isGreaterThan(DRAWS / 40);
  }

  @Test
  void drawsTheSameFromTheSameChoices() throws CaseException {
    Scenarios scenarios = Scenarios.over(HistoryYaml.read(YAML));
    for (int number = 0; number < 50; number++) {
      Choices seeded = Choices.seeded(5, number);
      Scenario one = scenarios.draw(seeded);
      Choices again = Choices.recorded(seeded.recording().values());
      assertThat(scenarios.draw(again)).isEqualTo(one);
    }
  }
}
