package org.hopscotch.model.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// A device type: a QOM class with what it adds to its parent's.
///
/// @param parent the type that this one is a kind of
/// @param interfaces further types that it is
/// @param isAbstract whether no device can be of exactly this type
/// @param section what travels; without one the parent's, if any
/// @param realize when it is not made, over its properties; an ancestor's is asked first
public record DeviceType(
    String name,
    Optional<String> parent,
    Set<String> interfaces,
    boolean isAbstract,
    List<Property> properties,
    List<Member> members,
    Optional<Section> section,
    Registration registration,
    List<RamBlock> ram,
    List<Statement.Refuse> realize) {

  public DeviceType {
    interfaces = Set.copyOf(interfaces);
    properties = List.copyOf(properties);
    members = List.copyOf(members);
    ram = List.copyOf(ram);
    realize = List.copyOf(realize);
  }

  /// A concrete type without parent.
  public DeviceType(String name, List<Property> properties, List<Member> members, Section section) {
    this(
        name,
        Optional.empty(),
        Set.of(),
        false,
        properties,
        members,
        Optional.of(section),
        Registration.USUAL,
        List.of(),
        List.of());
  }

  /// {@return a type of which nothing but the name is known}
  public static DeviceType named(String name) {
    return new DeviceType(
        name,
        Optional.empty(),
        Set.of(),
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        Registration.USUAL,
        List.of(),
        List.of());
  }

  /// {@return this type with other properties}
  public DeviceType withProperties(List<Property> others) {
    return new DeviceType(
        name, parent, interfaces, isAbstract, others, members, section, registration, ram, realize);
  }

  /// {@return this type with other members}
  public DeviceType withMembers(List<Member> others) {
    return new DeviceType(
        name,
        parent,
        interfaces,
        isAbstract,
        properties,
        others,
        section,
        registration,
        ram,
        realize);
  }

  /// {@return this type with another section}
  public DeviceType withSection(Section other) {
    return new DeviceType(
        name,
        parent,
        interfaces,
        isAbstract,
        properties,
        members,
        Optional.of(other),
        registration,
        ram,
        realize);
  }

  /// {@return this type with another registration}
  public DeviceType withRegistration(Registration other) {
    return new DeviceType(
        name, parent, interfaces, isAbstract, properties, members, section, other, ram, realize);
  }

  /// {@return this type with other RAM blocks}
  public DeviceType withRam(List<RamBlock> others) {
    return new DeviceType(
        name,
        parent,
        interfaces,
        isAbstract,
        properties,
        members,
        section,
        registration,
        others,
        realize);
  }

  /// {@return this type as a kind of another}
  public DeviceType withParent(String other) {
    return new DeviceType(
        name,
        Optional.of(other),
        interfaces,
        isAbstract,
        properties,
        members,
        section,
        registration,
        ram,
        realize);
  }

  /// {@return this type with other reasons not to be made}
  public DeviceType withRealize(List<Statement.Refuse> others) {
    return new DeviceType(
        name,
        parent,
        interfaces,
        isAbstract,
        properties,
        members,
        section,
        registration,
        ram,
        others);
  }
}
