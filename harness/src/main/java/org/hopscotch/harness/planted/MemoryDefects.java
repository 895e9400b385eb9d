package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.harness.planted.Distortion.Loaded;
import org.hopscotch.harness.planted.Distortion.Reset;
import org.hopscotch.harness.planted.Distortion.Starting;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// Memory that start, reset and load leave as they should not.
final class MemoryDefects {
  private MemoryDefects() {}

  static List<EngineDefect> all() {
    return List.of(
        resetting(
            "reset-forgets-a-member",
            "a reset leaves each device's last member alone",
            Shows.ON_SOUND,
            new Reset((_, before, after) ->
                each(before, after, (_, last, old, now) -> last ? old : now))),
        resetting(
            "reset-keeps-lists",
            "a reset leaves lists and trees as they are",
            Shows.ON_SOUND,
            new Reset((_, before, after) ->
                each(before, after, (_, _, old, now) -> isEmpty(now) ? old : now))),
        resetting(
            "reset-keeps-flags",
            "a reset leaves members alone that hold 1",
            Shows.ON_SOUND,
            new Reset((_, before, after) ->
                each(before, after, (_, _, old, now) -> old.equals(Value.of(1)) ? old : now))),
        resetting(
            "zero-not-reset",
            "what a reset should set to 0 is left to memory being zeroed",
            Shows.ON_SOUND,
            new Starting(host ->
                host.with(
                    Schemas.types(type ->
                            type.withMembers(
                                type.members().stream().map(MemoryDefects::unlessZero).toList()))
                        .apply(host.release())))),
        resetting(
            "undefined-taken-for-default",
            "memory that nobody sets is taken to be 0",
            Shows.ON_UNSOUND,
            new Starting(host -> host.withLeftover(0))),
        new EngineDefect(
            "device-before-kept",
            "what a section leaves out is taken from the device of its type that was loaded before",
            Part.LOADING,
            Shows.ON_SOUND,
            new Loaded(MemoryDefects::fromTheOneBefore)));
  }

  private static EngineDefect resetting(
      String id, String line, Shows shows, Distortion distortion) {
    return new EngineDefect(id, line, Part.RESETTING, shows, distortion);
  }

  private static Member unlessZero(Member member) {
    return member.reset().filter(Expression.FALSE::equals).isPresent() ? member.leftFree() : member;
  }

  private static boolean isEmpty(Value value) {
    return value instanceof Value.Elements(List<Value> values) && values.isEmpty();
  }

  // ---- members

  /// What a member of a device holds.
  private interface Choice {
    Value of(String device, boolean last, Value before, Value after);
  }

  private static GuestState each(GuestState before, GuestState after, Choice choice) {
    Map<String, DeviceState> devices = new LinkedHashMap<>();
    after
        .devices()
        .forEach((id, state) -> {
          Map<String, Value> members = new LinkedHashMap<>();
          List<String> names = new ArrayList<>(state.members().keySet());
          for (String name : names) {
            Value now = state.members().get(name);
            Value old =
                before.device(id).map(one -> one.members().getOrDefault(name, now)).orElse(now);
            members.put(name, choice.of(id, name.equals(names.getLast()), old, now));
          }
          devices.put(id, new DeviceState(members));
        });
    return new GuestState(devices);
  }

  private static GuestState fromTheOneBefore(Host host, GuestState before, GuestState after) {
    Map<String, String> types = new HashMap<>();
    List<Device> all = new ArrayList<>();
    host.release().machine(host.machine()).map(MachineType::devices).ifPresent(all::addAll);
    all.addAll(host.configuration().devices());
    all.forEach(device -> types.put(device.id(), device.type()));
    Map<String, Map<String, Value>> loaded = new HashMap<>();
    Map<String, DeviceState> devices = new LinkedHashMap<>();
    after
        .devices()
        .forEach((id, state) -> {
          Map<String, Value> last =
              loaded.computeIfAbsent(types.getOrDefault(id, id), _ -> new HashMap<>());
          Map<String, Value> members = new LinkedHashMap<>(state.members());
          Map<String, Value> old = before.device(id).orElse(DeviceState.EMPTY).members();
          state
              .members()
              .forEach((name, now) -> {
                if (now.equals(old.get(name))) {
                  members.put(name, last.getOrDefault(name, now));
                } else {
                  last.put(name, now);
                }
              });
          devices.put(id, new DeviceState(members));
        });
    return new GuestState(devices);
  }
}
