package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Statement;

/// Leaves out a reason for which a device is not made, in all releases.
final class DropRealize implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Set<Statement.Refuse> reasons = new LinkedHashSet<>();
      Everywhere.declarations(of, type).forEach(one -> reasons.addAll(one.realize()));
      reasons.forEach(
          reason -> all.add(before -> Everywhere.type(before, type, one -> without(one, reason))));
    }
    return all;
  }

  private static DeviceType without(DeviceType type, Statement.Refuse reason) {
    return type.withRealize(type.realize().stream().filter(one -> !one.equals(reason)).toList());
  }
}
