package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Expression;

/// Registers a device's section as usual, in one respect or all, in all releases.
final class SimplerRegistration implements ScenarioPass {
  private static final List<UnaryOperator<Registration>> RESPECTS =
      List.of(
          _ -> Registration.USUAL,
          one -> one.priority(0),
          one -> without(one, Optional.empty(), one.aliasId()),
          one -> without(one, one.instanceId(), OptionalInt.empty()),
          one -> one.below(Expression.TRUE),
          one -> one.needed(Expression.TRUE),
          one -> one.unmigratable(Expression.FALSE),
          SimplerRegistration::sentLate);

  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      boolean usual =
          Everywhere.declarations(of, type).stream()
              .allMatch(one -> one.registration().equals(Registration.USUAL));
      for (UnaryOperator<Registration> respect : usual ? RESPECTS.subList(0, 0) : RESPECTS) {
        all.add(before ->
            Everywhere.type(
                before, type, one -> one.withRegistration(respect.apply(one.registration()))));
      }
    }
    return all;
  }

  private static Registration without(
      Registration one, Optional<Expression> instanceId, OptionalInt aliasId) {
    return new Registration(
        one.priority(),
        instanceId,
        aliasId,
        one.below(),
        one.needed(),
        one.unmigratable(),
        one.earlySetup());
  }

  private static Registration sentLate(Registration one) {
    return new Registration(
        one.priority(),
        one.instanceId(),
        one.aliasId(),
        one.below(),
        one.needed(),
        one.unmigratable(),
        false);
  }
}
