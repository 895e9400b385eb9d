package org.hopscotch.generators.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// What a step that is sound only while its condition is false asks of guests: whoever goes to a
/// release that does not know of a member leaves it as a reset does.
///
/// @param since the release that brought the member; those made of it have it too
/// @param type a device type
/// @param member its member
public record Caution(String since, String type, String member) {

  /// {@return a scenario in which the guest is cautious}
  Scenario kept(Scenario drawn) {
    History history = drawn.history();
    if (drawn.route().stream().allMatch(stop -> knows(history, stop.release()))) {
      return drawn;
    }
    Map<String, DeviceState> devices = new LinkedHashMap<>(drawn.guest().devices());
    devices.replaceAll((id, state) -> isOf(drawn.route().getFirst(), id) ? without(state) : state);
    devices.values().removeIf(state -> state.members().isEmpty());
    return new Scenario(history, new GuestState(devices), drawn.route());
  }

  private DeviceState without(DeviceState state) {
    Map<String, Value> members = new LinkedHashMap<>(state.members());
    members.remove(member);
    return new DeviceState(members);
  }

  private boolean isOf(Stop stop, String id) {
    return Lineage.devices(stop).stream()
        .anyMatch(device -> device.id().equals(id) && isOf(stop.release(), device.type()));
  }

  private boolean isOf(Release release, String typeName) {
    return release.type(typeName).map(one -> release.isA(one, type)).orElse(false);
  }

  private boolean knows(History history, Release release) {
    return Lineage.isSince(history, release, since);
  }

  /// {@return a scenario in which the guest keeps to all cautions}
  static Scenario kept(List<Caution> cautions, Scenario drawn) {
    Scenario kept = drawn;
    for (Caution caution : cautions) {
      kept = caution.kept(kept);
    }
    return kept;
  }
}
