package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;

/// Leaves out a device type in all releases, with its rows, devices and what the guest did to them.
/// Types below it descend from its parent then.
final class DropType implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    return Everywhere.each(Everywhere.typeNames(of), DropType::without);
  }

  private static Scenario without(Scenario of, String name) {
    Scenario gone = Everywhere.withoutDevices(of, device -> device.type().equals(name));
    return Everywhere.configured(
        Everywhere.releases(gone, release -> without(release, name)),
        one ->
            one.withGlobals(
                one.globals().stream().filter(global -> !global.driver().equals(name)).toList()));
  }

  private static Release without(Release release, String name) {
    Optional<String> above = release.type(name).flatMap(DeviceType::parent);
    List<DeviceType> types = new ArrayList<>();
    for (DeviceType type : release.types()) {
      if (!type.name().equals(name)) {
        types.add(type.parent().equals(Optional.of(name)) ? below(type, above) : type);
      }
    }
    return Everywhere.withoutRows(
        Everywhere.withTypes(release, types), (_, _, row) -> row.driver().equals(name));
  }

  static DeviceType below(DeviceType t, Optional<String> parent) {
    return new DeviceType(
        t.name(),
        parent,
        t.interfaces(),
        t.isAbstract(),
        t.properties(),
        t.members(),
        t.section(),
        t.registration(),
        t.ram(),
        t.realize());
  }
}
