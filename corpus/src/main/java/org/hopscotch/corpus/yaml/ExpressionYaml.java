package org.hopscotch.corpus.yaml;

import java.util.Optional;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.snakeyaml.engine.v2.nodes.Node;

/// An expression as YAML, in the form of {@link ExpressionText}: text, a number, `true` or `false`.
/// Where there may be none, the word `none` says so.
final class ExpressionYaml {
  private static final String NONE = "none";

  private ExpressionYaml() {}

  static Node node(Expression expression) {
    if (expression instanceof Expression.Constant(long value) && value == (int) value) {
      return Nodes.number(value);
    }
    return expression.equals(new Expression.Member(NONE))
        ? Nodes.text("member(" + NONE + ")")
        : Nodes.expression(expression);
  }

  static Expression read(Place place) throws YamlException {
    return place.parsed(ExpressionText::parse);
  }

  static Node optional(Optional<Expression> expression) {
    return expression.map(ExpressionYaml::node).orElseGet(() -> Nodes.text(NONE));
  }

  static Optional<Expression> readOptional(Place place) throws YamlException {
    return place.text().equals(NONE) ? Optional.empty() : Optional.of(read(place));
  }
}
