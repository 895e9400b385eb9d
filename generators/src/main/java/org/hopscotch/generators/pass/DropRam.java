package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.scenario.Scenario;

/// Leaves out a RAM block of a device type, in all releases.
final class DropRam implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Set<String> blocks = new LinkedHashSet<>();
      Everywhere.declarations(of, type)
          .forEach(one -> one.ram().stream().map(RamBlock::name).forEach(blocks::add));
      all.addAll(
          Everywhere.each(
              blocks, (before, name) -> Everywhere.type(before, type, one -> without(one, name))));
    }
    return all;
  }

  private static DeviceType without(DeviceType type, String name) {
    return type.withRam(type.ram().stream().filter(block -> !block.name().equals(name)).toList());
  }
}
