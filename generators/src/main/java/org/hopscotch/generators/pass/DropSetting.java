package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// Leaves out a number of the machine, what is set by hand on a device, or its path.
final class DropSetting implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    Configuration first = of.route().getFirst().configuration();
    for (String number : first.numbers().keySet()) {
      if (!number.equals("cpus")) {
        all.add(before -> Everywhere.configured(before, one -> without(one, number)));
      }
    }
    for (Device device : first.devices()) {
      all.add(before ->
          changed(
              before,
              device.id(),
              d -> new Device(d.id(), d.type(), Optional.empty(), d.properties())));
    }
    for (Stop stop : of.route()) {
      for (Device device : stop.configuration().devices()) {
        for (String property : device.properties().keySet()) {
          all.add(before -> changed(before, device.id(), one -> without(one, property)));
        }
      }
    }
    all.add(before -> Everywhere.configured(before, one -> one.withGlobals(List.of())));
    return all;
  }

  private static Scenario changed(Scenario of, String id, UnaryOperator<Device> change) {
    return Everywhere.configured(
        of,
        one ->
            one.withDevices(
                one.devices().stream()
                    .map(device -> device.id().equals(id) ? change.apply(device) : device)
                    .toList()));
  }

  private static Device without(Device one, String property) {
    Map<String, String> properties = new LinkedHashMap<>(one.properties());
    properties.remove(property);
    return new Device(one.id(), one.type(), one.path(), properties);
  }

  private static Configuration without(Configuration one, String number) {
    Map<String, Long> numbers = new LinkedHashMap<>(one.numbers());
    numbers.remove(number);
    return new Configuration(numbers, one.devices(), one.globals(), one.capabilities(), one.uuid());
  }
}
