package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;

/// Sends something simpler in the fields of a name, in all releases, or sends them always: a struct
/// for several, one byte for a wide number, a short buffer for a long one. Member and guest go
/// along.
final class SimplerField implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Parts parts = Parts.of(of, type);
      for (String member : Parts.outerFirst(parts.sent)) {
        Set<FieldType> types = new LinkedHashSet<>();
        boolean always = true;
        for (Place place : parts.fields.keySet()) {
          for (List<Field> fields : parts.fields.get(place)) {
            for (Field field : fields) {
              if (place.member(field.name()).equals(member)) {
                types.add(field.type());
                always &= field.existence().equals(Existence.ALWAYS);
              }
            }
          }
        }
        for (FieldType old : types) {
          for (FieldType simpler : SimplerType.of(old)) {
            all.add(before -> with(before, type, new Simpler(member, old, simpler)));
          }
        }
        if (!always) {
          all.add(before -> Everywhere.type(before, type, new Always(member)::type));
        }
      }
    }
    return all;
  }

  private static Scenario with(Scenario of, String type, Simpler simpler) {
    return Everywhere.guest(
        Everywhere.related(of, type, simpler::type),
        Everywhere.idsOf(of, type),
        state -> StateParts.changed(state, simpler.member, simpler.fit::value));
  }

  private static final class Simpler extends Rewriting {
    private final String member;
    private final FieldType old;
    private final FieldType by;
    private final Fit fit;

    Simpler(String member, FieldType old, FieldType by) {
      this.member = member;
      this.old = old;
      this.by = by;
      this.fit = new Fit(by);
    }

    @Override
    List<Field> fields(Place at, List<Field> fields) {
      return fields.stream()
          .map(field ->
              at.member(field.name()).equals(member) && field.type().equals(old)
                  ? new Field(field.name(), by, field.existence())
                  : field)
          .toList();
    }

    @Override
    List<Member> members(Place at, List<Member> members) {
      return members.stream()
          .map(one -> at.member(one.name()).equals(member) ? fit.member(one) : one)
          .toList();
    }

    @Override
    Expression expression(Place at, Expression expression) {
      return by instanceof FieldType.Element
          ? Replacement.of(
              expression,
              part ->
                  part instanceof Expression.Member(String path) && at.mentions(path, member)
                      ? Optional.of(new Expression.Member(Place.withoutIndices(path)))
                      : Optional.empty())
          : expression;
    }
  }

  private static final class Always extends Rewriting {
    private final String member;

    Always(String member) {
      this.member = member;
    }

    @Override
    List<Field> fields(Place at, List<Field> fields) {
      return fields.stream()
          .map(field ->
              at.member(field.name()).equals(member)
                  ? new Field(field.name(), field.type())
                  : field)
          .toList();
    }
  }
}
