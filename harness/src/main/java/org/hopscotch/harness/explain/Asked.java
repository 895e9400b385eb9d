package org.hopscotch.harness.explain;

import java.util.LinkedHashSet;
import java.util.Set;
import org.hopscotch.model.schema.Expression;

/// What an expression asks for.
public final class Asked {
  private Asked() {}

  /// {@return the properties that expressions ask for, with `machine.x` and `host.x`}
  public static Set<String> properties(Iterable<Expression> expressions) {
    Set<String> names = new LinkedHashSet<>();
    expressions.forEach(one -> properties(one, names));
    return names;
  }

  private static void properties(Expression expression, Set<String> names) {
    switch (expression) {
      case Expression.Property(String name) -> names.add(name);
      case Expression.Unary u -> properties(u.operand(), names);
      case Expression.Binary b -> {
        properties(b.left(), names);
        properties(b.right(), names);
      }
      case Expression.Conditional c -> {
        properties(c.condition(), names);
        properties(c.then(), names);
        properties(c.otherwise(), names);
      }
      case Expression.Constant _, Expression.Member _ -> {}
      case Expression.Version _, Expression.Unknown _ -> {}
    }
  }

  /// {@return the paths of the members that an expression asks for, without indices}
  static Set<String> members(Expression expression) {
    Set<String> paths = new LinkedHashSet<>();
    members(expression, paths);
    return paths;
  }

  private static void members(Expression expression, Set<String> paths) {
    switch (expression) {
      case Expression.Member(String path) -> paths.add(End.plain(path));
      case Expression.Unary u -> members(u.operand(), paths);
      case Expression.Binary b -> {
        members(b.left(), paths);
        members(b.right(), paths);
      }
      case Expression.Conditional c -> {
        members(c.condition(), paths);
        members(c.then(), paths);
        members(c.otherwise(), paths);
      }
      case Expression.Constant _, Expression.Property _ -> {}
      case Expression.Version _, Expression.Unknown _ -> {}
    }
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
    return switch (expression) {
      case Expression.Member(String path) -> overlap(End.plain(path), member);
      case Expression.Constant _, Expression.Property _ -> false;
      case Expression.Version _, Expression.Unknown _ -> false;
      case Expression.Unary u -> asks(u.operand(), member);
      case Expression.Binary b -> asks(b.left(), member) || asks(b.right(), member);
      case Expression.Conditional c ->
          asks(c.condition(), member) || asks(c.then(), member) || asks(c.otherwise(), member);
    };
  }

  /// {@return whether one path without indices is the other or leads there}
  static boolean overlap(String one, String other) {
    return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
  }
}
