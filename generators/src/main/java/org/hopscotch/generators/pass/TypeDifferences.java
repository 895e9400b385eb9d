package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.schema.Section;

/// In what a device type may differ from what it is in another release, the whole before its parts.
final class TypeDifferences {
  private static final List<BinaryOperator<DeviceType>> WHOLES =
      List.of(
          (type, like) -> with(type, like.interfaces(), like.isAbstract(), type.section()),
          (type, like) -> DropType.below(type, like.parent()),
          (type, like) -> type.withRegistration(like.registration()),
          (type, like) -> type.withRam(like.ram()),
          (type, like) -> type.withRealize(like.realize()),
          (type, like) -> type.withProperties(like.properties()),
          (type, like) -> type.withMembers(like.members()),
          TypeDifferences::withSection,
          (type, like) -> withSection(type, like).withMembers(like.members()));

  private TypeDifferences() {}

  private static DeviceType withSection(DeviceType type, DeviceType like) {
    return with(type, type.interfaces(), type.isAbstract(), like.section());
  }

  private static DeviceType with(
      DeviceType type, Set<String> interfaces, boolean isAbstract, Optional<Section> section) {
    return new DeviceType(
        type.name(),
        type.parent(),
        interfaces,
        isAbstract,
        type.properties(),
        type.members(),
        section,
        type.registration(),
        type.ram(),
        type.realize());
  }

  static List<Difference> between(DeviceType one, DeviceType other) {
    List<Difference> all = new ArrayList<>();
    WHOLES.forEach(whole -> all.add(Difference.inType(one.name(), whole)));
    for (String name : Difference.different(one.properties(), other.properties(), Property::name)) {
      all.add(
          Difference.inType(
              one.name(),
              (type, like) ->
                  type.withProperties(
                      Difference.asIn(
                          type.properties(), like.properties(), Property::name, name))));
    }
    for (String name : Difference.different(one.members(), other.members(), Member::name)) {
      all.add(
          Difference.inType(
              one.name(),
              (type, like) ->
                  type.withMembers(
                      Difference.asIn(type.members(), like.members(), Member::name, name))));
    }
    Map<Place, Section> others = sections(other);
    sections(one)
        .forEach((place, section) -> {
          if (others.containsKey(place) && !others.get(place).equals(section)) {
            for (BinaryOperator<Section> part :
                SectionDifferences.between(section, others.get(place))) {
              all.add(Difference.inType(one.name(), (type, like) -> at(place, type, like, part)));
            }
          }
        });
    return all;
  }

  private static DeviceType at(
      Place place, DeviceType type, DeviceType like, BinaryOperator<Section> asIn) {
    Map<Place, Section> others = sections(like);
    Rewriting rewriting =
        new Rewriting() {
          @Override
          Section section(Place at, Section section) {
            return at.equals(place) && others.containsKey(at)
                ? asIn.apply(section, others.get(at))
                : section;
          }
        };
    return rewriting.type(type);
  }

  /// {@return all sections of a type}
  private static Map<Place, Section> sections(DeviceType type) {
    Map<Place, Section> all = new LinkedHashMap<>();
    Rewriting reading =
        new Rewriting() {
          @Override
          Section section(Place at, Section section) {
            all.put(at, section);
            return section;
          }
        };
    reading.type(type);
    return all;
  }
}
