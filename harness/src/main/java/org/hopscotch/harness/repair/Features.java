package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.PropertyValue;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// What a machine type offers, which a repair must not take from it.
///
/// @param sent the members that may travel, with what travels of each
/// @param members what each member of a device is in memory
/// @param visible what the guest sees of the properties
/// @param ram bytes of all blocks together
record Features(
    List<String> sent,
    Map<String, MemberType> members,
    Map<String, PropertyValue> visible,
    long ram) {

  /// {@return the features of a host; none where it does not start}
  static Features of(Stop stop) {
    List<String> sent = new ArrayList<>();
    Map<String, MemberType> members = new HashMap<>();
    Map<String, PropertyValue> visible = new HashMap<>();
    long ram = 0;
    Optional<Resolution.Resolved> resolved = Journey.resolved(stop);
    for (ResolvedDevice device : resolved.map(Resolution.Resolved::devices).orElse(List.of())) {
      String id = device.device().id();
      Release release = stop.release();
      release
          .members(device.type())
          .forEach(member -> members.put(id + "." + member.name(), member.type()));
      declaring(release, device)
          .filter(type -> isSent(type, device))
          .ifPresent(type -> collect(sent, id, type.section().orElseThrow(), device));
      device
          .properties()
          .forEach((name, property) -> {
            if (property.property().visible()) {
              visible.put(id + "." + name, property.value());
            }
          });
      ram += bytes(device.type().ram(), device);
    }
    ram += resolved.map(r -> bytes(r.machine().ram(), r.devices().getFirst())).orElse(0L);
    return new Features(sent, members, visible, ram);
  }

  private static Optional<DeviceType> declaring(Release release, ResolvedDevice device) {
    return release.lineage(device.type()).stream()
        .filter(type -> type.section().isPresent())
        .findFirst();
  }

  /// A section that nobody may save is not sent.
  private static boolean isSent(DeviceType type, ResolvedDevice device) {
    Constants constants = new Constants(device.bindings(), 0);
    return constants.mayHold(type.registration().needed())
        && constants.mayHold(Layout.not(type.registration().unmigratable()));
  }

  private static void collect(
      List<String> sent, String path, Section section, ResolvedDevice device) {
    Constants constants = new Constants(device.bindings(), section.versionId());
    for (Field field : section.fields()) {
      if (!constants.mayHold(Layout.condition(field, section.versionId()))) {
        continue;
      }
      if (!(field.type() instanceof FieldType.Unused)) {
        sent.add(path + "." + field.name() + " " + Layout.shape(field));
      }
      Layout.inside(field)
          .forEach(child -> collect(sent, path + "." + field.name(), child, device));
    }
    for (Subsection sub : section.subsections()) {
      if (constants.mayHold(sub.needed())) {
        collect(sent, path, sub.section(), device);
      }
    }
  }

  private static long bytes(List<RamBlock> blocks, ResolvedDevice device) {
    Constants constants = new Constants(device.bindings(), 0);
    return blocks.stream()
        .filter(one -> constants.mayHold(one.present()))
        .mapToLong(one -> DeviceExpressions.number(one.usedLength(), device.bindings()))
        .sum();
  }

  /// {@return whether nothing of this is lost in others}
  ///
  /// @param free whether no older release says what the machine type has to look like
  boolean areIn(Features others, boolean free) {
    Map<String, PropertyValue> same = new LinkedHashMap<>(others.visible);
    same.keySet().retainAll(visible.keySet());
    return others.sent.containsAll(sent)
        && sent.stream().map(Features::place).allMatch(place -> others.times(place) <= times(place))
        && areMembersIn(others)
        && (!free || (same.equals(visible) && others.ram >= ram));
  }

  /// {@return whether others send all that this and a third one send}
  boolean areSharedIn(Features others, Features third) {
    return sent.stream().filter(third.sent::contains).allMatch(others.sent::contains);
  }

  /// A guest's number must find room in memory, or it is cut before anything is sent.
  private boolean areMembersIn(Features others) {
    return members.entrySet().stream()
        .allMatch(one ->
            !(one.getValue() instanceof MemberType.Scalar(ScalarType type))
                || !(others.members.get(one.getKey()) instanceof MemberType.Scalar(ScalarType held))
                || (held.width() >= type.width() && (held != ScalarType.BOOL || type == held)));
  }

  /// {@return how often a member is sent at once}
  private long times(String place) {
    return sent.stream().filter(one -> place(one).equals(place)).count();
  }

  /// {@return what is sent without its shape}
  private static String place(String sent) {
    return sent.substring(0, sent.indexOf(' '));
  }
}
