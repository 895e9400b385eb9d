package org.hopscotch.generators.history;

import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.history.Defect.Need;
import org.hopscotch.generators.history.Witness.Way;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Expression.Infix;

/// Unsound steps that change properties and the rows of compat tables.
final class PropertyDefects {
  private static final Version ANCIENT = Version.of("1.0");

  static final List<Defect> ALL =
      List.of(
          Defect.of(
              "default-changed",
              "another default of what guests see, and no row",
              PropertyDefects::changed,
              Need.PROPERTY),
          Defect.ofType(
              "row-in-older-table",
              "a row that only machine types get which are older still",
              on -> field(on, on.name(), ANCIENT)),
          Defect.ofType(
              "row-on-another-type",
              "a row for a type that the device is not of",
              on -> field(on, "no-such-type", on.next().newestBefore())),
          Defect.of(
              "row-for-one-of-several",
              "another default for several types, and a row for one of them",
              PropertyDefects::oneOfSeveral,
              Need.KINDS),
          Defect.ofType(
              "row-with-new-value",
              "a row that does not turn off what is new",
              PropertyDefects::wrongValue),
          Defect.of(
              "family-default-for-all",
              "a family's own default of what guests see, for old machine types too",
              PropertyDefects::family,
              Need.PROPERTY),
          Defect.ofType(
              "property-gone", "a row for a property that is gone", PropertyDefects::gone),
          Defect.ofType(
              "automatic-default",
              "a count that follows the vCPUs, and no row",
              PropertyDefects::automatic),
          Defect.ofType(
              "default-from-host",
              "a switch that follows the host's kernel, and no row",
              PropertyDefects::fromHost));

  private PropertyDefects() {}

  private static Optional<Property> visible(Growing next, DeviceType type) {
    return type.properties().stream()
        .filter(property -> property.visible() && property.automatic().isEmpty())
        .filter(property -> property.name().startsWith("option"))
        .filter(property -> PropertySteps.isOld(next, type, property))
        .filter(property ->
            next.now().tables().stream()
                .flatMap(table -> table.rows().stream())
                .noneMatch(row -> row.property().equals(property.name())))
        .findFirst();
  }

  private static Optional<Witness> changed(Growing next) {
    return next.oldType()
        .flatMap(type ->
            visible(next, type)
                .map(property -> {
                  PropertySteps.setDefault(next, type, property);
                  return everywhere(next, type);
                }));
  }

  /// What the guest sees is compared for all releases that know its machine type, wherever it goes.
  private static Witness everywhere(Growing next, DeviceType type) {
    return Witness.present(next.now().name(), type.name());
  }

  /// A field under a test of a switch that is on, with one row that should turn it off.
  private static Witness field(Target on, String driver, Version version) {
    Growing next = on.next();
    String name = next.names().next("x-migrate");
    on.change(new Change.AddProperty(on.name(), new Property(name, new PropertyKind.Bool(), "on")));
    next.rows(version, driver, name, "off");
    next.add(
        on.name(),
        on.sectionName(),
        NumberParts.scalar(next.choices(), next.names()).under(Say.property(name)));
    return on.each(Way.ACROSS);
  }

  private static Witness wrongValue(Target on) {
    Growing next = on.next();
    String name = next.names().next("x-migrate");
    on.change(new Change.AddProperty(on.name(), new Property(name, new PropertyKind.Bool(), "on")));
    next.pin(on.name(), name, "on");
    next.add(
        on.name(),
        on.sectionName(),
        NumberParts.scalar(next.choices(), next.names()).under(Say.property(name)));
    return on.each(Way.ACROSS);
  }

  private static Optional<Witness> oneOfSeveral(Growing next) {
    return next.before().types().stream()
        .filter(DeviceType::isAbstract)
        .filter(type -> PropertySteps.leaves(next.now(), type).size() > 1)
        .flatMap(type -> next.now().type(type.name()).stream())
        .filter(type -> visible(next, type).isPresent())
        .findFirst()
        .map(type -> {
          Property property = visible(next, type).orElseThrow();
          PropertySteps.setDefault(next, type, property);
          List<DeviceType> leaves = PropertySteps.leaves(next.now(), type);
          next.pin(leaves.getFirst().name(), property.name(), property.initial());
          return everywhere(next, type);
        });
  }

  private static Optional<Witness> family(Growing next) {
    return next.oldType()
        .flatMap(type ->
            visible(next, type)
                .map(property -> {
                  String value = DeviceTypes.other(next.choices(), property);
                  String family = next.families().getFirst();
                  next.change(
                      new Change.AddRow(
                          new CompatTable(
                              family + "_defaults",
                              Optional.empty(),
                              Optional.of(family),
                              List.of(new CompatTable.Row(type.name(), property.name(), value)))));
                  return everywhere(next, type);
                }));
  }

  private static Witness gone(Target on) {
    String name = on.next().names().next("option");
    on.next().pin(on.name(), name, "off");
    return Witness.present(on.next().now().name(), on.name());
  }

  private static Witness automatic(Target on) {
    String name = on.next().names().next("queues");
    Property property =
        new Property(name, new PropertyKind.Int(16, false), "65535")
            .automatic("65535", "property(machine.cpus)")
            .visibleToGuest()
            .implied("1");
    on.change(new Change.AddProperty(on.name(), property));
    Expression several = Say.binary(Infix.GREATER, Say.property(name), Say.number(1));
    Part part = NumberParts.scalar(on.next().choices(), on.next().names()).under(several);
    on.next().add(on.name(), on.sectionName(), part);
    return Witness.present(on.next().now().name(), on.name());
  }

  private static Witness fromHost(Target on) {
    String name = on.next().names().next("offload");
    Property property =
        new Property(name, new PropertyKind.Enumeration(List.of("off", "on", "auto")), "auto")
            .automatic("auto", "property(host.offload)")
            .visibleToGuest()
            .implied("off");
    on.change(new Change.AddProperty(on.name(), property));
    Part part = NumberParts.scalar(on.next().choices(), on.next().names());
    on.next().add(on.name(), on.sectionName(), part.under(Say.property(name)));
    return Witness.present(on.next().now().name(), on.name());
  }
}
