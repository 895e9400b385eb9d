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

/// Gives the guest 1 for a number, or one element for several, or leaves out a part of a struct.
final class SimplerValue implements ScenarioPass {
  private static final Value ONE = Value.of(1);

  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    of.guest()
        .devices()
        .forEach((id, state) ->
            state
                .members()
                .forEach((name, value) -> {
                  for (Value simpler : simpler(value)) {
                    all.add(before -> with(before, id, name, value, simpler));
                  }
                }));
    return all;
  }

  private static Scenario with(Scenario of, String id, String name, Value old, Value by) {
    return Everywhere.guest(
        of,
        Set.of(id),
        state -> old.equals(state.members().get(name)) ? state.with(name, by) : state);
  }

  private static List<Value> simpler(Value value) {
    return switch (value) {
      case Value.Number(long number) -> number == 0 || number == 1 ? List.of() : List.of(ONE);
      case Value.Numbers(long[] numbers) ->
          numbers.length > 1 ? List.of(new Value.Numbers(numbers[0])) : List.of();
      case Value.Bytes(byte[] bytes) ->
          bytes.length > 1 ? List.of(new Value.Bytes(bytes[0])) : List.of();
      case Value.Struct(DeviceState state) -> structs(state);
      case Value.Elements(List<Value> values) -> elements(values);
      case Value.Null _ -> List.of();
    };
  }

  private static List<Value> structs(DeviceState state) {
    List<Value> all = new ArrayList<>();
    for (Map.Entry<String, Value> member : state.members().entrySet()) {
      Map<String, Value> rest = new LinkedHashMap<>(state.members());
      rest.remove(member.getKey());
      all.add(new Value.Struct(new DeviceState(rest)));
      simpler(member.getValue())
          .forEach(one -> all.add(new Value.Struct(state.with(member.getKey(), one))));
    }
    return all;
  }

  private static List<Value> elements(List<Value> values) {
    List<Value> all = new ArrayList<>();
    if (values.size() > 1) {
      all.add(new Value.Elements(values.subList(0, 1)));
    }
    for (int i = 0; i < values.size(); i++) {
      for (Value simpler : simpler(values.get(i))) {
        List<Value> changed = new ArrayList<>(values);
        changed.set(i, simpler);
        all.add(new Value.Elements(changed));
      }
    }
    return all;
  }
}
