package org.hopscotch.model.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.Expression.Prefix;

/// The text form of expressions and hooks: C's infix notation. Parsing undoes printing.
///
/// ```text
/// version >= 2              a ^ 0xff                 (flags & 4) != 0 && ring[0].size > 1
/// property(num-queues)      unknown(cpuhp needed)    member(version)      parent.v
/// hi = v >> 16, lo = v      refuse "too many" when n > 32      return 1 when legacy
/// ```
///
/// `member(...)` is for names that would read as something else; statements are separated by `,` or
/// `;`. A hexadecimal constant may have 64 bits.
public final class ExpressionText {
  private static final String PLAIN_PATH = "[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*|\\[\\d+])*";
  private static final List<String> WORDS = List.of("version", "true", "false", "refuse", "return");
  private static final int CONDITIONAL = 0;
  private static final int UNARY = 11;

  private ExpressionText() {}

  /// {@return the expression that a text stands for}
  ///
  /// @throws IllegalArgumentException when the text is not one expression, naming the position
  public static Expression parse(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    Expression expression = parser.expression();
    parser.end();
    return expression;
  }

  /// {@return the hook that a text stands for; empty text is {@link Hook#NONE}}
  ///
  /// @throws IllegalArgumentException when the text is not a list of statements
  public static Hook parseHook(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    List<Statement> statements = new ArrayList<>();
    while (!parser.atEnd()) {
      statements.add(parser.statement());
    }
    return new Hook(statements);
  }

  /// {@return the text of an expression, with no more parentheses than it needs}
  public static String print(Expression expression) {
    return print(expression, CONDITIONAL);
  }

  /// {@return the text of a hook}
  public static String print(Hook hook) {
    return hook.statements().stream().map(ExpressionText::print).collect(Collectors.joining(", "));
  }

  private static String print(Statement statement) {
    return switch (statement) {
      case Statement.Assignment a -> path(a.member()) + " = " + print(a.value());
      case Statement.Refuse r -> "refuse \"%s\" when %s".formatted(r.words(), print(r.when()));
      case Statement.Return r -> "return %d when %s".formatted(r.code(), print(r.when()));
    };
  }

  /// Prints for a place that takes only what binds at least as tightly as `precedence`.
  private static String print(Expression expression, int precedence) {
    return switch (expression) {
      case Expression.Constant c -> Long.toString(c.value());
      case Expression.Member m -> path(m.path());
      case Expression.Property p -> "property(" + p.name() + ")";
      case Expression.Version _ -> "version";
      case Expression.Unknown u -> "unknown(" + u.name() + ")";
      case Expression.Unary u -> u.operator().sign() + operand(u);
      case Expression.Binary b -> {
        int own = b.operator().precedence();
        String text =
            "%s %s %s"
                .formatted(
                    side(b, b.left(), own), b.operator().sign(), side(b, b.right(), own + 1));
        yield parenthesised(text, own < precedence);
      }
      case Expression.Conditional c ->
          parenthesised(
              "%s ? %s : %s"
                  .formatted(
                      print(c.condition(), CONDITIONAL + 1),
                      print(c.then(), CONDITIONAL),
                      print(c.otherwise(), CONDITIONAL)),
              CONDITIONAL < precedence);
    };
  }

  /// A minus before a constant would be read as the constant's own.
  private static String operand(Expression.Unary unary) {
    return unary.operator() == Prefix.NEGATE && unary.operand() instanceof Expression.Constant c
        ? "(" + c.value() + ")"
        : print(unary.operand(), UNARY);
  }

  private static String side(Expression.Binary binary, Expression side, int precedence) {
    Infix operator = binary.operator();
    return operator.bitwise() && side instanceof Expression.Constant c && c.value() > 9
        ? "0x" + Long.toHexString(c.value())
        : print(side, precedence);
  }

  private static String parenthesised(String text, boolean needed) {
    return needed ? "(" + text + ")" : text;
  }

  private static String path(String path) {
    return path.matches(PLAIN_PATH) && !WORDS.contains(path) ? path : "member(" + path + ")";
  }
}
