package org.hopscotch.generators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// Draws guests of given releases: what they gave other values than a reset before they leave.
final class GivenGuests {
  /// What is known of each device type, by release and name.
  private final Map<String, StructUse> known = new ConcurrentHashMap<>();

  /// {@return a guest that begins its way at a stop; where that does not start, none}
  ///
  /// @param swarm which members may be drawn
  GuestState draw(Choices choices, Stop first, long swarm) {
    if (choices.chance(1, 8)
        || !(VirtualMachine.start(first.host(0))
            instanceof VirtualMachine.Started(VirtualMachine machine))) {
      return GuestState.EMPTY;
    }
    GuestState reset = machine.look();
    Map<String, DeviceState> devices = new LinkedHashMap<>();
    for (ResolvedDevice device : machine.resolved().devices()) {
      String id = device.device().id();
      if (!id.equals(MigrationObject.NAME)) {
        DeviceState before = reset.device(id).orElse(DeviceState.EMPTY);
        DeviceState drawn =
            choices.span("device", _ -> draw(choices, first.release(), device, before, swarm));
        if (!drawn.equals(DeviceState.EMPTY)) {
          devices.put(id, drawn);
        }
      }
    }
    return new GuestState(devices);
  }

  private DeviceState draw(
      Choices choices, Release release, ResolvedDevice device, DeviceState before, long swarm) {
    DeviceType type = device.type();
    List<Member> members = release.members(type);
    StructUse use =
        known.computeIfAbsent(release.name() + "/" + type.name(), _ -> StructUse.of(release, type));
    DeviceState given = MemberValues.draw(choices, use, members, before, device.bindings(), swarm);
    if (given.equals(before)) {
      return DeviceState.EMPTY;
    }
    DeviceState drawn =
        release
            .section(type)
            .map(section -> settled(section, given, device.bindings(), use.fields().madeByLoad()))
            .orElse(given);
    Map<String, Value> changed = new LinkedHashMap<>(drawn.members());
    changed.entrySet().removeIf(one -> one.getValue().equals(before.members().get(one.getKey())));
    return new DeviceState(changed);
  }

  /// What a device keeps beside what it sends, and makes of that after a load, it keeps equal while
  /// it runs.
  private static DeviceState settled(
      Section section, DeviceState given, Bindings host, Set<String> made) {
    if (made.isEmpty()) {
      return given;
    }
    Scope scope = new Scope(section, given, host);
    for (Subsection subsection : section.subsections()) {
      if (scope.holds(subsection.needed(), subsection.section().versionId())) {
        scope.run(subsection.section().hooks().postLoad(), subsection.section().versionId());
      }
    }
    scope.run(section.hooks().postLoad(), section.versionId());
    DeviceState after = scope.state();
    DeviceState settled = given;
    for (String name : made) {
      Optional<Value> value = after.find(name);
      if (value.isPresent() && given.members().containsKey(name)) {
        settled = settled.with(name, value.get());
      }
    }
    return settled;
  }
}
