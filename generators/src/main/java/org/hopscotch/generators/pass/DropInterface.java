package org.hopscotch.generators.pass;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.scenario.Scenario;

/// Leaves out an interface of all device types, in all releases.
final class DropInterface implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    Set<String> names = new LinkedHashSet<>();
    of.history().releases().stream()
        .flatMap(release -> release.types().stream())
        .forEach(type -> names.addAll(new TreeSet<>(type.interfaces())));
    return Everywhere.each(
        names,
        (before, name) ->
            Everywhere.releases(
                before,
                release ->
                    Everywhere.withTypes(
                        release,
                        release.types().stream().map(type -> without(type, name)).toList())));
  }

  private static DeviceType without(DeviceType t, String name) {
    Set<String> interfaces = new TreeSet<>(t.interfaces());
    interfaces.remove(name);
    return new DeviceType(
        t.name(),
        t.parent(),
        interfaces,
        t.isAbstract(),
        t.properties(),
        t.members(),
        t.section(),
        t.registration(),
        t.ram(),
        t.realize());
  }
}
