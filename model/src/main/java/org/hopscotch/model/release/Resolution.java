package org.hopscotch.model.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.state.DeviceState;

/// What the properties of a host's devices are, and why (wire-format section 11.1): the default,
/// then the family's table, then the compat tables from the newest version to the oldest, then
/// `-global` options, then the device's own. What comes later wins, whatever names the type more
/// closely.
public final class Resolution {
  private final Release release;
  private final MachineType machine;
  private final Configuration configuration;
  private final Map<String, Boolean> unknown;
  private final Map<String, Long> surroundings = new HashMap<>();

  private Resolution(
      Release release, MachineType machine, Configuration configuration, Surroundings around) {
    this.release = release;
    this.machine = machine;
    this.configuration = configuration;
    this.unknown = around.unknown();
    machine.options().forEach((name, value) -> surroundings.put("machine." + name, value));
    configuration.numbers().forEach((name, value) -> surroundings.put("machine." + name, value));
    around.features().forEach((name, value) -> surroundings.put("host." + name, value));
  }

  /// What came of resolving.
  public sealed interface Result {}

  /// Every device has its values.
  ///
  /// @param devices the `migration` object, then the machine's, then the configuration's
  /// @param warnings what QEMU says and goes on
  public record Resolved(MachineType machine, List<ResolvedDevice> devices, List<String> warnings)
      implements Result {
    public Resolved {
      devices = List.copyOf(devices);
      warnings = List.copyOf(warnings);
    }

    /// {@return the device of an id}
    public Optional<ResolvedDevice> device(String id) {
      return devices.stream().filter(device -> device.device().id().equals(id)).findFirst();
    }
  }

  /// QEMU ends before there is a machine.
  public record Failed(StartFailure failure) implements Result {}

  /// {@return the devices of one start}
  ///
  /// @param machine name or alias
  public static Result of(
      Release release, String machine, Configuration configuration, Surroundings around) {
    Optional<Asked> before = release.asked();
    if (before.isPresent() && before.get().isOf(machine, configuration, around)) {
      return before.get().result();
    }
    Result result = resolved(release, machine, configuration, around);
    release.asked(new Asked(machine, configuration, around, result));
    return result;
  }

  /// What a release was asked last: of one host, several ask one after the other.
  record Asked(String machine, Configuration configuration, Surroundings around, Result result) {
    @SuppressWarnings("ReferenceEquality") // to compare all would cost as much as to resolve
    boolean isOf(String otherMachine, Configuration otherConfiguration, Surroundings otherAround) {
      return configuration == otherConfiguration
          && around == otherAround
          && machine.equals(otherMachine);
    }
  }

  private static Result resolved(
      Release release, String machine, Configuration configuration, Surroundings around) {
    Optional<MachineType> type = release.machine(machine);
    if (type.isEmpty()) {
      return new Failed(new StartFailure.UnknownMachine(machine));
    }
    try {
      return new Resolution(release, type.get(), configuration, around).resolve();
    } catch (FailedException e) {
      return new Failed(e.failure);
    }
  }

  /// Ends the resolving of one device from inside.
  private static final class FailedException extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1L;
    private final transient StartFailure failure;

    FailedException(StartFailure failure) {
      super(null, null, false, false);
      this.failure = failure;
    }
  }

  private Resolved resolve() throws FailedException {
    List<Device> devices = new ArrayList<>();
    devices.add(new Device(MigrationObject.NAME, MigrationObject.NAME));
    devices.addAll(machine.devices());
    devices.addAll(configuration.devices());
    List<ResolvedDevice> resolved = new ArrayList<>();
    for (Device device : devices) {
      resolved.add(resolve(device));
    }
    List<String> warnings =
        configuration.globals().stream()
            .filter(global -> release.type(global.driver()).isEmpty())
            .filter(global -> !isInterface(global.driver()))
            .map(g -> "global %s.%s has invalid class name".formatted(g.driver(), g.property()))
            .toList();
    return new Resolved(machine, resolved, warnings);
  }

  private boolean isInterface(String name) {
    return release.types().stream().anyMatch(type -> type.interfaces().contains(name));
  }

  private ResolvedDevice resolve(Device device) throws FailedException {
    DeviceType type =
        release
            .type(device.type())
            .orElseThrow(() ->
                new FailedException(new StartFailure.UnknownType(device.id(), device.type())));
    if (type.isAbstract()) {
      throw new FailedException(new StartFailure.CannotBeMade(device.id(), type.name()));
    }
    Map<String, ResolvedProperty> values = new LinkedHashMap<>();
    for (Property property : release.properties(type)) {
      values.put(
          property.name(), resolved(device, property, property.initial(), new Origin.Default()));
    }
    for (CompatTable table : release.tables(machine)) {
      apply(device, type, table, values);
    }
    for (Configuration.Global global : configuration.globals()) {
      if (release.isA(type, global.driver())) {
        Origin origin = new Origin.GlobalOption(global.driver());
        set(device, type, global.property(), global.value(), origin, values);
      }
    }
    for (Map.Entry<String, String> option : device.properties().entrySet()) {
      set(device, type, option.getKey(), option.getValue(), new Origin.DeviceOption(), values);
    }
    choose(values);
    ResolvedDevice resolved =
        new ResolvedDevice(
            device, type, values, ResolvedDevice.bindings(surroundings, unknown, values));
    realize(resolved);
    return resolved;
  }

  private void realize(ResolvedDevice device) throws FailedException {
    for (DeviceType one : release.lineage(device.type()).reversed()) {
      for (Statement.Refuse refuse : one.realize()) {
        if (DeviceExpressions.holds(refuse.when(), DeviceState.EMPTY, device.bindings())) {
          throw new FailedException(
              new StartFailure.NotRealized(
                  device.device().id(), device.type().name(), refuse.words()));
        }
      }
    }
  }

  private void apply(
      Device device, DeviceType type, CompatTable table, Map<String, ResolvedProperty> values)
      throws FailedException {
    for (int i = 0; i < table.rows().size(); i++) {
      CompatTable.Row row = table.rows().get(i);
      boolean applies = release.isA(type, row.driver());
      if (applies && (values.containsKey(row.property()) || !row.optional())) {
        Origin origin =
            table.isFamilyTable()
                ? new Origin.FamilyRow(table.name(), i, row.driver())
                : new Origin.TableRow(table.name(), i, row.driver());
        set(device, type, row.property(), row.value(), origin, values);
      }
    }
  }

  private static void set(
      Device device,
      DeviceType type,
      String name,
      String text,
      Origin origin,
      Map<String, ResolvedProperty> values)
      throws FailedException {
    ResolvedProperty before = values.get(name);
    if (before == null) {
      throw new FailedException(
          new StartFailure.UnknownProperty(device.id(), type.name(), name, origin));
    }
    values.put(name, resolved(device, before.property(), text, origin));
  }

  private static ResolvedProperty resolved(
      Device device, Property property, String text, Origin origin) throws FailedException {
    return switch (property.kind().parse(property.name(), text)) {
      case PropertyKind.Accepted(PropertyValue value) ->
          new ResolvedProperty(property, text, value, origin);
      case PropertyKind.Refused(String words) ->
          throw new FailedException(
              new StartFailure.BadValue(device.id(), property.name(), text, origin, words));
    };
  }

  /// Replaces what asks for an automatic choice, in the order of declaration: a choice sees those
  /// before it.
  private void choose(Map<String, ResolvedProperty> values) {
    for (ResolvedProperty asked : List.copyOf(values.values())) {
      Property property = asked.property();
      Optional<Property.Automatic> automatic =
          property.automatic().filter(a -> property.value(a.trigger()).equals(asked.value()));
      if (automatic.isPresent()) {
        Bindings bindings = ResolvedDevice.bindings(surroundings, unknown, values);
        long chosen = DeviceExpressions.number(automatic.get().value(), bindings);
        Origin origin = new Origin.Automatic(automatic.get().value(), asked.origin());
        values.put(
            property.name(),
            new ResolvedProperty(property, asked.text(), new PropertyValue.Scalar(chosen), origin));
      }
    }
  }
}
