package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Statement;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reasons not to be made as YAML: refusals in the form of {@link ExpressionText}.
final class RealizeYaml {
  private RealizeYaml() {}

  static Node node(List<Statement.Refuse> refusals) {
    return Nodes.text(ExpressionText.print(new Hook(List.copyOf(refusals))));
  }

  static List<Statement.Refuse> read(Place place) throws YamlException {
    Hook hook = place.parsed(ExpressionText::parseHook);
    List<Statement.Refuse> refusals = new ArrayList<>();
    for (Statement statement : hook.statements()) {
      switch (statement) {
        case Statement.Refuse refuse -> refusals.add(refuse);
        case Statement.Assignment _, Statement.Return _ ->
            throw place.expected("only refusals, refuse \"words\" when condition");
      }
    }
    List<Statement.Refuse> all = List.copyOf(refusals);
    place.reading().remember(all, place);
    return all;
  }
}
