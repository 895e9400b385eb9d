package org.hopscotch.corpus.yaml;

import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Expression.Binary;
import org.hopscotch.model.schema.Expression.Constant;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.Expression.Member;
import org.hopscotch.model.schema.ExpressionText;
import org.snakeyaml.engine.v2.nodes.Node;

/// A count as YAML: a number, a member, or a member times a number: `8`, `num`, `num * 4`.
final class CountYaml {
  private CountYaml() {}

  static Node node(Count count) {
    return switch (count) {
      case Count.Fixed fixed -> Nodes.number(fixed.n());
      case Count.OfMember(String member, int times) ->
          Nodes.expression(
              times == 1
                  ? new Member(member)
                  : new Binary(Infix.MULTIPLY, new Member(member), new Constant(times)));
    };
  }

  static Count read(Place place) throws YamlException {
    return place.parsed(CountYaml::parse);
  }

  private static Count parse(String text) {
    Expression expression = ExpressionText.parse(text);
    if (expression instanceof Constant(long value)) {
      return Count.of(exact(value));
    }
    if (expression instanceof Member(String path)) {
      return Count.of(path);
    }
    if (expression instanceof Binary(Infix operator, Member member, Constant times)
        && operator == Infix.MULTIPLY) {
      return new Count.OfMember(member.path(), exact(times.value()));
    }
    throw new IllegalArgumentException(
        "expected a number, a member, or a member times a number, found '%s'".formatted(text));
  }

  private static int exact(long number) {
    if (number != (int) number) {
      throw new IllegalArgumentException("expected a number of at most 32 bits, found " + number);
    }
    return (int) number;
  }
}
