package org.hopscotch.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.schema.Expression.Binary;
import org.hopscotch.model.schema.Expression.Conditional;
import org.hopscotch.model.schema.Expression.Constant;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.Expression.Member;
import org.hopscotch.model.schema.Expression.Prefix;
import org.hopscotch.model.schema.Expression.Property;
import org.hopscotch.model.schema.Expression.Unary;
import org.hopscotch.model.schema.Expression.Unknown;
import org.hopscotch.model.schema.Expression.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTextTest {

  @Test
  void readsTheTextsOfTheVectors() {
    assertThat(Expression.of("version >= 2"))
        .isEqualTo(new Binary(Infix.GREATER_OR_EQUAL, new Version(), new Constant(2)));
    assertThat(Expression.of("a ^ 0xff"))
        .isEqualTo(new Binary(Infix.BIT_XOR, new Member("a"), new Constant(255)));
    assertThat(ExpressionText.parseHook("hi = v >> 16, lo = v & 0xffff").statements())
        .containsExactly(
            new Statement.Assignment("hi", Expression.of("v >> 16")),
            new Statement.Assignment("lo", Expression.of("v & 65535")));
  }

  /// The right column has the parentheses that C implies.
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "1 + 2 * 3 # 1 + (2 * 3)",
        "a - b - c # (a - b) - c",
        "a & b == c # a & (b == c)",
        "a | b ^ c & d # a | (b ^ (c & d))",
        "a << 1 + 2 # a << (1 + 2)",
        "a < b == c > d # (a < b) == (c > d)",
        "a || b && c # a || (b && c)",
        "!a == b # (!a) == b",
        "-a * b # (-a) * b",
        "a ? b : c ? d : e # a ? b : (c ? d : e)",
        "a || b ? c : d # (a || b) ? c : d",
        "~a & ~b # (~a) & (~b)",
        "a % b / c # (a % b) / c",
        "a >> b << c # (a >> b) << c",
        "a != b & c <= d # (a != b) & (c <= d)"
      })
  void bindsAsC(String text, String parenthesised) {
    assertThat(Expression.of(text)).isEqualTo(Expression.of(parenthesised));
    assertThat(ExpressionText.print(Expression.of(parenthesised))).isEqualTo(text);
  }

  @Test
  void keepsTheParenthesesThatCNeeds() {
    for (String text :
        List.of(
            "(a + b) * c",
            "a - (b - c)",
            "(a & b) == c",
            "!(a && b)",
            "(a ? b : c) ? d : e",
            "-(5)",
            "-(-5)",
            "a - -5",
            "(a ? b : c) + 1")) {
      assertThat(ExpressionText.print(Expression.of(text))).isEqualTo(text);
    }
  }

  /// All expressions of two levels over one operand of each kind.
  @Test
  void parsingUndoesPrinting() {
    List<Expression> leaves =
        List.of(
            new Constant(0),
            new Constant(-1),
            new Constant(Long.MIN_VALUE),
            new Constant(255),
            new Constant(Long.MAX_VALUE),
            new Member("a.b[2].c"),
            new Member("version"),
            new Member("regs-x[y"),
            new Property("x-keep-pci-slot-hpc"),
            new Version(),
            new Unknown("cpuhp needed"));
    List<Expression> once = combined(leaves, leaves.subList(0, 2));
    List<Expression> twice = combined(once, List.of(new Constant(-7), once.getLast()));
    assertThat(twice).hasSizeGreaterThan(10_000);
    for (Expression expression : twice) {
      assertThat(Expression.of(ExpressionText.print(expression))).isEqualTo(expression);
    }
  }

  private static List<Expression> combined(List<Expression> lefts, List<Expression> rights) {
    List<Expression> all = new ArrayList<>();
    for (Expression left : lefts) {
      for (Prefix prefix : Prefix.values()) {
        all.add(new Unary(prefix, left));
      }
      for (Expression right : rights) {
        for (Infix infix : Infix.values()) {
          all.add(new Binary(infix, left, right));
          all.add(new Binary(infix, right, left));
        }
        all.add(new Conditional(left, right, left));
        all.add(new Conditional(right, left, right));
      }
    }
    return all;
  }

  @Test
  void printedHooksReadBack() {
    String text =
        "a = b + 1, member(version) = 2, refuse \"n > 32, sorry\" when n > 32, return 1 when old";
    Hook hook = ExpressionText.parseHook(text);
    assertThat(hook.statements()).hasSize(4);
    assertThat(ExpressionText.print(hook)).isEqualTo(text);
    assertThat(ExpressionText.parseHook("")).isEqualTo(Hook.NONE);
  }

  @Test
  void largeHexadecimalConstantsHave64Bits() {
    assertThat(Expression.of("0xffffffffffffffff")).isEqualTo(new Constant(-1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a +", "(a", "a b", "a = 1", "member(", "1 ? 2", "0x", "@", "- "})
  void refusesWhatIsNoExpression(String text) {
    assertThatThrownBy(() -> ExpressionText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("position");
  }

  @Test
  void refusesEndlessNesting() {
    assertThatThrownBy(() -> ExpressionText.parse("(".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExpressionText.parse("!".repeat(100_000) + "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
