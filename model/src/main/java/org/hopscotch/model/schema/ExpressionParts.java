package org.hopscotch.model.schema;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// What an {@link Expression} is made of, and asks for.
public final class ExpressionParts {
  private ExpressionParts() {}

  /// Shows an expression and all that are inside it, the outer before the inner and the left before
  /// the right.
  public static void visit(Expression expression, Consumer<Expression> each) {
    each.accept(expression);
    switch (expression) {
      case Expression.Constant _, Expression.Member _, Expression.Property _ -> {}
      case Expression.Version _, Expression.Unknown _ -> {}
      case Expression.Unary(_, Expression operand) -> visit(operand, each);
      case Expression.Binary(_, Expression left, Expression right) -> {
        visit(left, each);
        visit(right, each);
      }
      case Expression.Conditional(Expression condition, Expression then, Expression otherwise) -> {
        visit(condition, each);
        visit(then, each);
        visit(otherwise, each);
      }
    }
  }

  /// {@return the properties that an expression asks for, by name, in the order of their mention}
  public static Set<String> properties(Expression expression) {
    Set<String> names = new LinkedHashSet<>();
    visit(
        expression,
        part -> {
          if (part instanceof Expression.Property(String name)) {
            names.add(name);
          }
        });
    return names;
  }

  /// {@return the members that an expression asks for, by path, in the order of their mention}
  public static Set<String> members(Expression expression) {
    Set<String> paths = new LinkedHashSet<>();
    visit(
        expression,
        part -> {
          if (part instanceof Expression.Member(String path)) {
            paths.add(path);
          }
        });
    return paths;
  }
}
