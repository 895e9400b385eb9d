package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Count;

/// Sends as many in all releases as the guest has at first, or one, whatever the member says that
/// counted them.
final class SimplerCount implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      for (Count.OfMember count : counts(Everywhere.declarations(of, type))) {
        all.add(before -> fixed(before, type, count, number(before, type, count)));
        all.add(before -> fixed(before, type, count, 1));
      }
    }
    return all;
  }

  private static int number(Scenario of, String type, Count.OfMember count) {
    long number =
        Everywhere.done(of, type)
            .flatMap(state -> StateParts.number(state, count.member()))
            .orElse(1L);
    return (int) number * count.times();
  }

  private static Set<Count.OfMember> counts(List<DeviceType> types) {
    Set<Count.OfMember> counts = new LinkedHashSet<>();
    Rewriting reading =
        new Rewriting() {
          @Override
          Count count(Place at, Count count) {
            if (count instanceof Count.OfMember member) {
              counts.add(member);
            }
            return count;
          }
        };
    types.forEach(reading::type);
    return counts;
  }

  private static Scenario fixed(Scenario of, String type, Count.OfMember old, int number) {
    Count fixed = Count.of(number);
    Rewriting rewriting =
        new Rewriting() {
          @Override
          Count count(Place at, Count count) {
            return count.equals(old) ? fixed : count;
          }
        };
    return Everywhere.type(of, type, rewriting::type);
  }
}
