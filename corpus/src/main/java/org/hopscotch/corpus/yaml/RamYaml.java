package org.hopscotch.corpus.yaml;

import java.util.List;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.schema.Expression;
import org.snakeyaml.engine.v2.nodes.Node;

/// RAM blocks as YAML: by name a map of
///
/// | key | value |
/// |---|---|
/// | `used` | the length in bytes, an expression over properties |
/// | `max` | the length in bytes to which it can be resized; without it the length is fixed |
/// | `present` | whether there is such a block, an expression over properties (yes) |
/// | `below_path` | whether the device's path stands before the name, over properties (yes) |
final class RamYaml {
  private RamYaml() {}

  static Node node(List<RamBlock> blocks) {
    MapNode map = new MapNode();
    for (RamBlock block : blocks) {
      MapNode entries = new MapNode().put("used", ExpressionYaml.node(block.usedLength()));
      if (block.maxLength() != 0) {
        entries.put("max", block.maxLength());
      }
      if (!block.present().equals(Expression.TRUE)) {
        entries.put("present", ExpressionYaml.node(block.present()));
      }
      if (!block.below().equals(Expression.TRUE)) {
        entries.put("below_path", ExpressionYaml.node(block.below()));
      }
      map.put(block.name(), entries.flow());
    }
    return map.fitting();
  }

  static List<RamBlock> read(Place place) throws YamlException {
    return place.eachNamed(RamYaml::read, name -> new RamBlock(name, Expression.FALSE, 0));
  }

  private static RamBlock read(String name, Place place) throws YamlException {
    Entries entries = place.entries();
    RamBlock block =
        new RamBlock(
            name,
            entries.require("used", ExpressionYaml::read, Expression.FALSE),
            entries.take("max", Place::number, 0L),
            entries.take("present", ExpressionYaml::read, Expression.TRUE),
            entries.take("below_path", ExpressionYaml::read, Expression.TRUE));
    entries.end();
    return block;
  }
}
