package org.hopscotch.corpus.yaml;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// The scalars and lists that are written, each in its one form; {@link Place} reads them.
final class Nodes {
  /// What begins raw bytes: two digits a byte, with a space behind every sixteenth byte, so that
  /// lines can end there.
  static final String HEX = "hex";

  private static final int GROUP_BYTES = 16;
  private static final long LARGEST_PLAIN = 0xffff_ffffL;

  /// Words that mean the same in all YAML, inside brackets too; all else is quoted.
  private static final Predicate<String> PLAIN =
      Pattern.compile("[A-Za-z_][\\w./()<>=*+|&%!~-]*( [\\w./()<>=*+|&%!~-]+)*").asMatchPredicate();

  /// Words with one space between, which may be broken into lines anywhere.
  private static final Predicate<String> PROSE =
      Pattern.compile("[!-~]+( [!-~]+){7,}").asMatchPredicate();

  private Nodes() {}

  static Node text(String text) {
    boolean plain =
        PLAIN.test(text) && Yaml.SCHEMA.getScalarResolver().resolve(text, true).equals(Tag.STR);
    ScalarStyle quotes =
        text.indexOf('"') < 0 ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.SINGLE_QUOTED;
    return new ScalarNode(Tag.STR, text, plain ? ScalarStyle.PLAIN : quotes);
  }

  /// {@return a text that is always in quotes, as QEMU's values are}
  static Node quoted(String text) {
    return new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED);
  }

  /// {@return a text of several lines' length}
  static Node prose(String text) {
    return PROSE.test(text) ? new ScalarNode(Tag.STR, text, ScalarStyle.FOLDED) : text(text);
  }

  /// {@return a number: decimal, or a quoted hexadecimal one where it needs more than 32 bits}
  static Node number(long value) {
    return value < Integer.MIN_VALUE || value > LARGEST_PLAIN
        ? new ScalarNode(
            Tag.STR, "0x" + HexFormat.of().toHexDigits(value), ScalarStyle.DOUBLE_QUOTED)
        : new ScalarNode(Tag.INT, Long.toString(value), ScalarStyle.PLAIN);
  }

  static Node flag(boolean value) {
    return new ScalarNode(Tag.BOOL, Boolean.toString(value), ScalarStyle.PLAIN);
  }

  static Node nothing() {
    return new ScalarNode(Tag.NULL, "null", ScalarStyle.PLAIN);
  }

  static Node bytes(byte[] bytes) {
    StringBuilder text = new StringBuilder(HEX);
    for (int from = 0; from < bytes.length; from += GROUP_BYTES) {
      int to = Math.min(from + GROUP_BYTES, bytes.length);
      text.append(' ').append(HexFormat.of().formatHex(bytes, from, to));
    }
    return new ScalarNode(Tag.STR, text.toString(), ScalarStyle.PLAIN);
  }

  static Node expression(Expression expression) {
    return text(ExpressionText.print(expression));
  }

  /// {@return a list with a line for each item; an empty one on one line}
  static Node block(List<Node> items) {
    return new SequenceNode(Tag.SEQ, items, items.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
  }

  /// {@return a list on one line}
  static Node flow(List<Node> items) {
    return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
  }

  /// {@return a list of words on one line}
  static Node words(Collection<String> words) {
    return flow(words.stream().map(Nodes::text).toList());
  }

  /// {@return about how many characters a node takes on one line}
  static int width(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue().length() + 2;
      case SequenceNode list -> 2 + list.getValue().stream().mapToInt(one -> width(one) + 2).sum();
      case MappingNode map ->
          2
              + map.getValue().stream()
                  .mapToInt(one -> width(one.getKeyNode()) + width(one.getValueNode()))
                  .sum();
      default -> 0;
    };
  }

  static boolean isCollection(Node node) {
    return node instanceof CollectionNode<?>;
  }

  static boolean isBlock(Node node) {
    return node instanceof CollectionNode<?> all && all.getFlowStyle() == FlowStyle.BLOCK;
  }
}
