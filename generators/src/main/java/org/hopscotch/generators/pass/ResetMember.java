package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// Leaves a member as a reset does.
final class ResetMember implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    of.guest()
        .devices()
        .forEach((id, state) ->
            state
                .members()
                .keySet()
                .forEach(name ->
                    all.add(
                        before -> Everywhere.guest(before, Set.of(id), s -> without(s, name)))));
    return all;
  }

  private static DeviceState without(DeviceState state, String name) {
    Map<String, Value> members = new LinkedHashMap<>(state.members());
    members.remove(name);
    return new DeviceState(members);
  }
}
