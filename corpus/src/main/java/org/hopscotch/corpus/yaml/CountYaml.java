package org.hopscotch.corpus.yaml;

import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression.Binary;
import org.hopscotch.model.schema.Expression.Constant;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.Expression.Member;
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
    return place.parsed(Count::parse);
  }
}
