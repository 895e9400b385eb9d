package org.hopscotch.harness.explain;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;

/// What an expression asks for.
public final class Asked {
  private Asked() {}

  /// {@return the properties that expressions ask for, with `machine.x` and `host.x`}
  public static Set<String> properties(Iterable<Expression> expressions) {
    Set<String> names = new LinkedHashSet<>();
    expressions.forEach(one -> names.addAll(ExpressionParts.properties(one)));
    return names;
  }

  /// {@return the paths of the members that an expression asks for, without indices}
  static Set<String> members(Expression expression) {
    return ExpressionParts.members(expression).stream()
        .map(End::plain)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// {@return whether an expression is the same for every guest and stream}
  static boolean isOfProperties(Expression expression) {
    return switch (expression) {
      case Expression.Constant _, Expression.Property _ -> true;
      case Expression.Member _, Expression.Version _, Expression.Unknown _ -> false;
      case Expression.Unary u -> isOfProperties(u.operand());
      case Expression.Binary b -> isOfProperties(b.left()) && isOfProperties(b.right());
      case Expression.Conditional c ->
          isOfProperties(c.condition())
              && isOfProperties(c.then())
              && isOfProperties(c.otherwise());
    };
  }

  /// {@return whether an expression asks for a member of a struct, or for one inside it}
  static boolean asks(Expression expression, String member) {
    return members(expression).stream().anyMatch(path -> overlap(path, member));
  }

  /// {@return whether one path without indices is the other or leads there}
  static boolean overlap(String one, String other) {
    return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
  }
}
