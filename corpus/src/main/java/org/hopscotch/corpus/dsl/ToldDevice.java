package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.schema.Section;

/// A device type as a device's author tells it: a `TypeInfo` with its class's properties and vmsd.
public record ToldDevice(DeviceType type) {

  /// {@return this as a kind of another: `.parent`}
  public ToldDevice parent(String parent) {
    return new ToldDevice(type.withParent(parent));
  }

  /// {@return this with more `.interfaces`}
  public ToldDevice interfaces(String... interfaces) {
    Set<String> all = new HashSet<>(type.interfaces());
    all.addAll(List.of(interfaces));
    return with(all, type.isAbstract(), type.section(), type.registration());
  }

  /// {@return this as one that no device can be of exactly: `.abstract`}
  public ToldDevice abstractType() {
    return with(type.interfaces(), true, type.section(), type.registration());
  }

  /// {@return this with a section: `dc->vmsd`}
  public ToldDevice vmstate(VMState vmsd) {
    Registration own = type.registration();
    Registration told = vmsd.registration();
    return with(
        type.interfaces(),
        type.isAbstract(),
        Optional.of(vmsd.section()),
        new Registration(
            told.priority(),
            own.instanceId(),
            own.aliasId(),
            own.below(),
            told.needed(),
            told.unmigratable(),
            told.earlySetup()));
  }

  /// {@return this with an instance id of its own, as `vmstate_register` takes it}
  ///
  /// @param id an expression over properties, such as `0` or `property(id)`
  public ToldDevice instanceId(String id) {
    return registration(
        type.registration().instanceId(Words.expression("instance id of " + type.name(), id)));
  }

  /// {@return this with a section whose name follows the device's path only while a condition
  /// holds}
  public ToldDevice belowPath(String condition) {
    return registration(
        type.registration().below(Words.expression("below path of " + type.name(), condition)));
  }

  /// {@return this with reasons not to be made, over properties: what `realize` sets an error for}
  ///
  /// @param refusals such as `refuse "no such medium" when property(size) == 0`
  public ToldDevice realize(String refusals) {
    return new ToldDevice(type.withRealize(Words.refusals("realize of " + type.name(), refusals)));
  }

  /// {@return this with another instance id that it is found under}
  public ToldDevice aliasId(int id) {
    return registration(type.registration().aliasId(id));
  }

  /// {@return this registered in another way; what a vmsd says is said instead}
  public ToldDevice registration(Registration registration) {
    return new ToldDevice(type.withRegistration(registration));
  }

  /// {@return this with more properties}
  ///
  /// @throws IllegalArgumentException for one twice
  public ToldDevice properties(Property... properties) {
    List<Property> all = new ArrayList<>(type.properties());
    all.addAll(List.of(properties));
    requireOnce("property", all.stream().map(Property::name).toList());
    return new ToldDevice(type.withProperties(all));
  }

  /// {@return this with more members: those that are not as the section's fields say}
  ///
  /// @throws IllegalArgumentException for one twice
  public ToldDevice members(Member... members) {
    List<Member> all = new ArrayList<>(type.members());
    all.addAll(List.of(members));
    requireOnce("member", all.stream().map(Member::name).toList());
    return new ToldDevice(type.withMembers(all));
  }

  /// {@return this with more RAM blocks}
  ///
  /// @throws IllegalArgumentException for one twice
  public ToldDevice ram(RamBlock... blocks) {
    List<RamBlock> all = new ArrayList<>(type.ram());
    all.addAll(List.of(blocks));
    requireOnce("RAM block", all.stream().map(RamBlock::name).toList());
    return new ToldDevice(type.withRam(all));
  }

  private void requireOnce(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("%s %s twice in %s".formatted(what, name, type.name()));
      }
    }
  }

  private ToldDevice with(
      Set<String> interfaces,
      boolean isAbstract,
      Optional<Section> section,
      Registration registration) {
    return new ToldDevice(
        new DeviceType(
            type.name(),
            type.parent(),
            interfaces,
            isAbstract,
            type.properties(),
            type.members(),
            section,
            registration,
            type.ram(),
            type.realize()));
  }
}
