package org.hopscotch.model.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.schema.Section;
import org.junit.jupiter.api.Test;

class LineageDifferencesTest {
  private static final Property MORE = new Property("x-more", new PropertyKind.Bool(), "on");

  private static DeviceType type(String name) {
    return DeviceType.named(name);
  }

  private static DeviceType type(String name, String parent) {
    return DeviceType.named(name).withParent(parent);
  }

  @Test
  void addsAParentBehindItsChild() {
    assertThat(Between.toldOfTypes(List.of(), List.of(type("disk", "bus"), type("bus"))))
        .containsExactly(
            new Change.AddType(type("disk")),
            new Change.AddType(type("bus")),
            new Change.SetParent("disk", "bus"));
  }

  @Test
  void removesAParentLast() {
    assertThat(
            Between.toldOfTypes(
                List.of(type("bus"), type("disk", "bus")),
                List.of(type("disk", "hub"), type("hub"))))
        .containsExactly(
            new Change.AddType(type("hub")),
            new Change.SetParent("disk", "hub"),
            new Change.RemoveType("bus"));
  }

  @Test
  void makesATypeAnewThatLosesItsParent() {
    assertThat(
            Between.toldOfTypes(
                List.of(type("bus"), type("disk", "bus")), List.of(type("bus"), type("disk"))))
        .containsExactly(new Change.RemoveType("disk"), new Change.AddType(type("disk")));
  }

  @Test
  void makesTypesAnewBelowOneThatIsMadeAnew() {
    DeviceType pci = interfaced("bus", "pci");
    assertThat(
            Between.toldOfTypes(
                List.of(type("disk", "bus"), type("bus")), List.of(type("disk", "bus"), pci)))
        .containsExactly(
            new Change.RemoveType("disk"),
            new Change.RemoveType("bus"),
            new Change.AddType(type("disk")),
            new Change.AddType(pci),
            new Change.SetParent("disk", "bus"));
  }

  private static DeviceType interfaced(String name, String... interfaces) {
    return new DeviceType(
        name,
        Optional.empty(),
        Set.of(interfaces),
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        Registration.USUAL,
        List.of(),
        List.of());
  }

  @Test
  void makesATypeAnewThatLosesItsSection() {
    DeviceType disk = type("disk").withSection(new Section("d", 1, 1));
    assertThat(Between.toldOfTypes(List.of(disk), List.of(type("disk"))))
        .containsExactly(new Change.RemoveType("disk"), new Change.AddType(type("disk")));
  }

  @Test
  void addsPropertiesToTheMigrationObjectThatEveryReleaseHas() {
    DeviceType object = type(MigrationObject.NAME).withProperties(List.of(MORE));
    assertThat(Between.toldOfTypes(List.of(), List.of(object)))
        .containsExactly(new Change.AddProperty(MigrationObject.NAME, MORE));
    assertThat(Between.toldOfTypes(List.of(object), List.of(type("disk", MigrationObject.NAME))))
        .contains(new Change.RemoveType(MigrationObject.NAME));
  }

  @Test
  void addsTheMigrationObjectAsATypeWhereItHasMoreThanProperties() {
    DeviceType object = type(MigrationObject.NAME);
    DeviceType other = object.withSection(new Section("m", 1, 1)).withProperties(List.of(MORE));
    assertThat(Between.toldOfTypes(List.of(), List.of(object)))
        .containsExactly(new Change.AddType(object));
    assertThat(Between.toldOfTypes(List.of(), List.of(other)))
        .containsExactly(new Change.AddType(other));
  }

  @Test
  void removesTheMigrationObjectFromAboveOthers() {
    DeviceType below = type("disk", MigrationObject.NAME);
    assertThat(Between.toldOfTypes(List.of(below, type(MigrationObject.NAME)), List.of(below)))
        .containsExactly(new Change.RemoveType(MigrationObject.NAME));
  }

  @Test
  void everyTreeBecomesEveryOther() {
    List<DeviceType> types = new ArrayList<>();
    List<String> names = List.of("a", "b", "c");
    types.add(interfaced("b", "i"));
    for (String name : names) {
      types.add(type(name));
      names.forEach(parent -> types.add(type(name, parent)));
    }
    List<List<DeviceType>> all =
        Lists.of(types, 3).stream().filter(LineageDifferencesTest::isTree).toList();
    for (List<DeviceType> from : all) {
      for (List<DeviceType> to : all) {
        assertThat(Between.toldOfTypes(from, to))
            .hasSizeLessThanOrEqualTo(from.size() + 2 * to.size());
      }
    }
  }

  private static boolean isTree(List<DeviceType> types) {
    try {
      Between.first(types, List.of(), List.of());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
