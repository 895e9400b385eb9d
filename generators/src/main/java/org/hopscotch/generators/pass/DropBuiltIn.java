package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.scenario.Scenario;

/// Leaves out what machine types have built in, in all of them: a device, a RAM block, an option.
final class DropBuiltIn implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    Set<String> devices = new LinkedHashSet<>();
    Set<String> blocks = new LinkedHashSet<>();
    Set<String> options = new LinkedHashSet<>();
    of.history().releases().stream()
        .flatMap(release -> release.machines().stream())
        .forEach(machine -> {
          machine.devices().stream().map(Device::id).forEach(devices::add);
          machine.ram().stream().map(RamBlock::name).forEach(blocks::add);
          options.addAll(machine.options().keySet());
        });
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    all.addAll(
        Everywhere.each(
            devices,
            (before, id) -> Everywhere.withoutDevices(before, device -> device.id().equals(id))));
    all.addAll(
        Everywhere.each(
            blocks, (before, name) -> Everywhere.machines(before, m -> withoutBlock(m, name))));
    all.addAll(
        Everywhere.each(
            options, (before, name) -> Everywhere.machines(before, m -> withoutOption(m, name))));
    return all;
  }

  private static MachineType withoutBlock(MachineType machine, String name) {
    return machine.withRam(
        machine.ram().stream().filter(block -> !block.name().equals(name)).toList());
  }

  private static MachineType withoutOption(MachineType m, String name) {
    Map<String, Long> options = new LinkedHashMap<>(m.options());
    options.remove(name);
    return new MachineType(
        m.name(),
        m.version(),
        m.family(),
        m.aliases(),
        m.deprecated(),
        m.devices(),
        m.ram(),
        options);
  }
}
