package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One value in a YAML text, which knows where it is; what {@link Nodes} and {@link MapNode} write.
///
/// @param path the keys and positions that lead there
record Place(Node node, String path) {
  private static final Set<Tag> TEXTUAL = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);
  private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]{1,16})");
  private static final Pattern WHITE = Pattern.compile("\\s+");
  private static final int LONGEST_EXCERPT = 40;

  /// {@return what a text could not be read for}
  ///
  /// @param expected what should be here
  YamlException expected(String expected) {
    return problem("expected %s, found %s".formatted(expected, found()));
  }

  YamlException problem(String problem) {
    return new YamlException(Yaml.line(node.getStartMark()), path, problem);
  }

  boolean isText() {
    return node.getTag().equals(Tag.STR);
  }

  boolean isNumber() {
    return node.getTag().equals(Tag.INT) || (isText() && HEXADECIMAL.matcher(scalar()).matches());
  }

  boolean isFlag() {
    return node.getTag().equals(Tag.BOOL);
  }

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isList() {
    return node.getTag().equals(Tag.SEQ);
  }

  boolean isMap() {
    return node.getTag().equals(Tag.MAP);
  }

  /// {@return a text, which may look like a number}
  String text() throws YamlException {
    if (!TEXTUAL.contains(node.getTag())) {
      throw expected("text");
    }
    return scalar();
  }

  /// {@return what a text stands for}
  ///
  /// @param parser which throws IllegalArgumentException or ArithmeticException for nonsense
  <T> T parsed(Function<String, T> parser) throws YamlException {
    String text = text();
    return built(() -> parser.apply(text));
  }

  /// {@return what a constructor makes of what is here, unless it takes it for nonsense}
  <T> T built(Supplier<T> construction) throws YamlException {
    try {
      return construction.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw problem(String.valueOf(e.getMessage()));
    }
  }

  /// {@return a number of up to 64 bits, signed or unsigned}
  long number() throws YamlException {
    if (!isNumber()) {
      throw expected("a number");
    }
    String text = scalar();
    Matcher hexadecimal = HEXADECIMAL.matcher(text);
    try {
      return hexadecimal.matches()
          ? Long.parseUnsignedLong(hexadecimal.group(1), 16)
          : text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    } catch (NumberFormatException _) {
      throw expected("a number of at most 64 bits, decimal or hexadecimal");
    }
  }

  /// {@return a number that C's `int` holds}
  int integer() throws YamlException {
    long number = number();
    if (number != (int) number) {
      throw expected("a number of at most 32 bits");
    }
    return (int) number;
  }

  boolean flag() throws YamlException {
    if (!isFlag()) {
      throw expected("true or false");
    }
    return Boolean.parseBoolean(scalar());
  }

  /// {@return whether this begins as bytes do}
  boolean isBytes() {
    return isText() && scalar().startsWith(Nodes.HEX);
  }

  /// {@return raw bytes: pairs of hexadecimal digits, with space where it is wanted}
  byte[] bytes() throws YamlException {
    if (!isBytes()) {
      throw expected("bytes");
    }
    String digits = WHITE.matcher(scalar()).replaceAll("").substring(Nodes.HEX.length());
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException _) {
      throw expected("two hexadecimal digits a byte");
    }
  }

  List<Place> items() throws YamlException {
    if (!isList()) {
      throw expected("a list");
    }
    List<Place> items = new ArrayList<>();
    for (Node item : ((SequenceNode) node).getValue()) {
      items.add(new Place(item, "%s[%d]".formatted(path, items.size())));
    }
    return items;
  }

  Entries entries() throws YamlException {
    if (!isMap()) {
      throw expected("a map");
    }
    return Entries.of(this, ((MappingNode) node).getValue());
  }

  /// {@return the value of a key in this map}
  Place below(String key, Node value) {
    return new Place(value, path.isEmpty() ? key : path + "." + key);
  }

  private String scalar() {
    return ((ScalarNode) node).getValue();
  }

  private String found() {
    return switch (node.getNodeType()) {
      case MAPPING -> "a map";
      case SEQUENCE -> "a list";
      case SCALAR -> isNull() ? "nothing" : "'" + excerpt(scalar()) + "'";
      case ANCHOR -> "an anchor";
    };
  }

  private static String excerpt(String text) {
    return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "...";
  }
}
