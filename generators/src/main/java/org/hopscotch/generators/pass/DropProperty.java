package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyValue;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Expression;

/// Leaves out a property in all releases, with its rows and what is set by hand. Where an
/// expression asks for it there stands its value at the first stop, or its default.
final class DropProperty implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> resolved = new ArrayList<>();
    List<UnaryOperator<Scenario>> initial = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Set<String> names = new LinkedHashSet<>();
      Everywhere.declarations(of, type)
          .forEach(one -> one.properties().forEach(property -> names.add(property.name())));
      for (String name : names) {
        resolved.add(before ->
            without(
                before,
                type,
                name,
                resolved(before, type, name).orElse(initial(before, type, name))));
        initial.add(before -> without(before, type, name, initial(before, type, name)));
      }
    }
    resolved.addAll(initial);
    return resolved;
  }

  private static Optional<Long> resolved(Scenario of, String type, String name) {
    Stop first = of.route().getFirst();
    return Resolution.of(
                first.release(), first.machine(), first.configuration(), first.surroundings())
            instanceof Resolution.Resolved resolved
        ? resolved.devices().reversed().stream()
            .filter(device -> first.release().isA(device.type(), type))
            .flatMap(device -> device.property(name).stream())
            .map(property -> number(property.value()))
            .findFirst()
        : Optional.empty();
  }

  private static long initial(Scenario of, String type, String name) {
    return Everywhere.declarations(of, type).stream()
        .flatMap(one -> one.properties().stream())
        .filter(property -> property.name().equals(name))
        .map(property -> number(property.value(property.initial())))
        .findFirst()
        .orElse(0L);
  }

  private static long number(PropertyValue value) {
    return value instanceof PropertyValue.Scalar(long number) ? number : 0;
  }

  private static Scenario without(Scenario of, String type, String name, long number) {
    Rewriting rewriting = asking(name, number);
    Scenario rows =
        Everywhere.withoutRows(
            of,
            (release, _, row) -> row.property().equals(name) && isFor(release, row.driver(), type));
    Scenario types =
        Everywhere.related(
            rows, type, one -> rewriting.type(one.withProperties(others(one, name))));
    Scenario devices =
        Everywhere.devices(
            types, device -> Everywhere.isA(of, device, type), one -> without(one, name));
    return Everywhere.configured(devices, one -> without(one, of, type, name));
  }

  private static List<Property> others(DeviceType type, String name) {
    return type.properties().stream().filter(one -> !one.name().equals(name)).toList();
  }

  /// {@return whether rows of a driver reach devices of a type, or of one below it}
  private static boolean isFor(Release release, String driver, String type) {
    return release.types().stream()
        .anyMatch(one -> Everywhere.isRelated(release, one, type) && release.isA(one, driver));
  }

  private static Rewriting asking(String name, long number) {
    return new Rewriting() {
      @Override
      Expression expression(Place at, Expression expression) {
        return Replacement.of(
            expression,
            part ->
                part.equals(new Expression.Property(name))
                    ? Optional.of(new Expression.Constant(number))
                    : Optional.empty());
      }
    };
  }

  private static Device without(Device one, String property) {
    Map<String, String> properties = new LinkedHashMap<>(one.properties());
    properties.remove(property);
    return new Device(one.id(), one.type(), one.path(), properties);
  }

  private static Configuration without(Configuration one, Scenario of, String type, String name) {
    return one.withGlobals(
        one.globals().stream()
            .filter(global ->
                !global.property().equals(name)
                    || of.history().releases().stream()
                        .noneMatch(release -> isFor(release, global.driver(), type)))
            .toList());
  }
}
