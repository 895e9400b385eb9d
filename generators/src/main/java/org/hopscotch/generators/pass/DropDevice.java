package org.hopscotch.generators.pass;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;

/// Leaves out a device of the configuration, with what the guest did to it.
final class DropDevice implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    Set<String> ids = new LinkedHashSet<>();
    of.route()
        .forEach(stop -> stop.configuration().devices().stream().map(Device::id).forEach(ids::add));
    return Everywhere.each(ids, DropDevice::without);
  }

  private static Scenario without(Scenario of, String id) {
    Map<String, DeviceState> devices = new LinkedHashMap<>(of.guest().devices());
    devices.remove(id);
    return Everywhere.configured(
        new Scenario(of.history(), new GuestState(devices), of.route()),
        one ->
            one.withDevices(
                one.devices().stream().filter(device -> !device.id().equals(id)).toList()));
  }
}
