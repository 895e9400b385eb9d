package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.LoaderFamily;

/// How a device type becomes another one of its name, but for its parent.
final class TypeDifferences {
  private final String type;
  private final List<Change> changes = new ArrayList<>();

  private TypeDifferences(String type) {
    this.type = type;
  }

  /// {@return the changes, in order; empty when only another type can be put in its place}
  static Optional<List<Change>> between(DeviceType from, DeviceType to) {
    TypeDifferences differences = new TypeDifferences(to.name());
    differences.tell(from, to);
    return Optional.of(differences.changes)
        .filter(changes -> lead(orphan(from), changes, orphan(to)));
  }

  /// {@return whether changes make another type of one}
  static boolean lead(DeviceType from, List<Change> changes, DeviceType to) {
    Release alone =
        new Release(
            "", Optional.empty(), LoaderFamily.UP_TO_9_1, List.of(from), List.of(), List.of());
    return Differences.made(alone, changes)
        .map(release -> release.types().equals(List.of(to)))
        .orElse(false);
  }

  /// {@return a type without its parent}
  static DeviceType orphan(DeviceType type) {
    return new DeviceType(
        type.name(),
        Optional.empty(),
        type.interfaces(),
        type.isAbstract(),
        type.properties(),
        type.members(),
        type.section(),
        type.registration(),
        type.ram(),
        type.realize());
  }

  private void tell(DeviceType from, DeviceType to) {
    tellProperties(from.properties(), to.properties());
    tellMembers(from.members(), to.members());
    tellSection(from.section(), to.section());
    if (!from.registration().equals(to.registration())) {
      changes.add(new Change.SetRegistration(type, to.registration()));
    }
    if (!from.ram().equals(to.ram())) {
      changes.add(new Change.SetRam(type, to.ram()));
    }
    if (!from.realize().equals(to.realize())) {
      changes.add(new Change.SetRealize(type, to.realize()));
    }
  }

  private void tellProperties(List<Property> from, List<Property> to) {
    NamedDifference<Property> difference =
        NamedDifference.between(from, to, TypeDifferences::haveDefaultsOnly);
    for (Property gone : difference.removed()) {
      changes.add(new Change.RemoveProperty(type, gone.name()));
    }
    for (NamedDifference.Stay<Property> stay : difference.stays()) {
      if (stay.isChanged()) {
        Property after = stay.to();
        changes.add(new Change.SetDefault(type, after.name(), after.initial(), after.automatic()));
      }
    }
    for (Property more : difference.added()) {
      changes.add(new Change.AddProperty(type, more));
    }
  }

  /// {@return whether two properties are the same but for the default}
  private static boolean haveDefaultsOnly(Property one, Property other) {
    return one.name().equals(other.name())
        && one.kind().equals(other.kind())
        && one.visible() == other.visible()
        && one.implied().equals(other.implied());
  }

  private void tellMembers(List<Member> from, List<Member> to) {
    NamedDifference<Member> difference =
        NamedDifference.between(from, to, (one, other) -> one.name().equals(other.name()));
    for (Member gone : difference.removed()) {
      changes.add(new Change.RemoveMember(type, gone.name()));
    }
    for (NamedDifference.Stay<Member> stay : difference.stays()) {
      if (stay.isChanged()) {
        changes.add(new Change.SetMember(type, stay.to()));
      }
    }
    for (Member more : difference.added()) {
      changes.add(new Change.AddMember(type, more));
    }
  }

  private void tellSection(Optional<Section> from, Optional<Section> to) {
    if (from.isPresent() && to.isPresent()) {
      if (!from.equals(to)) {
        changes.addAll(SectionDifferences.between(type, from.get(), to.get()));
      }
    } else {
      to.ifPresent(section -> changes.add(new Change.SetSection(type, section)));
    }
  }
}
