package org.hopscotch.harness.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.PropertyValue;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;

/// The values of one device's properties (wire-format section 11.1): every source in turn sets
/// what it says, and the last one to set a property wins.
final class RulesProperties {
  private static final Section NOTHING = new Section("", 0, 0);

  private final Host host;
  private final MachineType machine;
  private final List<CompatTable> tables;
  private final Device device;
  private final DeviceType type;
  private final List<DeviceType> ancestry;
  private final Map<String, Property> declared = new LinkedHashMap<>();
  private final Map<String, PropertyValue> values = new LinkedHashMap<>();

  private RulesProperties(
      Host host, MachineType machine, List<CompatTable> tables, Device device, DeviceType type) {
    this.host = host;
    this.machine = machine;
    this.tables = tables;
    this.ancestry = ancestry(host.release(), type);
    this.device = device;
    this.type = type;
  }

  /// The device is not made.
  static final class FailedException extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1L;
    private final transient StartFailure failure;

    FailedException(StartFailure failure) {
      super(failure.toString());
      this.failure = failure;
    }

    StartFailure failure() {
      return failure;
    }
  }

  /// {@return the numbers that a device's expressions see: its properties, `machine.` and `host.`}
  ///
  /// @param tables of the machine type
  static Map<String, Long> of(
      Host host, MachineType machine, List<CompatTable> tables, Device device)
      throws FailedException {
    Optional<DeviceType> type = host.release().type(device.type());
    if (type.isEmpty()) {
      throw new FailedException(new StartFailure.UnknownType(device.id(), device.type()));
    }
    if (type.get().isAbstract()) {
      throw new FailedException(new StartFailure.CannotBeMade(device.id(), device.type()));
    }
    return new RulesProperties(host, machine, tables, device, type.get()).resolve();
  }

  /// {@return a type and what it descends from, itself first}
  static List<DeviceType> ancestry(Release release, DeviceType type) {
    List<DeviceType> ancestry = new ArrayList<>(List.of(type));
    while (ancestry.getLast().parent().isPresent()) {
      ancestry.add(release.type(ancestry.getLast().parent().get()).orElseThrow());
    }
    return ancestry;
  }

  private Map<String, Long> resolve() throws FailedException {
    for (DeviceType one : ancestry.reversed()) {
      for (Property property : one.properties()) {
        declared.put(property.name(), property);
        set(property.name(), property.initial(), new Origin.Default());
      }
    }
    for (CompatTable table : tables) {
      apply(table);
    }
    for (Configuration.Global global : host.configuration().globals()) {
      if (isA(global.driver())) {
        set(global.property(), global.value(), new Origin.GlobalOption(global.driver()));
      }
    }
    for (Map.Entry<String, String> option : device.properties().entrySet()) {
      set(option.getKey(), option.getValue(), new Origin.DeviceOption());
    }
    chooseAutomatic();
    Map<String, Long> numbers = numbers();
    for (DeviceType one : ancestry.reversed()) {
      for (Statement.Refuse refuse : one.realize()) {
        if (Meaning.holds(refuse.when(), Opaque.device(NOTHING, Map.of(), numbers), 0)) {
          throw new FailedException(
              new StartFailure.NotRealized(device.id(), type.name(), refuse.words()));
        }
      }
    }
    return numbers;
  }

  /// {@return the tables that a machine type gets, in the order in which they are applied: those of
  /// its family, then the versions}
  static List<CompatTable> tables(Release release, MachineType machine) {
    List<CompatTable> left = new ArrayList<>(ofMigration(release));
    left.addAll(release.tables());
    left.removeIf(table -> !isFor(machine, table));
    List<CompatTable> order = new ArrayList<>();
    for (CompatTable table : left) {
      if (table.version().isEmpty()) {
        order.add(table);
      }
    }
    left.removeIf(table -> table.version().isEmpty());
    while (!left.isEmpty()) {
      CompatTable next = left.getFirst();
      for (CompatTable table : left) {
        next = comesBefore(table, next) ? table : next;
      }
      order.add(next);
      left.remove(next);
    }
    return order;
  }

  private static boolean isFor(MachineType machine, CompatTable table) {
    if (table.family().isPresent() && !table.family().get().equals(machine.family())) {
      return false;
    }
    return table.version().isEmpty()
        || (machine.version().isPresent()
            && machine.version().get().compareTo(table.version().get()) <= 0);
  }

  /// The list runs from the newest version to the oldest, the common table of a version first.
  private static boolean comesBefore(CompatTable one, CompatTable other) {
    Version left = one.version().orElseThrow();
    Version right = other.version().orElseThrow();
    return left.compareTo(right) != 0
        ? left.compareTo(right) > 0
        : one.family().isEmpty() && other.family().isPresent();
  }

  private void apply(CompatTable table) throws FailedException {
    for (int i = 0; i < table.rows().size(); i++) {
      CompatTable.Row row = table.rows().get(i);
      boolean passedOver = row.optional() && !declared.containsKey(row.property());
      if (isA(row.driver()) && !passedOver) {
        set(
            row.property(),
            row.value(),
            table.version().isEmpty()
                ? new Origin.FamilyRow(table.name(), i, row.driver())
                : new Origin.TableRow(table.name(), i, row.driver()));
      }
    }
  }

  /// Wire-format section 2.1: what older releases do not understand is off for their machine types.
  private static List<CompatTable> ofMigration(Release release) {
    List<CompatTable> tables = new ArrayList<>();
    if (Entry.since(release, "2.4", true)) {
      tables.add(off("2.3", "send-configuration", "send-section-footer", "store-global-state"));
    }
    if (Entry.since(release, "10.0", release.family() != LoaderFamily.UP_TO_9_1)) {
      tables.add(off("9.2", "send-switchover-start"));
    }
    return tables;
  }

  private static CompatTable off(String version, String... switches) {
    List<CompatTable.Row> rows = new ArrayList<>();
    for (String one : switches) {
      rows.add(new CompatTable.Row(RulesHost.MIGRATION, one, "off"));
    }
    return new CompatTable(version, Optional.of(Version.of(version)), Optional.empty(), rows);
  }

  private boolean isA(String driver) {
    for (DeviceType one : ancestry) {
      if (one.name().equals(driver) || one.interfaces().contains(driver)) {
        return true;
      }
    }
    return false;
  }

  private void set(String name, String text, Origin origin) throws FailedException {
    if (!declared.containsKey(name)) {
      throw new FailedException(
          new StartFailure.UnknownProperty(device.id(), type.name(), name, origin));
    }
    switch (declared.get(name).kind().parse(name, text)) {
      case PropertyKind.Accepted(PropertyValue value) -> values.put(name, value);
      case PropertyKind.Refused(String words) ->
          throw new FailedException(
              new StartFailure.BadValue(device.id(), name, text, origin, words));
    }
  }

  /// Wire-format section 11.3. A choice sees those before it made, and those behind it not.
  private void chooseAutomatic() {
    for (Property property : declared.values()) {
      Optional<Property.Automatic> choice = property.automatic();
      if (choice.isPresent()
          && values.get(property.name()).equals(property.value(choice.get().trigger()))) {
        Opaque opaque = Opaque.device(NOTHING, Map.of(), numbers());
        Value chosen = Meaning.value(choice.get().value(), opaque, 0);
        values.put(property.name(), new PropertyValue.Scalar(Cell.of(chosen).number()));
      }
    }
  }

  private Map<String, Long> numbers() {
    Map<String, Long> numbers = new LinkedHashMap<>();
    machine.options().forEach((name, number) -> numbers.put("machine." + name, number));
    host.configuration()
        .numbers()
        .forEach((name, number) -> numbers.put("machine." + name, number));
    host.surroundings().features().forEach((name, number) -> numbers.put("host." + name, number));
    values.forEach((name, value) ->
        numbers.put(
            name,
            switch (value) {
              case PropertyValue.Scalar(long number) -> number;
              case PropertyValue.Text(String text) -> (long) text.length();
              case PropertyValue.Elements(List<PropertyValue> elements) -> (long) elements.size();
            }));
    return numbers;
  }
}
