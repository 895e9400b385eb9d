package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Field;

/// Leaves out the fields of a name in all releases, or one of several in a section. The member, if
/// it is declared, stays.
final class DropField implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Parts parts = Parts.of(of, type);
      for (String member : Parts.outerFirst(parts.sent)) {
        all.add(before -> Everywhere.type(before, type, new Without(member)::type));
      }
      for (Place place : parts.fields.keySet()) {
        for (List<Field> fields : parts.fields.get(place)) {
          for (int i = fields.size() - 1; i >= 0; i--) {
            String name = fields.get(i).name();
            long before = before(fields, i);
            if (before > 0 || before(fields, fields.size(), name) > 1) {
              all.add(s -> Everywhere.type(s, type, new WithoutOne(place, name, before)::type));
            }
          }
        }
      }
    }
    return all;
  }

  private static long before(List<Field> fields, int index) {
    return before(fields, index, fields.get(index).name());
  }

  private static long before(List<Field> fields, int end, String name) {
    return fields.subList(0, end).stream().filter(one -> one.name().equals(name)).count();
  }

  private static final class Without extends Rewriting {
    private final String gone;

    Without(String gone) {
      this.gone = gone;
    }

    @Override
    List<Field> fields(Place at, List<Field> fields) {
      return fields.stream().filter(one -> !at.member(one.name()).equals(gone)).toList();
    }
  }

  private static final class WithoutOne extends Rewriting {
    private final Place place;
    private final String name;
    private final long number;

    WithoutOne(Place place, String name, long number) {
      this.place = place;
      this.name = name;
      this.number = number;
    }

    @Override
    List<Field> fields(Place at, List<Field> fields) {
      List<Field> rest = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        boolean gone =
            at.equals(place) && fields.get(i).name().equals(name) && before(fields, i) == number;
        if (!gone) {
          rest.add(fields.get(i));
        }
      }
      return rest;
    }
  }
}
