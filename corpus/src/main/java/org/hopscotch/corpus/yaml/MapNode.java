package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A map on its way to YAML: entries in the order in which they are put.
final class MapNode {
  private static final int WIDEST = 84;

  private final List<NodeTuple> entries = new ArrayList<>();

  MapNode put(String key, Node value) {
    entries.add(new NodeTuple(Nodes.text(key), value));
    return this;
  }

  MapNode put(String key, String text) {
    return put(key, Nodes.text(text));
  }

  MapNode put(String key, long number) {
    return put(key, Nodes.number(number));
  }

  MapNode putAll(MapNode others) {
    entries.addAll(others.entries);
    return this;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /// {@return whether a value is in block style, so that this map cannot be on one line}
  boolean holdsBlocks() {
    return entries.stream().anyMatch(entry -> Nodes.isBlock(entry.getValueNode()));
  }

  /// {@return whether a value is itself a map or list}
  boolean holdsCollections() {
    return entries.stream().anyMatch(entry -> Nodes.isCollection(entry.getValueNode()));
  }

  /// {@return the map with a line for each entry; an empty one on one line}
  Node block() {
    return node(isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
  }

  /// {@return the map on one line}
  Node flow() {
    return node(FlowStyle.FLOW);
  }

  /// {@return the map on one line, unless there is a block inside or it would be too long}
  Node fitting() {
    return holdsBlocks() || Nodes.width(flow()) > WIDEST ? block() : flow();
  }

  private Node node(FlowStyle style) {
    return new MappingNode(Tag.MAP, entries, style);
  }
}
