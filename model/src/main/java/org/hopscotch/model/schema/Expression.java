package org.hopscotch.model.schema;

/// A condition, count or new value as data: what QEMU writes as a C function, in a form that
/// prints, compares and shrinks. Evaluated by {@link Evaluation}, written as text by {@link
/// ExpressionText}.
///
/// Values are 64-bit two's complement integers; false is 0 and true is 1.
public sealed interface Expression {

  Expression TRUE = new Constant(1);
  Expression FALSE = new Constant(0);

  /// {@return the expression that a text stands for}
  static Expression of(String text) {
    return ExpressionText.parse(text);
  }

  record Constant(long value) implements Expression {}

  /// A member of the struct at hand, by its path: `a`, `a.b`, `a[2]`. `parent.a` is a member of the
  /// struct around it.
  record Member(String path) implements Expression {
    public Member {
      requireName(path);
    }
  }

  /// The value of a device property on this host.
  record Property(String name) implements Expression {
    public Property {
      requireName(name);
    }
  }

  /// The version of the section that is being saved or loaded.
  record Version() implements Expression {}

  /// A condition of which only the existence is known, as in an imported schema.
  record Unknown(String name) implements Expression {
    public Unknown {
      requireName(name);
    }
  }

  record Unary(Prefix operator, Expression operand) implements Expression {}

  record Binary(Infix operator, Expression left, Expression right) implements Expression {}

  record Conditional(Expression condition, Expression then, Expression otherwise)
      implements Expression {}

  /// The operators before an operand.
  enum Prefix {
    NOT("!"),
    COMPLEMENT("~"),
    NEGATE("-");

    private final String sign;

    Prefix(String sign) {
      this.sign = sign;
    }

    /// {@return how C writes it}
    public String sign() {
      return sign;
    }

    /// {@return the result for one number}
    public long apply(long operand) {
      return switch (this) {
        case NOT -> operand == 0 ? 1 : 0;
        case COMPLEMENT -> ~operand;
        case NEGATE -> -operand;
      };
    }
  }

  /// The operators between two operands, with C's precedence; a higher one binds tighter.
  enum Infix {
    MULTIPLY("*", 10),
    DIVIDE("/", 10),
    REMAINDER("%", 10),
    PLUS("+", 9),
    MINUS("-", 9),
    SHIFT_LEFT("<<", 8),
    SHIFT_RIGHT(">>", 8),
    LESS_OR_EQUAL("<=", 7),
    GREATER_OR_EQUAL(">=", 7),
    LESS("<", 7),
    GREATER(">", 7),
    EQUAL("==", 6),
    NOT_EQUAL("!=", 6),
    BIT_AND("&", 5),
    BIT_XOR("^", 4),
    BIT_OR("|", 3),
    AND("&&", 2),
    OR("||", 1);

    private final String sign;
    private final int precedence;

    Infix(String sign, int precedence) {
      this.sign = sign;
      this.precedence = precedence;
    }

    /// {@return how C writes it}
    public String sign() {
      return sign;
    }

    public int precedence() {
      return precedence;
    }

    /// {@return whether the operands are taken as bits rather than as amounts}
    public boolean bitwise() {
      return this == BIT_AND || this == BIT_XOR || this == BIT_OR;
    }

    /// {@return the result for two numbers. Total: dividing by zero gives 0, and of a shift count
    /// the low six bits count. `>>`, `/` and comparisons are signed}
    public long apply(long left, long right) {
      return switch (this) {
        case MULTIPLY -> left * right;
        case DIVIDE -> right == 0 ? 0 : left / right;
        case REMAINDER -> right == 0 ? 0 : left % right;
        case PLUS -> left + right;
        case MINUS -> left - right;
        case SHIFT_LEFT -> left << right;
        case SHIFT_RIGHT -> left >> right;
        case LESS_OR_EQUAL -> left <= right ? 1 : 0;
        case GREATER_OR_EQUAL -> left >= right ? 1 : 0;
        case LESS -> left < right ? 1 : 0;
        case GREATER -> left > right ? 1 : 0;
        case EQUAL -> left == right ? 1 : 0;
        case NOT_EQUAL -> left != right ? 1 : 0;
        case BIT_AND -> left & right;
        case BIT_XOR -> left ^ right;
        case BIT_OR -> left | right;
        case AND -> left != 0 && right != 0 ? 1 : 0;
        case OR -> left != 0 || right != 0 ? 1 : 0;
      };
    }
  }

  private static void requireName(String name) {
    if (name.isBlank() || name.indexOf(')') >= 0 || !name.equals(name.strip())) {
      throw new IllegalArgumentException("not a name: '" + name + "'");
    }
  }
}
