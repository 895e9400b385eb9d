package org.hopscotch.generators.history;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;

/// Sound steps that change properties and the rows of compat tables.
final class PropertySteps {
  private static final int MOST_QUEUES = 8;

  static final List<Step> ALL =
      List.of(
          Step.pinned(
              "new-default",
              "another default, and rows that put the old one back",
              PropertySteps::newDefault),
          Step.pinned(
              "new-property",
              "a property that guests see, and rows with what it is for older ones",
              PropertySteps::newProperty),
          Step.pinned(
              "automatic-default",
              "a count that follows the vCPUs, and rows that put the fixed one back",
              PropertySteps::automatic),
          Step.sound(
              "row-again", "a row that says what an older table says anyway", PropertySteps::again),
          Step.sound(
              "row-for-nobody",
              "rows for a type that is not there, and for a property that may be missing",
              PropertySteps::forNobody),
          Step.pinned(
              "family-default",
              "a property that a family's own table sets, and rows that win over it",
              PropertySteps::familyDefault),
          Step.pinned(
              "row-on-each-leaf",
              "another default of an abstract type's property, and rows for each type of its kind",
              PropertySteps::eachLeaf));

  private PropertySteps() {}

  /// {@return a type that declares a property which the release before has too}
  private static Optional<DeviceType> withProperties(Growing next) {
    List<DeviceType> all =
        next.before().types().stream()
            .filter(
                type -> !type.properties().isEmpty() && next.now().type(type.name()).isPresent())
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(next.choices().oneOf(all)).map(type -> next.type(type.name()));
  }

  /// {@return a plain property that the release before has too, as it is now}
  static Optional<Property> property(Growing next, DeviceType type) {
    List<Property> all =
        type.properties().stream()
            .filter(property -> property.automatic().isEmpty() && isOld(next, type, property))
            .filter(property -> !isFamilys(next, property))
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(next.choices().oneOf(all));
  }

  static boolean isOld(Growing next, DeviceType type, Property property) {
    return next.before().type(type.name()).stream()
        .flatMap(before -> before.properties().stream())
        .anyMatch(property::equals);
  }

  private static boolean isFamilys(Growing next, Property property) {
    return next.now().tables().stream()
        .filter(CompatTable::isFamilyTable)
        .flatMap(table -> table.rows().stream())
        .anyMatch(row -> row.property().equals(property.name()));
  }

  private static boolean newDefault(Growing next) {
    return withProperties(next)
        .flatMap(type -> property(next, type).map(one -> newDefault(next, type, one)))
        .isPresent();
  }

  private static boolean newDefault(Growing next, DeviceType type, Property property) {
    setDefault(next, type, property);
    next.pin(type.name(), property.name(), property.initial());
    return true;
  }

  static void setDefault(Growing next, DeviceType type, Property property) {
    next.change(
        new Change.SetDefault(
            type.name(),
            property.name(),
            DeviceTypes.other(next.choices(), property),
            Optional.empty()));
  }

  private static boolean newProperty(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      Property property =
          new Property(next.names().next("option"), new PropertyKind.Int(16, false), "2")
              .visibleToGuest()
              .implied("1");
      next.change(new Change.AddProperty(one.name(), property));
      next.pin(one.name(), property.name(), "1");
    });
    return type.isPresent();
  }

  /// The queues of a device, as many as a property says.
  private static boolean automatic(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      String property = next.names().next("queues");
      next.change(
          new Change.AddProperty(
              one.name(),
              new Property(property, new PropertyKind.Int(16, false), "65535")
                  .automatic("65535", "property(machine.cpus)")
                  .visibleToGuest()
                  .implied("1")));
      next.pin(one.name(), property, "1");
      Expression several = Say.binary(Infix.GREATER, Say.property(property), Say.number(1));
      String name = next.names().next("ring");
      Part part =
          new Part(
              Say.scalars(name, ScalarType.UINT16, MOST_QUEUES),
              Families.array(name, new FieldType.Scalar(ScalarType.UINT16), MOST_QUEUES));
      next.add(one.name(), SectionSteps.root(one).name(), part.under(several));
    });
    return type.isPresent();
  }

  private static boolean again(Growing next) {
    return withProperties(next)
        .flatMap(type -> property(next, type).map(one -> again(next, type, one)))
        .isPresent();
  }

  private static boolean again(Growing next, DeviceType type, Property property) {
    next.pin(type.name(), property.name(), property.initial());
    return true;
  }

  private static boolean forNobody(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      Version version = next.newestBefore();
      next.change(
          new Change.AddRow(
              new CompatTable(
                  Growing.tableName(version.toString()),
                  Optional.of(version),
                  Optional.empty(),
                  List.of(
                      new CompatTable.Row("no-such-type", "option", "on"),
                      new CompatTable.Row(one.name(), next.names().next("gone"), "on", true)))));
    });
    return type.isPresent();
  }

  private static boolean familyDefault(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      Property property =
          new Property(next.names().next("feature"), new PropertyKind.Bool(), "off")
              .visibleToGuest()
              .implied("off");
      next.change(new Change.AddProperty(one.name(), property));
      next.families()
          .forEach(family ->
              next.change(
                  new Change.AddRow(
                      new CompatTable(
                          family + "_defaults",
                          Optional.empty(),
                          Optional.of(family),
                          List.of(new CompatTable.Row(one.name(), property.name(), "on"))))));
      next.pin(one.name(), property.name(), "off");
      Part part = NumberParts.scalar(next.choices(), next.names());
      next.add(
          one.name(), SectionSteps.root(one).name(), part.under(Say.property(property.name())));
    });
    return type.isPresent();
  }

  private static boolean eachLeaf(Growing next) {
    Optional<DeviceType> base =
        next.before().types().stream()
            .filter(type -> type.isAbstract() && !type.properties().isEmpty())
            .findFirst()
            .flatMap(type -> next.now().type(type.name()));
    return base.flatMap(
            type -> property(next, type).map(property -> eachLeaf(next, type, property)))
        .isPresent();
  }

  private static boolean eachLeaf(Growing next, DeviceType base, Property property) {
    setDefault(next, base, property);
    leaves(next.now(), base)
        .forEach(leaf -> next.pin(leaf.name(), property.name(), property.initial()));
    return true;
  }

  static List<DeviceType> leaves(Release release, DeviceType base) {
    return release.types().stream()
        .filter(type -> !type.isAbstract() && release.isA(type, base.name()))
        .toList();
  }
}
