package org.hopscotch.model.schema;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.Expression.Prefix;

/// Reads one text for {@link ExpressionText}, by recursive descent.
final class ExpressionParser {
  private static final Pattern SPACE = Pattern.compile("\\s*");
  private static final Pattern NUMBER = Pattern.compile("0[xX]([0-9a-fA-F]+)|(\\d+)");
  private static final Pattern NAMED = Pattern.compile("(member|property|unknown)\\(([^)]*)\\)");
  private static final Pattern PATH = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*|\\[\\d+])*");
  private static final Pattern INFIX = Pattern.compile("<<|>>|<=|>=|==|!=|&&|\\|\\||[-*/%+<>&^|]");
  private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"");
  private static final int MAX_DEPTH = 200;
  private static final Map<String, String> HINTS =
      Map.of(
          "and ", "write && for and",
          "or ", "write || for or",
          "not ", "write ! for not",
          "==", "a hook assigns with =, as in a = 1",
          "= ", "write == to compare",
          "<>", "write != for unequal",
          "when ", "only refuse and return have a when; write a = condition ? 1 : a",
          "if ", "write refuse \"words\" when condition",
          "[", "an index is a number");

  private final String text;
  private final Matcher matcher;
  private int position;
  private int depth;

  ExpressionParser(String text) {
    this.text = text;
    this.matcher = SPACE.matcher(text);
    take(SPACE);
  }

  boolean atEnd() {
    return position == text.length();
  }

  void end() {
    if (!atEnd()) {
      throw expected("the end");
    }
  }

  /// One statement and the separator after it.
  Statement statement() {
    Statement statement;
    if (takeWord("refuse")) {
      require(WORDS, "quoted words");
      String words = matcher.group(1);
      statement = new Statement.Refuse(words, when());
    } else if (takeWord("return")) {
      long code = number().orElseThrow(() -> expected("a number"));
      if (code != (int) code) {
        throw expected("at most 32 bits before here");
      }
      statement = new Statement.Return((int) code, when());
    } else {
      String member = path().orElseThrow(() -> expected("a member"));
      require("=");
      statement = new Statement.Assignment(member, expression());
    }
    if (!take(",") && !take(";") && !atEnd()) {
      throw expected("',' or the end");
    }
    return statement;
  }

  private Expression when() {
    return takeWord("when") ? expression() : Expression.TRUE;
  }

  Expression expression() {
    if (++depth > MAX_DEPTH) {
      throw expected("fewer levels");
    }
    Expression condition = binary(1);
    if (take("?")) {
      Expression then = expression();
      require(":");
      condition = new Expression.Conditional(condition, then, expression());
    }
    depth--;
    return condition;
  }

  /// Operands joined by operators that bind at least as tightly as `precedence`, left to right.
  private Expression binary(int precedence) {
    Expression left = unary();
    for (Optional<Infix> next = peekInfix(); next.isPresent(); next = peekInfix()) {
      Infix operator = next.get();
      if (operator.precedence() < precedence) {
        break;
      }
      take(operator.sign());
      left = new Expression.Binary(operator, left, binary(operator.precedence() + 1));
    }
    return left;
  }

  private Expression unary() {
    for (Prefix prefix : Prefix.values()) {
      if (take(prefix.sign())) {
        Optional<Long> literal = prefix == Prefix.NEGATE ? number() : Optional.empty();
        if (literal.isPresent()) {
          return new Expression.Constant(-literal.get());
        }
        if (++depth > MAX_DEPTH) {
          throw expected("fewer levels");
        }
        Expression operand = unary();
        depth--;
        return new Expression.Unary(prefix, operand);
      }
    }
    return primary();
  }

  private Expression primary() {
    if (take("(")) {
      Expression inner = expression();
      require(")");
      return inner;
    }
    Optional<Long> number = number();
    if (number.isPresent()) {
      return new Expression.Constant(number.get());
    }
    if (take(NAMED)) {
      String name = matcher.group(2).strip();
      return switch (matcher.group(1)) {
        case "property" -> new Expression.Property(name);
        case "unknown" -> new Expression.Unknown(name);
        default -> new Expression.Member(name);
      };
    }
    if (!take(PATH)) {
      throw expected("an operand");
    }
    return switch (matcher.group()) {
      case "version" -> new Expression.Version();
      case "true" -> Expression.TRUE;
      case "false" -> Expression.FALSE;
      case String path -> new Expression.Member(path);
    };
  }

  private Optional<String> path() {
    if (take(NAMED) && matcher.group(1).equals("member")) {
      return Optional.of(matcher.group(2).strip());
    }
    return take(PATH) ? Optional.of(matcher.group()) : Optional.empty();
  }

  private Optional<Long> number() {
    if (!take(NUMBER)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          matcher.group(1) != null
              ? Long.parseUnsignedLong(matcher.group(1), 16)
              : Long.parseUnsignedLong(matcher.group(2)));
    } catch (NumberFormatException e) {
      throw expected("at most 64 bits before here");
    }
  }

  private Optional<Infix> peekInfix() {
    if (!matcher.usePattern(INFIX).region(position, text.length()).lookingAt()) {
      return Optional.empty();
    }
    for (Infix operator : Infix.values()) {
      if (operator.sign().equals(matcher.group())) {
        return Optional.of(operator);
      }
    }
    throw expected("an operator");
  }

  private boolean takeWord(String word) {
    boolean matches =
        matcher.usePattern(PATH).region(position, text.length()).lookingAt()
            && matcher.group().equals(word);
    return matches && take(word);
  }

  private void require(String sign) {
    if (!take(sign)) {
      throw expected("'" + sign + "'");
    }
  }

  private void require(Pattern pattern, String what) {
    if (!take(pattern)) {
      throw expected(what);
    }
  }

  private boolean take(String sign) {
    return text.startsWith(sign, position) && skipTo(position + sign.length());
  }

  private boolean take(Pattern pattern) {
    return matcher.usePattern(pattern).region(position, text.length()).lookingAt()
        && skipTo(matcher.end());
  }

  /// Skips white space after a token, without touching the groups that its pattern matched.
  private boolean skipTo(int end) {
    position = end;
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return true;
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        "position %d of '%s': expected %s%s".formatted(position, text, what, hint()));
  }

  /// What people write who come from another language.
  private String hint() {
    boolean second = position > 0 && text.charAt(position - 1) == '=';
    String rest = text.substring(second ? position - 1 : position);
    for (Map.Entry<String, String> one : HINTS.entrySet()) {
      if (rest.startsWith(one.getKey())) {
        return "; " + one.getValue();
      }
    }
    boolean number = position > 0 && Character.isDigit(text.charAt(position - 1));
    return number && !rest.isEmpty() && Character.isLetter(rest.charAt(0))
        ? "; numbers have no suffix here, write 0x1000 for 4K"
        : "";
  }
}
