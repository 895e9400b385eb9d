package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;

/// Leaves out a device type of which there are no devices, in all releases, by giving what it has
/// to the types below it: also its rows.
final class MergeType implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    Set<String> parents = new LinkedHashSet<>();
    of.history().releases().stream()
        .flatMap(release -> release.types().stream())
        .forEach(type -> type.parent().ifPresent(parents::add));
    return Everywhere.each(parents, MergeType::merged);
  }

  private static Scenario merged(Scenario of, String name) {
    return Everywhere.allDevices(of).anyMatch(device -> device.type().equals(name))
        ? of
        : Everywhere.releases(of, release -> merged(release, name));
  }

  private static Release merged(Release release, String name) {
    Optional<DeviceType> parent = release.type(name);
    if (parent.isEmpty()) {
      return release;
    }
    List<DeviceType> types = new ArrayList<>();
    List<String> children = new ArrayList<>();
    for (DeviceType type : release.types()) {
      if (type.parent().equals(Optional.of(name))) {
        children.add(type.name());
        types.add(merged(type, parent.get()));
      } else if (!type.name().equals(name)) {
        types.add(type);
      }
    }
    List<CompatTable> tables =
        release.tables().stream()
            .map(table ->
                table.withRows(
                    table.rows().stream().flatMap(row -> rows(row, name, children)).toList()))
            .toList();
    return Everywhere.withTables(Everywhere.withTypes(release, types), tables);
  }

  private static Stream<CompatTable.Row> rows(
      CompatTable.Row row, String name, List<String> children) {
    return row.driver().equals(name)
        ? children.stream()
            .map(child -> new CompatTable.Row(child, row.property(), row.value(), row.optional()))
        : Stream.of(row);
  }

  private static DeviceType merged(DeviceType type, DeviceType parent) {
    Set<String> interfaces = new LinkedHashSet<>(parent.interfaces());
    interfaces.addAll(type.interfaces());
    return new DeviceType(
        type.name(),
        parent.parent(),
        interfaces,
        type.isAbstract(),
        both(parent.properties(), type.properties(), Property::name),
        both(parent.members(), type.members(), Member::name),
        type.section().or(parent::section),
        type.registration(),
        Stream.concat(parent.ram().stream(), type.ram().stream()).toList(),
        Stream.concat(parent.realize().stream(), type.realize().stream()).toList());
  }

  private static <T> List<T> both(List<T> first, List<T> second, Function<T, String> name) {
    Map<String, T> all = new LinkedHashMap<>();
    first.forEach(one -> all.put(name.apply(one), one));
    second.forEach(one -> all.put(name.apply(one), one));
    return List.copyOf(all.values());
  }
}
