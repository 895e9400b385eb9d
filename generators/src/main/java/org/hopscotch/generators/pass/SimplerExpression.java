package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;

/// Puts 0, 1 or an operand in the place of an expression, wherever it stands in a device type, in
/// all releases.
final class SimplerExpression implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Set<Expression> parts = new LinkedHashSet<>();
      Parts.of(of, type)
          .expressions
          .forEach(expression -> ExpressionParts.visit(expression, parts::add));
      for (Expression part : parts) {
        for (Expression simpler : simpler(part)) {
          Rewriting rewriting = replacing(part, simpler);
          all.add(before -> Everywhere.type(before, type, rewriting::type));
        }
      }
    }
    return all;
  }

  private static List<Expression> simpler(Expression part) {
    return switch (part) {
      case Expression.Constant _ -> List.of();
      case Expression.Member _, Expression.Property _, Expression.Version _ ->
          List.of(Expression.FALSE, Expression.TRUE);
      case Expression.Unknown _ -> List.of(Expression.FALSE, Expression.TRUE);
      case Expression.Unary(_, Expression operand) ->
          List.of(Expression.FALSE, Expression.TRUE, operand);
      case Expression.Binary(_, Expression left, Expression right) ->
          List.of(Expression.FALSE, Expression.TRUE, left, right);
      case Expression.Conditional(Expression condition, Expression then, Expression otherwise) ->
          List.of(Expression.FALSE, Expression.TRUE, then, otherwise, condition);
    };
  }

  private static Rewriting replacing(Expression old, Expression by) {
    return new Rewriting() {
      @Override
      Expression expression(Place at, Expression expression) {
        return Replacement.of(
            expression, part -> part.equals(old) ? Optional.of(by) : Optional.empty());
      }
    };
  }
}
